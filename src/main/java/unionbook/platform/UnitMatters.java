package unionbook.platform;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import unionbook.shared.UnitId;

/**
 * Tells what is still open in units that are to end or to be handed over; every module
 * that keeps things hanging on a unit answers for its own.
 */
public interface UnitMatters {

	/**
	 * What is open in some units.
	 * @param units the units, inside the reach of the actor
	 * @param day the day from which the units no longer exist or stand elsewhere
	 * @return what reaches that day or later, nothing with a count of zero
	 */
	List<Matter> open(Collection<UnitId> units, LocalDate day);

	/**
	 * Something open in a unit.
	 *
	 * @param unit the unit
	 * @param key the key of the message that names it, with the count as its argument
	 * @param count how many
	 * @param href where they are listed, a path of this application
	 */
	record Matter(UnitId unit, String key, long count, String href) {
	}

}
