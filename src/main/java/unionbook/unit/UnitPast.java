package unionbook.unit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything the page of a unit's history shows.
 *
 * @param unit its facts on the day
 * @param trail its superiors, from the top down, without itself
 * @param entries what happened to it, newest first
 * @param versions what held when, newest first
 */
record UnitPast(UnitRow unit, List<Superior> trail, List<HistoryEntry> entries, List<Version> versions) {

	/**
	 * What held for a period.
	 *
	 * @param unit the facts
	 * @param superior the unit directly above by its name of that time, or null at the
	 * top
	 */
	record Version(UnitRow unit, @Nullable String superior) {
	}

}
