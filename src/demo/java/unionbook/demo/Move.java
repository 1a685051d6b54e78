package unionbook.demo;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;

/**
 * One row of the ledger.
 *
 * @param person who
 * @param unit the unit whose figure changes
 * @param kind code of the movement
 * @param day the first day that counts it
 * @param pair what the two rows of a transfer share, or null
 * @param otherUnit the unit at the other end, or null
 * @param otherBody the body outside at the other end, or null
 * @param reason code of the reason for leaving, or null
 * @param decision the decision it rests on, or null
 */
record Move(Person person, DemoUnit unit, String kind, LocalDate day, @Nullable UUID pair, @Nullable DemoUnit otherUnit,
		@Nullable String otherBody, @Nullable String reason, @Nullable Decision decision) {

	int direction() {
		return this.kind.startsWith("OUT") ? -1 : 1;
	}

	Move decided(Decision decision) {
		return new Move(this.person, this.unit, this.kind, this.day, this.pair, this.otherUnit, this.otherBody,
				this.reason, decision);
	}

}
