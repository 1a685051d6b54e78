package unionbook.statistics;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/**
 * What is asked of the gender ratio.
 *
 * @param unit the unit, with everything below it
 * @param day the day
 * @param today whether that is today
 * @param by what the rows tell apart
 * @param compare another day to compare with, or null
 * @param order the order of the rows
 * @param descending whether that order runs down
 * @param decimals digits of the percents in rows
 */
record GenderQuery(UnitId unit, LocalDate day, boolean today, Dimension by, @Nullable LocalDate compare, RowOrder order,
		boolean descending, int decimals) {

	/** Today is not named in addresses, so that a link kept stays today's. */
	RosterLink roster(UnitId root) {
		return RosterLink.of(root, this.today ? null : this.day);
	}

}
