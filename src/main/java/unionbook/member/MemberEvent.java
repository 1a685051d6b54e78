package unionbook.member;

import java.util.UUID;

import unionbook.shared.AuditedEvent;
import unionbook.shared.MemberId;

/**
 * Something done to the record of a member; published in the transaction of the change.
 */
public interface MemberEvent extends AuditedEvent {

	/**
	 * Whom it concerns.
	 * @return the member
	 */
	MemberId member();

	@Override
	default String subjectKind() {
		return "member";
	}

	@Override
	default UUID subject() {
		return member().value();
	}

}
