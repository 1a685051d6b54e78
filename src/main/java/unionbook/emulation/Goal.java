package unionbook.emulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a target promises, and whether something reached keeps it. Numbers are compared
 * exactly: a percent by part × 100 against percent × whole, never by a rounded percent.
 *
 * @param kind what is measured
 * @param operator how it is compared
 * @param value the promised number; in percent for percents
 * @param valueTo the upper end of BETWEEN
 * @param dueOn the last day of BY_DATE
 */
record Goal(TargetKind kind, TargetOperator operator, @Nullable BigDecimal value, @Nullable BigDecimal valueTo,
		@Nullable LocalDate dueOn) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	Goal {
		value = plain(value);
		valueTo = plain(valueTo);
	}

	/** Equal numbers look equal: no zeros after the point, no exponent. */
	static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
		if (number == null) {
			return null;
		}
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	static Goal percent(TargetOperator operator, String value) {
		return new Goal(TargetKind.PERCENT, operator, new BigDecimal(value), null, null);
	}

	/**
	 * Judges what was reached by the end of the year.
	 * @param reached what was reached
	 * @param day the day it was counted on
	 * @return the verdict; NA for a percent of nothing
	 */
	Verdict judge(Achievement reached, LocalDate day) {
		return switch (this.kind) {
			case PERCENT -> judgePercent(reached);
			case COUNT -> judgeNumber((reached.numerator() == null) ? null : BigDecimal.valueOf(reached.numerator()));
			case AMOUNT -> judgeNumber(reached.amount());
			case DEADLINE -> judgeDay(reached.achievedOn(), day);
			case BOOLEAN, TITLE, QUALITATIVE ->
				(reached.judgement() == null) ? Verdict.NOT_REPORTED : reached.judgement();
		};
	}

	/**
	 * Judges what was reached half-way: what is not met yet may still come, but a missed
	 * day or a number above its limit stays.
	 * @param reached what was reached
	 * @param day the day it was counted on
	 * @return the verdict so far
	 */
	Verdict judgeHalfWay(Achievement reached, LocalDate day) {
		Verdict verdict = judge(reached, day);
		boolean lost = this.kind == TargetKind.DEADLINE || (this.kind != TargetKind.PERCENT && this.operator.limits());
		return (verdict == Verdict.NOT_MET && !lost) ? Verdict.NOT_DUE : verdict;
	}

	/**
	 * The counts that keep a percent.
	 * @param whole of how many
	 * @return the least and the most allowed, both included
	 */
	Range needed(long whole) {
		BigDecimal value = Objects.requireNonNull(this.value);
		long up = part(value, whole, RoundingMode.CEILING);
		long down = part(value, whole, RoundingMode.FLOOR);
		return switch (this.operator) {
			case GE -> new Range(up, null);
			case GT -> new Range(down + 1, null);
			case LE -> new Range(null, down);
			case LT -> new Range(null, up - 1);
			case EQ -> new Range(up, down);
			case BETWEEN ->
				new Range(up, part(Objects.requireNonNullElse(this.valueTo, value), whole, RoundingMode.FLOOR));
			case BY_DATE, MET -> throw new IllegalStateException("no number decides " + this.kind);
		};
	}

	private Verdict judgePercent(Achievement reached) {
		if (reached.numerator() == null || reached.denominator() == null || this.value == null) {
			return Verdict.NOT_REPORTED;
		}
		if (reached.denominator() == 0) {
			return Verdict.NA;
		}
		BigDecimal whole = BigDecimal.valueOf(reached.denominator());
		return verdict(BigDecimal.valueOf(reached.numerator()).multiply(HUNDRED), this.value.multiply(whole),
				(this.valueTo == null) ? null : this.valueTo.multiply(whole));
	}

	private Verdict judgeNumber(@Nullable BigDecimal reached) {
		return (reached == null || this.value == null) ? Verdict.NOT_REPORTED
				: verdict(reached, this.value, this.valueTo);
	}

	private Verdict judgeDay(@Nullable LocalDate achievedOn, LocalDate day) {
		if (this.dueOn == null) {
			return Verdict.NOT_REPORTED;
		}
		if (achievedOn != null) {
			return achievedOn.isAfter(this.dueOn) ? Verdict.NOT_MET : Verdict.MET;
		}
		return day.isAfter(this.dueOn) ? Verdict.NOT_MET : Verdict.NOT_DUE;
	}

	private Verdict verdict(BigDecimal reached, BigDecimal promised, @Nullable BigDecimal promisedTo) {
		int order = reached.compareTo(promised);
		boolean met = switch (this.operator) {
			case GE -> order >= 0;
			case GT -> order > 0;
			case LE -> order <= 0;
			case LT -> order < 0;
			case EQ -> order == 0;
			case BETWEEN -> order >= 0 && (promisedTo == null || reached.compareTo(promisedTo) <= 0);
			case BY_DATE, MET -> throw new IllegalStateException("no number decides " + this.kind);
		};
		return met ? Verdict.MET : Verdict.NOT_MET;
	}

	private static long part(BigDecimal percent, long whole, RoundingMode rounding) {
		return percent.multiply(BigDecimal.valueOf(whole)).movePointLeft(2).setScale(0, rounding).longValueExact();
	}

	/**
	 * The counts that will do.
	 *
	 * @param least the smallest, or null
	 * @param most the largest, or null
	 */
	record Range(@Nullable Long least, @Nullable Long most) {

		boolean includes(long count) {
			return (this.least == null || count >= this.least) && (this.most == null || count <= this.most);
		}

		boolean empty() {
			return this.least != null && this.most != null && this.least > this.most;
		}

	}

}
