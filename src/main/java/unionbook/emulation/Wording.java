package unionbook.emulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import unionbook.platform.Formats;
import unionbook.shared.Share;

/** Says in words what a target promises and why its verdict is what it is. */
@Component
class Wording {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Formats formats;

	Wording(Formats formats) {
		this.formats = formats;
	}

	/** The plan for the year, such as "from 95% up". */
	Sentence plan(TargetText target) {
		Goal goal = target.goal();
		if (goal.value() == null) {
			return (goal.dueOn() == null) ? new Sentence("emulation.plan.MET")
					: new Sentence("emulation.plan.BY_DATE", this.formats.day(goal.dueOn()));
		}
		Sentence value = quantity(target, goal.value());
		if (goal.operator() == TargetOperator.BETWEEN) {
			return new Sentence("emulation.plan.BETWEEN", quantity(target, goal.value()),
					quantity(target, Objects.requireNonNullElse(goal.valueTo(), goal.value())));
		}
		boolean whole = goal.kind() == TargetKind.PERCENT && goal.operator() == TargetOperator.GE
				&& goal.value().compareTo(HUNDRED) == 0;
		return new Sentence("emulation.plan." + (whole ? TargetOperator.EQ : goal.operator()), value);
	}

	Outcome outcome(TargetText target, ResultPeriod period, ResultText result) {
		Achievement reached = result.reached();
		Verdict verdict = period.judge(target.goal(), reached, result.asOf());
		return new Outcome(result, verdict, reached(target, reached), why(target, reached, verdict),
				progress(target.goal(), reached));
	}

	/** The counts that would do for a percent of a whole. */
	Sentence needed(Goal goal, long whole) {
		Goal.Range range = goal.needed(whole);
		if (range.empty()) {
			return new Sentence("emulation.needed.none", whole);
		}
		if (range.most() == null) {
			return new Sentence("emulation.needed.least", Objects.requireNonNull(range.least()), whole);
		}
		if (range.least() == null) {
			return new Sentence("emulation.needed.most", range.most(), whole);
		}
		return range.least().equals(range.most()) ? new Sentence("emulation.needed.exactly", range.least(), whole)
				: new Sentence("emulation.needed.between", range.least(), range.most(), whole);
	}

	private static Sentence quantity(TargetText target, BigDecimal value) {
		return switch (target.goal().kind()) {
			case PERCENT -> new Sentence("emulation.quantity.percent", value);
			case AMOUNT -> new Sentence("emulation.quantity.amount", value);
			default -> (target.measure() == null) ? new Sentence("emulation.quantity.number", value)
					: new Sentence("emulation.quantity.count", value, target.measure());
		};
	}

	private @Nullable Sentence reached(TargetText target, Achievement reached) {
		Share share = reached.share();
		if (share != null) {
			return new Sentence("emulation.reached.share", this.formats.percent(share, 2), share.part(), share.whole());
		}
		if (reached.amount() != null) {
			return quantity(target, reached.amount());
		}
		if (reached.numerator() != null) {
			return quantity(target, BigDecimal.valueOf(reached.numerator()));
		}
		return (reached.achievedOn() == null) ? null
				: new Sentence("emulation.reached.day", this.formats.day(reached.achievedOn()));
	}

	private @Nullable Sentence why(TargetText target, Achievement reached, Verdict verdict) {
		Goal goal = target.goal();
		if (goal.kind() == TargetKind.PERCENT && reached.denominator() != null) {
			return (verdict == Verdict.NA) ? new Sentence("emulation.needed.nothing")
					: needed(goal, reached.denominator());
		}
		BigDecimal number = (reached.numerator() == null) ? reached.amount() : BigDecimal.valueOf(reached.numerator());
		if (goal.value() != null && number != null && goal.operator() == TargetOperator.GE
				&& number.compareTo(goal.value()) < 0) {
			return new Sentence("emulation.needed.missing", quantity(target, goal.value().subtract(number)));
		}
		return null;
	}

	private static @Nullable BigDecimal progress(Goal goal, Achievement reached) {
		Share share = reached.share();
		if (share != null) {
			return share.percent(2);
		}
		BigDecimal number = (reached.numerator() == null) ? reached.amount() : BigDecimal.valueOf(reached.numerator());
		return (number == null || goal.value() == null || goal.value().signum() == 0) ? null
				: number.multiply(HUNDRED).divide(goal.value(), 2, RoundingMode.HALF_UP);
	}

}
