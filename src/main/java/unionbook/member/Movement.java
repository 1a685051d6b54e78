package unionbook.member;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.shared.AccountId;
import unionbook.shared.Gender;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/**
 * A row of the ledger: one person more or less in a unit from a day on. Never changed.
 */
@Entity
@Immutable
class Movement {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Member member;

	private UUID unitId;

	@Enumerated(EnumType.STRING)
	private MovementKind kind;

	@Enumerated(EnumType.STRING)
	private Gender gender;

	private LocalDate effectiveOn;

	private @Nullable UUID pairId;

	private @Nullable UUID counterpartUnitId;

	private @Nullable String counterpart;

	private @Nullable String reason;

	private @Nullable String decisionNumber;

	private @Nullable LocalDate decisionSignedOn;

	private @Nullable String decisionSigner;

	private @Nullable UUID recordedBy;

	@SuppressWarnings("NullAway.Init")
	protected Movement() {
	}

	Movement(Member member, UnitId unit, MovementKind kind, Gender gender, Step step) {
		this.id = Ids.next();
		this.member = member;
		this.unitId = unit.value();
		this.kind = kind;
		this.gender = gender;
		this.effectiveOn = step.day();
		this.counterpart = step.counterpart();
		this.decisionNumber = step.decision().number();
		this.decisionSignedOn = step.decision().signedOn();
		this.decisionSigner = step.decision().signer();
		this.recordedBy = CurrentActor.find().map(Actor::account).map(AccountId::value).orElse(null);
	}

	Movement because(LeaveReason why) {
		this.reason = why.name();
		return this;
	}

	/** One half of a pair that nets to zero. */
	Movement paired(UUID pair) {
		this.pairId = pair;
		return this;
	}

	/**
	 * The unit on the other side, with its name: who reads this side may not reach that
	 * one.
	 */
	Movement with(UnitId unit, String name) {
		this.counterpartUnitId = unit.value();
		this.counterpart = name;
		return this;
	}

}
