package unionbook.emulation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/**
 * What is known about a pledge beside its text.
 *
 * @param id the pledge
 * @param unit whose it is
 * @param version what a form must give back
 * @param year the year it is for
 * @param level between whom
 * @param status where it stands
 * @param code its code
 * @param amends the pledge it is an addendum to, or null
 * @param fingerprint the fingerprint of the frozen text, or null
 * @param endedOn since when it is closed or cancelled, or null
 * @param endReason why it was cancelled, {@link #UNIT_ENDED}, or null
 * @param endDecision by which decision, or null
 */
record PledgeFacts(PledgeId id, UnitId unit, int version, int year, PledgeLevel level, PledgeStatus status, String code,
		@Nullable PledgeId amends, @Nullable String fingerprint, @Nullable LocalDate endedOn,
		@Nullable String endReason, @Nullable String endDecision) {

	/** The reason kept with a pledge that ended with its unit. */
	static final String UNIT_ENDED = "UNIT_ENDED";

	/** Whether it ended because its unit did. */
	public boolean endedWithUnit() {
		return UNIT_ENDED.equals(this.endReason);
	}

	public boolean addendum() {
		return this.amends != null;
	}

	public String href() {
		return "/pledges/" + this.id;
	}

}
