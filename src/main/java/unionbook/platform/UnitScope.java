package unionbook.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import unionbook.shared.UnitId;

/** The first wall: which units the current actor reaches, and what may be done there. */
public interface UnitScope {

	/**
	 * Whether the actor reaches a unit.
	 * @param unit the unit
	 * @return true for a granted unit, what is or was below it, and their predecessors
	 */
	boolean reaches(UnitId unit);

	/**
	 * Whether the actor reaches what stands in a unit on a day.
	 * @param unit the unit
	 * @param day the day
	 * @return false too from the day on which the unit was handed over to others
	 */
	boolean reaches(UnitId unit, LocalDate day);

	/**
	 * Whether the actor may do something in a unit today. Who lost a unit to another
	 * superior, or whose own union has ended, may read what was and change nothing.
	 * @param right the right
	 * @param unit the unit
	 * @return true if one grant both reaches the unit and carries the right; for a right
	 * that changes something, only where the granted unit lives and stands above the unit
	 * today, or stood there to its end
	 */
	boolean may(Right right, UnitId unit);

	/**
	 * The reached units, for conditions in queries.
	 * @return their ids
	 */
	UUID[] units();

	/**
	 * The units reached as they stand on a day.
	 * @param day the day
	 * @return their ids, without those handed over by then
	 */
	UUID[] units(LocalDate day);

	/**
	 * The units in which the actor may do something today, found at once.
	 * @param right the right
	 * @return their ids
	 */
	UUID[] units(Right right);

	/**
	 * The units nobody stands above today, for jobs that go through everything, tree by
	 * tree; the reach is no secret and behind no wall.
	 * @return their ids, in one order
	 */
	List<UnitId> tops();

	/**
	 * Goes on only inside the reach.
	 * @param unit the unit
	 * @throws NotFound if the actor does not reach it: what may not be seen does not
	 * exist
	 */
	default void require(UnitId unit) {
		if (!reaches(unit)) {
			throw new NotFound();
		}
	}

	/**
	 * Goes on only where the right holds.
	 * @param right the right
	 * @param unit the unit
	 * @throws NotFound if the actor does not reach the unit
	 * @throws Forbidden if the actor sees the unit but may not do this there
	 */
	default void require(Right right, UnitId unit) {
		require(unit);
		if (!may(right, unit)) {
			throw new Forbidden();
		}
	}

}
