package unionbook.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AccountId;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * A decision that changes the organisation, as a draft or done.
 *
 * @param id its id
 * @param unit the unit whose administrators decide it
 * @param version grows with each change of the draft
 * @param kind what it was begun as; the plan may do more
 * @param status how far it is
 * @param decision the paper
 * @param effectiveOn the first day of the new state, or null while not known
 * @param plan what it does
 * @param createdAt when it was begun
 * @param createdBy by whom
 * @param executedAt when it was done
 * @param executedBy by whom
 * @param undoneAt when it was undone
 * @param undoneBy by whom
 */
record Reorganisation(UUID id, UnitId unit, int version, Kind kind, Status status, Decision decision,
		@Nullable LocalDate effectiveOn, Plan plan, Instant createdAt, @Nullable AccountId createdBy,
		@Nullable Instant executedAt, @Nullable AccountId executedBy, @Nullable Instant undoneAt,
		@Nullable AccountId undoneBy) {
}
