package unionbook.emulation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded about a target in a period.
 *
 * @param asOf the day it was counted on
 * @param reached what was reached
 * @param explanation words to it, or null
 * @param proposed the whole the registers gave on the day, or null
 * @param manualReason why another whole was used, or null
 */
record ResultText(LocalDate asOf, Achievement reached, @Nullable String explanation, @Nullable Long proposed,
		@Nullable String manualReason) {

	/** Each value under its name, for the audit. */
	Map<String, @Nullable Object> values() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("numerator", this.reached.numerator());
		values.put("denominator", this.reached.denominator());
		values.put("amount", this.reached.amount());
		values.put("achievedOn", this.reached.achievedOn());
		values.put("judgement", this.reached.judgement());
		values.put("explanation", this.explanation);
		values.put("manualReason", this.manualReason);
		return values;
	}

	/** Whether two results say the same, whenever they were counted. */
	boolean sameAs(ResultText other) {
		return values().equals(other.values());
	}

}
