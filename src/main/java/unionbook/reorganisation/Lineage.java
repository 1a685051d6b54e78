package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * The family tree of a unit: what it came from and what came of it.
 *
 * @param nodes the units, the earliest first
 * @param edges who became whom, by which decision, the earliest first
 */
record Lineage(List<Node> nodes, List<Edge> edges) {

	/**
	 * A unit of the tree.
	 *
	 * @param unit the unit
	 * @param code its last code, or null where it is not reached
	 * @param name its last name, or the name it had in the decision where it is not
	 * reached
	 * @param from its first day, or null where it is not reached
	 * @param to the first day it no longer existed, or null
	 * @param generation steps after the earliest unit of its branch, 0 for the earliest
	 */
	record Node(UnitId unit, @Nullable String code, String name, @Nullable LocalDate from, @Nullable LocalDate to,
			int generation) {
	}

	/**
	 * A unit became another, or gave people to it.
	 *
	 * @param from the predecessor
	 * @param to the successor
	 * @param day the first day of the new state
	 * @param event a code of the list unit_event
	 * @param decision the paper
	 * @param reorganisation the reorganisation behind it, or null
	 */
	record Edge(UnitId from, UnitId to, LocalDate day, String event, Decision decision, @Nullable UUID reorganisation) {
	}

}
