package unionbook.emulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/**
 * A pledge of a unit for a year, or an addendum to one. Its text is written while it is a
 * draft, frozen with a fingerprint when it is signed, and never changed afterwards.
 */
@Entity
@Table(name = "pledge")
class Pledge {

	@Id
	private UUID id;

	private UUID unitId;

	@Version
	private @Nullable Integer version;

	private int year;

	@Enumerated(EnumType.STRING)
	private PledgeLevel level;

	@Enumerated(EnumType.STRING)
	private PledgeStatus status;

	private String code;

	private String title;

	private @Nullable String motto;

	private @Nullable String documentNumber;

	private @Nullable String legalBasis;

	private @Nullable LocalDate signedOn;

	private String signedDatePrecision;

	private @Nullable String signedPlace;

	private @Nullable String event;

	private @Nullable Integer copies;

	private @Nullable String sourceNote;

	private @Nullable UUID amendsId;

	@ColumnTransformer(write = "cast(? as jsonb)")
	private @Nullable String snapshot;

	@Column(name = "snapshot_sha256")
	private @Nullable String fingerprint;

	private @Nullable LocalDate endedOn;

	private @Nullable String endReason;

	private @Nullable String endDecision;

	@Enumerated(EnumType.STRING)
	private @Nullable PledgeStatus statusBefore;

