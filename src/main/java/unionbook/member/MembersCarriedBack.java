package unionbook.member;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A reorganisation was undone and everybody it carried is back; published in its
 * transaction, when the rosters stand as they did.
 *
 * @param batch the reorganisation
 * @param day the day they had left
 */
public record MembersCarriedBack(UUID batch, LocalDate day) {
}
