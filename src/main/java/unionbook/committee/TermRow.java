package unionbook.committee;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/**
 * A term of a body with its figures on one day.
 *
 * @param id the term
 * @param unitId whose body it is
 * @param version how often it was changed
 * @param kind which body
 * @param bodyName the name of the group, empty for the other bodies
 * @param name such as 2023–2028
 * @param number which term of the body it is, or null
 * @param since its first day
 * @param until the first day after it, or null while it lasts
 * @param plannedEnd when it is to end
 * @param plannedSize how many the body is to have
 * @param decisionNumber the decision that recognised it
 * @param decisionSignedOn when that was signed
 * @param decisionSigner who signed it
 * @param endReason why it ended, or null
 * @param endDecision by which decision
 * @param shownOn the day the figures are of: the day asked for, or the nearest of the
 * term
 * @param sitting how many sit on that day
 * @param women how many of them are women
 * @param vacant how many seats wait to be filled on that day
 */
record TermRow(UUID id, UUID unitId, int version, BodyKind kind, String bodyName, String name, @Nullable Integer number,
		LocalDate since, @Nullable LocalDate until, LocalDate plannedEnd, int plannedSize,
		@Nullable String decisionNumber, @Nullable LocalDate decisionSignedOn, @Nullable String decisionSigner,
		@Nullable String endReason, @Nullable String endDecision, LocalDate shownOn, int sitting, int women,
		int vacant) {

	/** How early the end of a term is told (months). */
	static final int NOTICE = 6;

	UnitId unit() {
		return new UnitId(this.unitId);
	}

	/** The women of those who sit. */
	public Share share() {
		return new Share(this.women, this.sitting);
	}

	/** Places nobody holds. */
	public int free() {
		return Math.max(0, this.plannedSize - this.sitting);
	}

	public boolean livesOn(LocalDate day) {
		return !day.isBefore(this.since) && (this.until == null || day.isBefore(this.until));
	}

	/** Whether the planned end is near or past, seen from a day of the term. */
	public boolean endingOn(LocalDate day) {
		return livesOn(day) && !this.plannedEnd.isAfter(day.plusMonths(NOTICE));
	}

	/** Its address, on the day the figures are of. */
	public String href() {
		return "/committees/" + this.id;
	}

}
