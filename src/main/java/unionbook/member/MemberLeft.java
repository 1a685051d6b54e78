package unionbook.member;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

/**
 * A membership ends.
 *
 * @param member the member
 * @param unit the unit that answers for it
 * @param effectiveOn the first day it holds
 * @param reason the decision or the reason, where given
 * @param changes what changed, sensitive values masked
 */
public record MemberLeft(MemberId member, UnitId unit, @Nullable LocalDate effectiveOn, @Nullable String reason,
		Map<String, Change> changes) implements MemberEvent {

	@Override
	public String action() {
		return "member.left";
	}

}
