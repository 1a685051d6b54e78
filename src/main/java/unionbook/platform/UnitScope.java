package unionbook.platform;

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
	 * Whether the actor may do something in a unit.
	 * @param right the right
	 * @param unit the unit
	 * @return true if one grant both reaches the unit and carries the right
	 */
	boolean may(Right right, UnitId unit);

	/**
	 * The reached units, for conditions in queries.
	 * @return their ids
	 */
	UUID[] units();

	/**
	 * The units in which the actor may do something, found at once.
	 * @param right the right
	 * @return their ids
	 */
	UUID[] units(Right right);

	/**
	 * The units nobody stands above, for jobs that go through everything, tree by tree;
	 * the reach is no secret and behind no wall.
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
