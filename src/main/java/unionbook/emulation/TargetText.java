package unionbook.emulation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A target of a pledge, as promised.
 *
 * @param text its words
 * @param goal what is promised, for comparing
 * @param measure the unit of measure, or null
 * @param denominatorKind of what a percent is taken, a code of the list denominator_kind,
 * or null
 * @param denominatorText the same in words, or null
 * @param baseDate the day the whole is counted on, or null for the end of the period
 * @param note a remark, such as a doubt about the reading
 */
record TargetText(String text, Goal goal, @Nullable String measure, @Nullable String denominatorKind,
		@Nullable String denominatorText, @Nullable LocalDate baseDate, @Nullable String note) {

	/** The same target for another year. */
	TargetText moved(int years) {
		Goal moved = new Goal(this.goal.kind(), this.goal.operator(), this.goal.value(), this.goal.valueTo(),
				(this.goal.dueOn() == null) ? null : this.goal.dueOn().plusYears(years));
		return new TargetText(this.text, moved, this.measure, this.denominatorKind, this.denominatorText,
				(this.baseDate == null) ? null : this.baseDate.plusYears(years), this.note);
	}

}
