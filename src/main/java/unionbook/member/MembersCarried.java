package unionbook.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * A reorganisation carried people out of some units, all at once; published in its
 * transaction, when the rosters stand as they will.
 *
 * @param batch the reorganisation
 * @param from the units they left
 * @param effectiveOn the first day elsewhere
 * @param decision the paper
 */
public record MembersCarried(UUID batch, Collection<UnitId> from, LocalDate effectiveOn, Decision decision) {
}
