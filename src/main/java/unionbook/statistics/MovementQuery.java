package unionbook.statistics;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/**
 * What is asked of the movements.
 *
 * @param unit the unit, with everything below it
 * @param from the first day
 * @param to the last day
 * @param today whether that is today
 * @param kind whose names are asked for: a code of the list movement_type, IN, OUT,
 * INTERNAL, UNITS_IN or UNITS_OUT, or null for none
 * @param gender MALE, FEMALE or null for both
 * @param after the place in the list
 */
record MovementQuery(UnitId unit, LocalDate from, LocalDate to, boolean today, @Nullable String kind,
		@Nullable String gender, Place after) {

	static final String PATH = "/statistics/movements";

	/** The address of the people behind a figure. */
	public String href(@Nullable String asked, @Nullable String only) {
		RosterLink link = RosterLink.to(PATH);
		if (!this.today) {
			link.with("asOf", this.to.toString());
		}
		link.with("unit", this.unit.toString());
		if (!this.from.equals(this.to.withDayOfYear(1))) {
			link.with("from", this.from.toString());
		}
		if (asked != null) {
			link.with("kind", asked);
		}
		if (only != null) {
			link.with("gender", only);
		}
		return link.toString();
	}

	/**
	 * A place in a list by day.
	 *
	 * @param day the day of the last row shown
	 * @param id the id of the last row shown
	 */
	record Place(LocalDate day, UUID id) {

		static final Place START = new Place(LocalDate.of(1, 1, 1), new UUID(0, 0));

		/** Reads a place from an address. */
		static Place of(String text) {
			int end = text.indexOf('_');
			if (end < 0 || text.length() != end + 37) {
				throw new IllegalArgumentException("not a place");
			}
			try {
				return new Place(LocalDate.parse(text.substring(0, end)), UUID.fromString(text.substring(end + 1)));
			}
			catch (java.time.DateTimeException ex) {
				throw new IllegalArgumentException("not a place", ex);
			}
		}

		@Override
		public String toString() {
			return this.day + "_" + this.id;
		}

	}

}
