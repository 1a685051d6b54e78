package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * What was reached of a target.
 *
 * @param numerator how many, for percents, counts and titles
 * @param denominator of how many, for percents and titles
 * @param amount how much money, in đồng
 * @param achievedOn the day it was done
 * @param judgement MET, NOT_MET or NA for what no number decides
 */
record Achievement(@Nullable Long numerator, @Nullable Long denominator, @Nullable BigDecimal amount,
		@Nullable LocalDate achievedOn, @Nullable Verdict judgement) {

	Achievement {
		amount = Goal.plain(amount);
	}

	static Achievement of(long numerator, long denominator) {
		return new Achievement(numerator, denominator, null, null, null);
	}

	static Achievement judged(Verdict judgement) {
		return new Achievement(null, null, null, null, judgement);
	}

	boolean nothing() {
		return Stream.of(this.numerator, this.denominator, this.amount, this.achievedOn, this.judgement)
			.allMatch(Objects::isNull);
	}

	@Nullable Share share() {
		return (this.numerator == null || this.denominator == null) ? null
				: new Share(this.numerator, this.denominator);
	}

}
