package unionbook.member;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

/**
 * What a list did to one person, or its undoing.
 *
 * @param action member.imported, member.changed or member.import-undone
 * @param member the member
 * @param unit the unit that answers for it
 * @param effectiveOn the first day it holds
 * @param reason the decision or the name of the file
 * @param changes what changed, sensitive values masked
 */
record MemberListed(String action, MemberId member, UnitId unit, @Nullable LocalDate effectiveOn,
		@Nullable String reason, Map<String, Change> changes) implements MemberEvent {
}
