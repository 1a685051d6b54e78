package unionbook.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.member.MemberLeft;
import unionbook.member.MemberTransferred;
import unionbook.member.MembersCarried;
import unionbook.member.MembersCarriedBack;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.UnitId;
import unionbook.unit.UnitEnded;
import unionbook.unit.UnitReopened;
import unionbook.unit.Units;

/**
 * Who leaves a unit leaves its bodies on the same day, in the same transaction; what is
 * left is a vacancy somebody has to fill or to dismiss. A unit that ends ends its bodies;
 * when a reorganisation is undone, all of it is as it was.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Departures {

	private final JdbcClient jdbc;

	private final TermStore store;

	private final Closings closings;

	private final Units units;

	private final UnitScope scope;

	private final ApplicationEventPublisher events;

	Departures(JdbcClient jdbc, TermStore store, Closings closings, Units units, UnitScope scope,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.store = store;
		this.closings = closings;
		this.units = units;
		this.scope = scope;
		this.events = events;
	}

	@EventListener
	void on(MemberLeft left) {
		end(Departure.of(left), List.of(left.member().value()));
	}

	@EventListener
	void on(MemberTransferred moved) {
		end(Departure.of(moved), List.of(moved.member().value()));
	}

	/** Of those carried out of a unit, who no longer stands below a body leaves it. */
	@EventListener
	void on(MembersCarried carried) {
		this.closings.endElsewhere(carried.batch(), carried.from(), carried.effectiveOn(), carried.decision().number());
	}

	@EventListener
	void on(MembersCarriedBack back) {
		this.closings.open(back.batch(), back.day());
	}

	@EventListener
	void on(UnitReopened reopened) {
		if (reopened.undone()) {
			this.closings.open(reopened.unit().value(), reopened.effectiveOn());
		}
	}

	/** What begins later stands in the way and is named. */
	@EventListener
	void on(UnitEnded ended) {
		LocalDate day = ended.effectiveOn();
		List<String> later = this.jdbc.sql("""
				select name from committee_term where unit_id = :unit and lower(period) >= :day
				union select t.name from committee_seat s join committee_term t on t.id = s.term_id
				where s.unit_id = :unit and lower(s.period) >= :day""")
			.param("unit", ended.unit().value())
			.param("day", day)
			.query(String.class)
			.list();
		if (!later.isEmpty()) {
			throw new RuleViolation("committee.rule.unitEnding", String.join(", ", later)).onField("effectiveOn");
		}
		this.closings.endWithUnit(ended.unit(), day, ended.decision().number());
	}

	/**
	 * A seat that has not begun never will. Bodies of the union above keep somebody who
	 * only moves below it.
	 */
	private void end(Departure departure, List<UUID> members) {
		List<UUID> stillBelow = departure.moved() ? this.units.find(departure.unit(), departure.day()).path()
				: List.of();
		this.jdbc
			.sql("""
					with never as (
						delete from committee_seat
						where member_id = any (:members) and lower(period) >= cast(:day as date)
							and not unit_id = any (:stillBelow)
						returning term_id, unit_id, member_id
					), ended as (
						update committee_seat set end_reason = :reason, end_decision = :decision,
							period = daterange(lower(period), cast(:day as date))
						where member_id = any (:members) and lower(period) < cast(:day as date)
							and (upper_inf(period) or upper(period) > cast(:day as date)) and not unit_id = any (:stillBelow)
						returning term_id, unit_id, member_id
					)
					select * from never union all select * from ended""")
			.param("members", members.toArray(UUID[]::new))
			.param("day", departure.day())
			.param("reason", departure.reason().name())
			.param("decision", departure.decision())
			.param("stillBelow", stillBelow.toArray(UUID[]::new))
			.query(Lost.class)
			.list()
			.forEach((lost) -> publish(lost, departure));
	}

	/** The log of a union above is not written by somebody who does not reach it. */
	private void publish(Lost lost, Departure departure) {
		UnitId body = new UnitId(lost.unitId());
		this.events.publishEvent(
				new CommitteeChanged(new TermId(lost.termId()), this.scope.reaches(body) ? body : departure.unit(),
						"committee.unseated", departure.day(), departure.decision(),
						Map.of("person", new Change(this.store.name(lost.memberId(), departure.day()), null),
								"endReason", new Change(null, departure.reason().name()))));
	}

	/** A seat somebody lost. */
	record Lost(UUID termId, UUID unitId, UUID memberId) {
	}

	/**
	 * Why and when somebody goes.
	 *
	 * @param unit the unit moved to, or the one left
	 * @param moved whether the person stays a member in that unit
	 */
	record Departure(UnitId unit, LocalDate day, EndReason reason, @Nullable String decision, boolean moved) {

		static Departure of(MemberLeft left) {
			Change reason = left.changes().get("leaveReason");
			return new Departure(left.unit(), Objects.requireNonNull(left.effectiveOn()),
					switch (String.valueOf((reason == null) ? null : reason.after())) {
						case "RETIREMENT" -> EndReason.RETIRED;
						case "DEATH" -> EndReason.DECEASED;
						case "EXPULSION" -> EndReason.REMOVED;
						case "TRANSFER_EXTERNAL" -> EndReason.TRANSFERRED;
						default -> EndReason.LEFT_UNION;
					}, left.reason(), false);
		}

		static Departure of(MemberTransferred moved) {
			return new Departure(moved.unit(), Objects.requireNonNull(moved.effectiveOn()), EndReason.TRANSFERRED,
					moved.reason(), true);
		}

	}

}
