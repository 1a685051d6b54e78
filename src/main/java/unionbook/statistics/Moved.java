package unionbook.statistics;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One movement, or one person of a unit handed over, with the names of its day.
 *
 * @param id the movement, or the row of the roster
 * @param effectiveOn the first day it counts
 * @param kind a code of the list movement_type, UNITS_IN or UNITS_OUT
 * @param gender the gender as it was counted
 * @param memberId who moved
 * @param unitId the unit whose figure it changes
 * @param counterpart the body at the other end, or null
 * @param decisionNumber the decision behind it, or null
 * @param fullName the name on the roster, or null if it is no longer to be seen
 * @param unitName the unit's name
 * @param counterpartName the unit at the other end, or null
 * @param readable whether the record of the person may be read
 */
record Moved(UUID id, LocalDate effectiveOn, String kind, String gender, UUID memberId, UUID unitId,
		@Nullable String counterpart, @Nullable String decisionNumber, @Nullable String fullName,
		@Nullable String unitName, @Nullable String counterpartName, boolean readable) {

	/** The words for its kind. */
	public String kindKey() {
		return MovementLines.key(this.kind);
	}

}
