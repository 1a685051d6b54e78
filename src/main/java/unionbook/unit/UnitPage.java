package unionbook.unit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a unit shows.
 *
 * @param node the unit on the day with what stood below it
 * @param trail its superiors, from the top down, without itself
 * @param begins the first day of its life
 * @param ending how its life ends, if that is known, or null
 * @param history what happened to it, newest first
 * @param mayAdd whether the actor may found a unit directly under it
 * @param mayEdit whether the actor may change its facts
 * @param mayEnd whether the actor may end it
 */
record UnitPage(UnitNode node, List<Superior> trail, LocalDate begins, @Nullable Ending ending,
		List<HistoryEntry> history, boolean mayAdd, boolean mayEdit, boolean mayEnd) {

	private static final int LATEST = 4;

	/** The newest entries of the history; all of it has a page of its own. */
	public List<HistoryEntry> latest() {
		return this.history.subList(0, Math.min(LATEST, this.history.size()));
	}

	public UnitRow unit() {
		return this.node.unit();
	}

}
