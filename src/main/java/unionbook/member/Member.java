package unionbook.member;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import org.hibernate.annotations.SQLOrder;
import org.jspecify.annotations.Nullable;
import unionbook.platform.RuleViolation;
import unionbook.shared.Decision;
import unionbook.shared.Gender;
import unionbook.shared.Ids;
import unionbook.shared.MemberId;
import unionbook.shared.Period;
import unionbook.shared.PersonName;
import unionbook.shared.UnitId;

/**
 * A person with everything dated about them. Each verb keeps the periods and the ledger
 * of movements in step: what a roster counts on a day is what the movements up to that
 * day add up to, for all and for women.
 */
@Entity
class Member {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	@Id
	private UUID id;

	private UUID unitId;

	@Version
	private @Nullable Integer version;

	@Embedded
	private Person person;

	@Enumerated(EnumType.STRING)
	private Gender gender;

	private String surname;

	private String middleName;

	private String givenName;

	private byte @Nullable [] identityCipher;

	private byte @Nullable [] identityHash;

	private @Nullable String identityTail;

	@OneToMany(mappedBy = "member", cascade = CascadeType.PERSIST, orphanRemoval = true)
	@SQLOrder("period")
	private List<Membership> memberships = new ArrayList<>();

	@OneToMany(mappedBy = "member", cascade = CascadeType.PERSIST)
	private List<Movement> movements = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Member() {
	}

	/** A person new to the book, in a unit from a day on. */
	@SuppressWarnings("NullAway.Init")
	Member(MemberId id, UnitId unit, Person person, Standing standing, MovementKind kind, Step step) {
		this.id = id.value();
		this.unitId = unit.value();
		this.person = person;
		this.gender = standing.gender();
		name();
		enter(unit, standing, kind, step);
	}

	/**
	 * Puts right what is not dated, on rosters of the past too, but those of units that
	 * are only read.
	 */
	void correct(Person corrected, Set<UUID> onlyRead) {
		this.person = corrected;
		name();
		this.memberships.stream()
			.filter((membership) -> !onlyRead.contains(membership.unit().value()))
			.forEach((membership) -> membership.name(corrected));
	}

	/**
	 * Another standing from a day on; the days before stay as they were. A corrected
	 * gender leaves and enters the ledger on that day, so that the women's figures close
	 * too; where the membership ends, it is turned back for the row that ended it.
	 */
	void change(LocalDate day, Standing standing) {
		Membership last = last().orElseThrow(() -> new RuleViolation("member.rule.noMembership"));
		Period period = last.period();
		if (!period.includes(day)) {
			throw day.isBefore(period.from()) ? onDay("member.rule.laterChange", period.from())
					: onDay("member.rule.left", period.to());
		}
		Gender wrong = last.standing().gender();
		if (wrong != standing.gender()) {
			exchange(last.unit(), day, wrong, standing.gender());
			if (period.to() != null) {
				exchange(last.unit(), period.to(), standing.gender(), wrong);
			}
			this.gender = standing.gender();
		}
		if (day.equals(period.from())) {
			last.become(standing);
			return;
		}
		last.endOn(day);
		this.memberships.add(new Membership(this, last.unit(), new Period(day, period.to()), this.person, standing));
	}

	/**
	 * Out of one unit and into another on one day: a pair that nets to zero above both.
	 */
	void transfer(UnitId to, String fromName, String toName, Step step) {
		Membership last = present(step.day());
		if (last.unit().equals(to)) {
			throw new RuleViolation("member.rule.sameUnit", toName).onField("unit");
		}
		UUID pair = Ids.next();
		UnitId from = last.unit();
		last.endOn(step.day());
		this.movements.add(new Movement(this, from, MovementKind.OUT_TRANSFER_INTERNAL, this.gender, step).paired(pair)
			.with(to, toName));
		this.movements.add(new Movement(this, to, MovementKind.IN_TRANSFER_INTERNAL, this.gender, step).paired(pair)
			.with(from, fromName));
		this.memberships
			.add(new Membership(this, to, Period.since(step.day()), this.person, last.standing().elsewhere()));
		this.unitId = to.value();
	}

	/**
	 * The last day is the one before. What was entered by mistake may end on the day it
	 * began: then it never was.
	 */
	void leave(LeaveReason reason, Step step) {
		if (reason == LeaveReason.DATA_ERROR && neverWas(step.day())) {
			this.memberships.clear();
		}
		else {
			present(step.day()).endOn(step.day());
		}
		this.movements.add(new Movement(this, unit(), reason.movement(), this.gender, step).because(reason));
	}

	/** Back in the unit that was left, or entering again. */
	void resume(MovementKind kind, Step step) {
		last().map(Membership::period).ifPresent((period) -> {
			if (period.to() == null) {
				throw new RuleViolation("member.rule.active");
			}
			if (step.day().isBefore(period.to())) {
				throw onDay("member.rule.left", period.to());
			}
		});
		enter(unit(), standing().elsewhere(), kind, step);
	}

	void identify(IdentityVault.Sealed sealed, String tail) {
		this.identityCipher = sealed.cipher();
		this.identityHash = sealed.hash();
		this.identityTail = tail;
	}

	MemberId id() {
		return new MemberId(this.id);
	}

	UnitId unit() {
		return new UnitId(this.unitId);
	}

	int version() {
		return (this.version == null) ? 0 : this.version;
	}

	Person person() {
		return this.person;
	}

	byte @Nullable [] identityCipher() {
		return this.identityCipher;
	}

	@Nullable String identityTail() {
		return this.identityTail;
	}

	Gender gender() {
		return this.gender;
	}

	Standing standing() {
		return last().map(Membership::standing).orElse(Standing.of(this.gender));
	}

	/** The present membership, or the last one, or one that is still to come. */
	Optional<Membership> last() {
		return this.memberships.isEmpty() ? Optional.empty() : Optional.of(this.memberships.getLast());
	}

	private void enter(UnitId unit, Standing standing, MovementKind kind, Step step) {
		this.memberships.add(new Membership(this, unit, Period.since(step.day()), this.person, standing));
		this.movements.add(new Movement(this, unit, kind, this.gender, step));
	}

	/**
	 * The open membership, when nothing recorded later stands in the way of ending it on
	 * a day.
	 */
	private Membership present(LocalDate day) {
		Membership last = last().orElseThrow(() -> new RuleViolation("member.rule.noMembership"));
		if (last.period().to() != null) {
			throw onDay("member.rule.left", last.period().to());
		}
		if (!day.isAfter(last.period().from())) {
			throw onDay("member.rule.afterBegin", last.period().from());
		}
		return last;
	}

	private boolean neverWas(LocalDate day) {
		return this.memberships.size() == 1 && last().map(Membership::period).equals(Optional.of(Period.since(day)));
	}

	private void exchange(UnitId unit, LocalDate day, Gender wrong, Gender right) {
		UUID pair = Ids.next();
		Step step = new Step(day, Decision.NONE, null);
		this.movements.add(new Movement(this, unit, MovementKind.OUT_CORRECTION, wrong, step).paired(pair));
		this.movements.add(new Movement(this, unit, MovementKind.IN_CORRECTION, right, step).paired(pair));
	}

	private void name() {
		PersonName name = PersonName.of(this.person.fullName());
		this.surname = name.surname();
		this.middleName = name.middle();
		this.givenName = name.given();
	}

	private static RuleViolation onDay(String key, @Nullable LocalDate day) {
		return new RuleViolation(key, (day == null) ? "" : DAY.format(day)).onField("effectiveOn");
	}

}
