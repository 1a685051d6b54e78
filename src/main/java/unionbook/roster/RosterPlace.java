package unionbook.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.unit.UnitRow;

/**
 * Whose roster is read, and what of it may be read.
 *
 * @param day the day
 * @param unit the unit at the top, or null for everything the actor starts from
 * @param lineage the superiors of the unit from the top down to the unit itself
 * @param homes the units the actor starts from
 * @param units the units whose people stand on it
 * @param names the names of these units
 * @param personal whether full birth dates are shown
 * @param sensitive whether Party membership is shown
 * @param writable whether members may be added to the unit
 */
record RosterPlace(LocalDate day, @Nullable UnitRow unit, List<UnitRow> lineage, List<UnitRow> homes, UUID[] units,
		Map<UUID, String> names, boolean personal, boolean sensitive, boolean writable) {

	/** Whether people of several units can stand on it. */
	boolean several() {
		return this.units.length > 1;
	}

	/** The address of this roster. */
	String path() {
		return (this.unit == null) ? "/members" : "/units/" + this.unit.id() + "/members";
	}

}
