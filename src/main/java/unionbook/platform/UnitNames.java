package unionbook.platform;

import java.time.LocalDate;

import unionbook.shared.UnitId;

/** Tells what a unit is called, for the head of the page. */
public interface UnitNames {

	/**
	 * The name of a unit on a day.
	 * @param unit the unit
	 * @param day the day
	 * @return its name then, or its nearest known name
	 */
	String name(UnitId unit, LocalDate day);

}
