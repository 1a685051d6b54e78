package unionbook.member;

import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.shared.MemberId;
import unionbook.shared.Period;

/**
 * What the reader may see of a member on the asked day.
 *
 * @param id the member
 * @param shown the roster facts of that day, else of the nearest day the reader may see
 * @param inUnit the days in that unit without a break
 * @param birthPrecision how much of the birth date is shown
 * @param status what the person is on that day
 * @param record the whole record, or null when only an earlier roster is reached
 * @param identity the masked identity number, or null
 * @param findings where the identity number and the record differ, as message keys
 * @param personal whether contact and birth details are shown
 * @param sensitive whether ethnicity, religion and Party membership are shown
 * @param stays the stretches of membership, oldest first
 * @param timeline what happened, newest first
 * @param actions what the reader may do
 */
record MemberPage(MemberId id, Stay shown, Period inUnit, String birthPrecision, Status status, @Nullable Person record,
		@Nullable String identity, List<String> findings, boolean personal, boolean sensitive, List<Stay> stays,
		List<TimelineEvent> timeline, Actions actions) {

	/**
	 * What a person is on a day.
	 *
	 * @param active whether a member
	 * @param key the message key
	 * @param movement the kind of movement that ended the membership, or null
	 */
	record Status(boolean active, String key, @Nullable MovementKind movement) {
	}

	/**
	 * What the reader may do with the record.
	 *
	 * @param write whether it may be corrected
	 * @param transfer whether the member may be moved
	 * @param leave whether the membership may be ended
	 * @param resume whether the former member may be taken back
	 */
	record Actions(boolean write, boolean transfer, boolean leave, boolean resume) {

		static final Actions NONE = new Actions(false, false, false, false);

	}

}