	@OneToMany(mappedBy = "pledge", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("seq")
	private List<Party> parties = new ArrayList<>();

	@OneToMany(mappedBy = "pledge", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("seq")
	private List<Point> points = new ArrayList<>();

	@OneToMany(mappedBy = "pledge", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("seq")
	private List<Target> targets = new ArrayList<>();

	@SuppressWarnings("NullAway")
	protected Pledge() {
	}

	@SuppressWarnings("NullAway")
	private Pledge(UnitId unit, int year, PledgeLevel level, String code, @Nullable UUID amends, PledgeText text) {
		this.id = Ids.next();
		this.unitId = unit.value();
		this.year = year;
		this.level = level;
		this.code = code;
		this.amendsId = amends;
		this.status = PledgeStatus.DRAFT;
		say(text);
	}

	static Pledge draft(UnitId unit, int year, PledgeLevel level, String code, PledgeText text) {
		return new Pledge(unit, year, level, code, null, text);
	}

	/**
	 * A change to this signed pledge, to be signed on its own; this text stays.
	 * @param number the addendum's number among those of this pledge
	 * @param text what the addendum says
	 */
	Pledge addendum(int number, PledgeText text) {
		if (!this.status.running()) {
			throw new RuleViolation("emulation.rule.addendum.unsigned");
		}
		if (this.amendsId != null) {
			throw new RuleViolation("emulation.rule.addendum.ofAddendum");
		}
		return new Pledge(unit(), this.year, this.level, this.code + "/PL" + number, this.id, text);
	}

	void rewrite(PledgeText text) {
		requireOpen();
		say(text);
	}

	/**
	 * Records the signing and freezes the text.
	 * @param day the day it was signed, or null when it is not known
	 * @param precision how far the day is known
	 */
	void sign(@Nullable LocalDate day, String precision) {
		requireOpen();
		if (this.points.isEmpty() && this.targets.isEmpty()) {
			throw new RuleViolation("emulation.rule.sign.empty");
		}
		if (this.amendsId == null && (this.points.isEmpty() || this.targets.isEmpty())) {
			throw new RuleViolation("emulation.rule.sign.incomplete");
		}
		if (this.parties.size() < ((this.level == PledgeLevel.INDIVIDUAL) ? 1 : 2)) {
			throw new RuleViolation("emulation.rule.sign.parties");
		}
		this.parties.stream().map(Party::text).filter((party) -> !party.accountedFor()).findFirst().ifPresent((p) -> {
			throw new RuleViolation("emulation.rule.sign.signatory", p.name());
		});
		if (day == null && !"UNKNOWN".equals(precision)) {
			throw new RuleViolation("emulation.rule.sign.day").onField("signedOn");
		}
		this.signedOn = "UNKNOWN".equals(precision) ? null : day;
		this.signedDatePrecision = precision;
		this.status = PledgeStatus.SIGNED;
		Seal seal = Seal.of(content());
		this.snapshot = seal.json();
		this.fingerprint = seal.sha256();
	}

	/**
	 * Calls the pledge off.
	 * @param day since when
	 * @param reason why
	 * @param decision by which decision; asked for once it is signed
	 */
	void cancel(LocalDate day, String reason, @Nullable String decision) {
		if (this.status.compareTo(PledgeStatus.CLOSED) >= 0) {
			throw new RuleViolation("emulation.rule.ended");
		}
		if (!this.status.open() && decision == null) {
			throw new RuleViolation("emulation.rule.cancel.decision").onField("decision");
		}
		end(PledgeStatus.CANCELLED, day, reason, decision);
	}

	/**
	 * Closes the year: no result changes any more.
	 * @param day since when
	 */
	void close(LocalDate day) {
		if (!this.status.running()) {
			throw new RuleViolation("emulation.rule.close.unsigned");
		}
		end(PledgeStatus.CLOSED, day, null, null);
	}

	/**
	 * Ends because its unit does: what is signed is closed, a draft is called off.
	 * @param day the first day the unit no longer exists
	 * @param decision by which decision, or null
	 */
	void endWithUnit(LocalDate day, @Nullable String decision) {
		PledgeStatus before = this.status;
		end(before.open() ? PledgeStatus.CANCELLED : PledgeStatus.CLOSED, day, PledgeFacts.UNIT_ENDED, decision);
		this.statusBefore = before;
	}

	/** Stands where it stood before its unit ended. */
	void goOn() {
		this.status = Objects.requireNonNull(this.statusBefore);
		this.statusBefore = null;
		this.endedOn = null;
		this.endReason = null;
		this.endDecision = null;
	}

	/** Goes on only when what the reader saw is what stands here. */
	void requireVersion(int seen) {
		if (version() != seen) {
			throw new StaleVersion();
		}
	}

	PledgeText text() {
		return new PledgeText(this.title, this.motto, this.documentNumber, this.legalBasis, this.event,
				this.signedPlace, this.signedOn, this.signedDatePrecision, this.copies, this.sourceNote,
				this.parties.stream().map(Party::text).toList(), this.points.stream().map(Point::text).toList(),
				this.targets.stream().map(Target::text).toList());
	}

	Integrity integrity() {
		Seal seal = Seal.of(this.snapshot, this.fingerprint);
		return (seal == null) ? (this.status.open() ? Integrity.DRAFT : Integrity.NOT_FROZEN)
				: seal.covers(content()) ? Integrity.MATCHES : Integrity.DIFFERS;
	}

	PledgeFacts facts() {
		return new PledgeFacts(new PledgeId(this.id), unit(), version(), this.year, this.level, this.status, this.code,
				(this.amendsId == null) ? null : new PledgeId(this.amendsId), this.fingerprint, this.endedOn,
				this.endReason, this.endDecision);
	}

	PledgeId id() {
		return new PledgeId(this.id);
	}

	UnitId unit() {
		return new UnitId(this.unitId);
	}

	int version() {
		return (this.version == null) ? 0 : this.version;
	}

	List<Target> targets() {
		return List.copyOf(this.targets);
	}

	private void end(PledgeStatus end, LocalDate day, @Nullable String reason, @Nullable String decision) {
		this.status = end;
		this.endedOn = day;
		this.endReason = reason;
		this.endDecision = decision;
	}

	private void requireOpen() {
		if (!this.status.open()) {
			throw new RuleViolation("emulation.rule.frozen");
		}
	}

	private void say(PledgeText text) {
		this.title = text.title();
		this.motto = text.motto();
		this.documentNumber = text.documentNumber();
		this.legalBasis = text.legalBasis();
		this.event = text.event();
		this.signedPlace = text.signedPlace();
		this.signedOn = text.signedOn();
		this.signedDatePrecision = text.signedDatePrecision();
		this.copies = text.copies();
		this.sourceNote = text.sourceNote();
		Part.rewrite(this.parties, text.parties(), (seq, party) -> new Party(this, seq, party));
		Part.rewrite(this.points, text.points(), (seq, point) -> new Point(this, seq, point));
		Part.rewrite(this.targets, text.targets(), (seq, target) -> new Target(this, seq, target));
	}

	private Content content() {
		return new Content(this.code, this.year, this.level, this.unitId, this.amendsId, text());
	}

	/** What is sealed: the text, and whose it is. */
	private record Content(String code, int year, PledgeLevel level, UUID unit, @Nullable UUID amends,
			PledgeText text) {
	}

}
