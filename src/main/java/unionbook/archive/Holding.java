package unionbook.archive;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import unionbook.shared.UnitId;

/**
 * Whose archive it is, and what of it the actor may take along.
 *
 * @param unit the unit with everything below it
 * @param code its code on the day
 * @param name its name on the day
 * @param kind the kind of union, a code of the list unit_kind
 * @param begins the first day of its life
 * @param day the day of the archive, at most the last of its life
 * @param closing the day up to which decisions and movements are told: the one after, if
 * the unit ended with the day
 * @param ended whether it ended with that day
 * @param units the units the actor may take an archive of
 * @param personal whether full birth dates may be read in all of them
 * @param sensitive whether Party membership may be read in all of them
 */
record Holding(UnitId unit, String code, String name, String kind, LocalDate begins, LocalDate day, LocalDate closing,
		boolean ended, UUID[] units, boolean personal, boolean sensitive) {

	/** The parameters of every query about it. */
	Map<String, Object> parameters() {
		return Map.of("root", this.unit.value(), "day", this.day, "closing", this.closing, "units", this.units);
	}

}
