package unionbook.member;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;
import unionbook.shared.Gender;

/**
 * A row of the ledger as the timeline reads it.
 *
 * @param counterpart the unit or body on the other side
 */
record Move(MovementKind kind, Gender gender, LocalDate effectiveOn, @Nullable UUID pairId,
		@Nullable String counterpart, @Nullable String reason, @Nullable String decisionNumber,
		@Nullable LocalDate decisionSignedOn, @Nullable String decisionSigner, @Nullable String unitName) {

	Decision decision() {
		return new Decision(this.decisionNumber, this.decisionSignedOn, this.decisionSigner);
	}

}
