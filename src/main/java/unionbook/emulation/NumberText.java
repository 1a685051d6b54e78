package unionbook.emulation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import unionbook.platform.RuleViolation;

/**
 * Reads numbers as Vietnamese officers write them: 1.853 and 1853 are the same, 95,5 has
 * a decimal comma, and 1,853 could be either, so it is asked about.
 */
final class NumberText {

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

	private static final Pattern PLAIN = Pattern.compile("(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d{1,4})?");

	private static final Pattern AMBIGUOUS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

	private static final Pattern FOREIGN = Pattern.compile("\\d+\\.\\d+|\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final int DIGITS = 10;

	private static final int DIGITS_OF_MONEY = 14;

	private NumberText() {
	}

	/**
	 * Reads a number.
	 * @param text the number as typed
	 * @return a number from 0, with up to ten digits before the comma and four after it
	 * @throws RuleViolation with the sentence that says how to write it
	 */
	static BigDecimal decimal(String text) {
		return read(text, DIGITS, "emulation.number.ambiguous");
	}

	/**
	 * Reads a sum of money.
	 * @param text the sum as typed, in đồng
	 * @return a number from 0, with up to fourteen digits before the comma
	 * @throws RuleViolation with the sentence that says how to write it
	 */
	static BigDecimal money(String text) {
		return read(text, DIGITS_OF_MONEY, "emulation.number.ambiguous");
	}

	/**
	 * Reads a count.
	 * @param text the count as typed
	 * @return a whole number from 0
	 * @throws RuleViolation with the sentence that says how to write it
	 */
	static long count(String text) {
		BigDecimal number = read(text, DIGITS, "emulation.number.ambiguousCount");
		if (number.stripTrailingZeros().scale() > 0) {
			throw new RuleViolation("emulation.number.whole", text);
		}
		return number.longValueExact();
	}

	private static BigDecimal read(String text, int digits, String ambiguous) {
		String clean = SPACES.matcher(text).replaceAll("");
		if (clean.endsWith("%")) {
			clean = clean.substring(0, clean.length() - 1);
		}
		if (clean.length() > 1 && (clean.startsWith("-") || clean.startsWith("−"))) {
			throw new RuleViolation("emulation.number.negative", text);
		}
		if (AMBIGUOUS.matcher(clean).matches()) {
			throw new RuleViolation(ambiguous, text, clean.replace(",", ""), clean + "0");
		}
		if (!PLAIN.matcher(clean).matches()) {
			boolean foreign = FOREIGN.matcher(clean).matches();
			throw new RuleViolation(foreign ? "emulation.number.foreign" : "emulation.number.unreadable", text);
		}
		BigDecimal number = new BigDecimal(clean.replace(".", "").replace(',', '.'));
		if (number.precision() - number.scale() > digits) {
			throw new RuleViolation("emulation.number.range", text, digits);
		}
		return number;
	}

}
