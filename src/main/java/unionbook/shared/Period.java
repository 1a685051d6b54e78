package unionbook.shared;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of days: it includes its first day and not its last.
 *
 * @param from the first day
 * @param to the first day after it, or null while it is open
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

	public Period {
		if (to != null && !to.isAfter(from)) {
			throw new IllegalArgumentException("a period ends after it begins");
		}
	}

	/**
	 * A period without an end.
	 * @param from the first day
	 * @return the open period
	 */
	public static Period since(LocalDate from) {
		return new Period(from, null);
	}

	/**
	 * Whether a day lies in this period.
	 * @param day the day
	 * @return true from the first day up to the day before the end
	 */
	public boolean includes(LocalDate day) {
		return !day.isBefore(this.from) && (this.to == null || day.isBefore(this.to));
	}

	/**
	 * This period cut short.
	 * @param day the first day no longer in it
	 * @return the shorter period
	 * @throws IllegalArgumentException if nothing would be left
	 */
	public Period endingOn(LocalDate day) {
		return new Period(this.from, day);
	}

	/**
	 * Whether this period has no end yet.
	 * @return true while it is open
	 */
	public boolean open() {
		return this.to == null;
	}

}
