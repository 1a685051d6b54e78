package unionbook.member;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/**
 * Admits, changes, moves and ends memberships; every change keeps rosters, figures and
 * the ledger in step.
 */
@Service
@Transactional
public class Members {

	private final MemberRepository members;

	private final MemberLedger ledger;

	private final IdentityVault vault;

	private final UnitScope scope;

	private final Units units;

	private final ApplicationEventPublisher events;

	Members(MemberRepository members, MemberLedger ledger, IdentityVault vault, UnitScope scope, Units units,
			ApplicationEventPublisher events) {
		this.members = members;
		this.ledger = ledger;
		this.vault = vault;
		this.scope = scope;
		this.units = units;
		this.events = events;
	}

	/**
	 * Enters a person into the roster of a unit. The id comes with the form, so the same
	 * form sent twice makes one member.
	 */
	void admit(MemberId id, UnitId unit, Admission admission) {
		this.scope.require(Right.WRITE_MEMBERS, unit);
		if (admission.kind() == MovementKind.OPENING) {
			this.scope.require(Right.TRANSFER_MEMBERS, unit);
		}
		this.ledger.oneAtATime(id);
		if (this.members.findById(id.value()).isPresent()) {
			return;
		}
		LocalDate day = admission.step().day();
		living(unit, day);
		Member member = new Member(id, unit, admission.person(), admission.standing(), admission.kind(),
				admission.step());
		identify(member, admission.identity());
		this.members.save(member);
		this.ledger.settle();
		this.events.publishEvent(new MemberAdmitted(id, unit, day, reason(admission.step(), admission.kind()),
				Facts.changes(Map.of(), Facts.of(member))));
	}

	/** Corrects the record, and changes what the roster shows from a day on. */
	void change(MemberId id, Revision revision) {
		Member member = toChange(id, Right.WRITE_MEMBERS);
		if (member.version() != revision.version()) {
			throw new StaleVersion();
		}
		Map<String, @Nullable Object> before = Facts.of(member);
		LocalDate from = revision.effectiveOn();
		boolean dated = !member.standing().equals(revision.standing());
		if (dated) {
			if (from == null) {
				throw new RuleViolation("member.rule.fromWhen").onField("effectiveOn");
			}
			member.change(from, revision.standing());
		}
		if (!member.person().equals(revision.person())) {
			member.correct(revision.person(), this.ledger.onlyRead());
		}
		identify(member, revision.identity());
		this.ledger.settle();
		Map<String, Change> changes = Facts.changes(before, Facts.of(member));
		if (!changes.isEmpty()) {
			this.events
				.publishEvent(new MemberChanged(id, member.unit(), dated ? from : null, revision.reason(), changes));
		}
	}

	/**
	 * Moves a member to another unit of the same ministry: out of one and into the other
	 * on one day.
	 * @param id the member
	 * @param to the unit to move to
	 * @param day the first day there
	 * @param decision the decision behind it
	 * @throws NotFound if the actor does not reach the member or the unit
	 * @throws Forbidden if the actor may not transfer in both units
	 * @throws RuleViolation if the member is not in a unit on that day, something later
	 * is recorded, or the unit does not exist then
	 */
	public void transfer(MemberId id, UnitId to, LocalDate day, Decision decision) {
		Member member = toChange(id, Right.TRANSFER_MEMBERS);
		this.scope.require(Right.TRANSFER_MEMBERS, to);
		UnitRow source = this.units.find(member.unit(), day.minusDays(1));
		UnitRow target = living(to, day);
		if (!source.path().getFirst().equals(target.path().getFirst())) {
			throw new RuleViolation("member.rule.otherMinistry").onField("unit");
		}
		member.transfer(to, source.name(), target.name(), new Step(day, decision, null));
		this.ledger.settle();
		this.events.publishEvent(new MemberTransferred(id, to, day, decision.number(),
				Map.of("unit", new Change(source.name(), target.name()))));
	}

	/** Ends the membership; the day is the first without it. */
	void leave(MemberId id, LeaveReason reason, Step step) {
		Member member = toChange(id, Right.WRITE_MEMBERS);
		member.leave(reason, step);
		this.ledger.settle();
		this.events.publishEvent(new MemberLeft(id, member.unit(), step.day(), step.decision().number(),
				Map.of("leaveReason", new Change(null, reason.name()))));
	}

	/** Takes a former member back into the unit that was left. */
	void resume(MemberId id, MovementKind kind, Step step) {
		Member member = toChange(id, Right.WRITE_MEMBERS);
		living(member.unit(), step.day());
		member.resume(kind, step);
		this.ledger.settle();
		this.events.publishEvent(new MemberReturned(id, member.unit(), step.day(), reason(step, kind),
				Map.of("movement", new Change(null, kind.name()))));
	}

	private Member toChange(MemberId id, Right right) {
		Member member = this.members.findToChangeById(id.value()).orElseThrow(NotFound::new);
		this.scope.require(right, member.unit());
		return member;
	}

	private UnitRow living(UnitId unit, LocalDate day) {
		UnitRow row = this.units.find(unit, day);
		if (!row.livesOn(day)) {
			throw new RuleViolation("member.rule.unitNotLiving").onField("effectiveOn");
		}
		return row;
	}

	private void identify(Member member, @Nullable IdentityNumber identity) {
		if (identity != null) {
			member.identify(this.vault.seal(member.id(), identity.digits()), identity.tail());
		}
	}

	private static String reason(Step step, MovementKind kind) {
		return Objects.requireNonNullElse(step.decision().number(), kind.name());
	}

}
