package unionbook.committee;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A seat with the person in it, as the roster showed the person on the day.
 *
 * @param id the seat
 * @param memberId the person
 * @param role what the person is in the body
 * @param kind how the person came in
 * @param since the first day
 * @param until the first day after it, or null
 * @param decisionNumber the decision behind it, or null
 * @param endReason why it ended, or null
 * @param endDecision by which decision it ended, or null
 * @param endNote what else was said, or null
 * @param vacancyClosedOn when the vacancy it left was filled or dismissed, or null
 * @param fullName the person's name
 * @param gender the person's gender
 * @param birthDate when the person was born
 * @param birthPrecision how far that is known
 * @param department the department, or null
 * @param position code of the position, or null
 * @param unionPosition code of the roster's union position, or null
 * @param memberUnit the unit whose roster the person stands on
 * @param unitName its name on the day
 */
record SeatRow(UUID id, UUID memberId, SeatRole role, SeatKind kind, LocalDate since, @Nullable LocalDate until,
		@Nullable String decisionNumber, @Nullable EndReason endReason, @Nullable String endDecision,
		@Nullable String endNote, @Nullable LocalDate vacancyClosedOn, String fullName, String gender,
		LocalDate birthDate, String birthPrecision, @Nullable String department, @Nullable String position,
		@Nullable String unionPosition, UUID memberUnit, @Nullable String unitName) {

	public boolean sitsOn(LocalDate day) {
		return !day.isBefore(this.since) && (this.until == null || day.isBefore(this.until));
	}

	/** Whether it stands empty on a day and somebody should do something about it. */
	public boolean vacantOn(LocalDate day) {
		return this.until != null && !day.isBefore(this.until) && this.endReason != null
				&& this.endReason.compareTo(EndReason.TERM_ENDED) < 0
				&& (this.vacancyClosedOn == null || day.isBefore(this.vacancyClosedOn));
	}

}
