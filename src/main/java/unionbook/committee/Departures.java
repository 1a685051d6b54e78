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
import unionbook.member.MemberEvent;
import unionbook.member.MemberLeft;
import unionbook.member.MemberTransferred;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.UnitId;
import unionbook.unit.UnitEnded;
import unionbook.unit.Units;

/**
 * Who leaves a unit leaves its bodies on the same day, in the same transaction; what is
 * left is a vacancy somebody has to fill or to dismiss. A unit that ends ends its bodies.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Departures {

	private final JdbcClient jdbc;

	private final TermStore store;

	private final Units units;

	private final UnitScope scope;

	private final ApplicationEventPublisher events;

	Departures(JdbcClient jdbc, TermStore store, Units units, UnitScope scope, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.store = store;
		this.units = units;
		this.scope = scope;
		this.events = events;
	}

	@EventListener
	void on(MemberLeft left) {
		end(left, reason(left.changes().get("leaveReason")), List.of());
	}

	/** Bodies of the union above keep somebody who only moves below it. */
	@EventListener
	void on(MemberTransferred moved) {
		LocalDate day = Objects.requireNonNull(moved.effectiveOn());
		end(moved, EndReason.TRANSFERRED, this.units.find(moved.unit(), day).path());
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
		this.jdbc.sql("""
				select id from committee_term
				where unit_id = :unit and (upper_inf(period) or upper(period) > cast(:day as date))""")
			.param("unit", ended.unit().value())
			.param("day", day)
			.query(UUID.class)
			.list()
			.forEach((term) -> this.store.close(term, day, EndReason.UNIT_ENDED, null, ended.decision().number()));
		this.store.endWithUnit(ended.unit(), day, ended.decision().number());
	}

	/** A seat that has not begun never will. */
	private void end(MemberEvent event, EndReason reason, List<UUID> stillBelow) {
		LocalDate day = Objects.requireNonNull(event.effectiveOn());
		this.jdbc
			.sql("""
					with never as (
						delete from committee_seat
						where member_id = :member and lower(period) >= cast(:day as date) and not unit_id = any (:stillBelow)
						returning term_id, unit_id
					), ended as (
						update committee_seat set end_reason = :reason, end_decision = :decision,
							period = daterange(lower(period), cast(:day as date))
						where member_id = :member and lower(period) < cast(:day as date)
							and (upper_inf(period) or upper(period) > cast(:day as date)) and not unit_id = any (:stillBelow)
						returning term_id, unit_id
					)
					select * from never union all select * from ended""")
			.param("member", event.member().value())
			.param("day", day)
			.param("reason", reason.name())
			.param("decision", event.reason())
			.param("stillBelow", stillBelow.toArray(UUID[]::new))
			.query((row, number) -> Map.entry(row.getObject("term_id", UUID.class),
					row.getObject("unit_id", UUID.class)))
			.list()
			.forEach((seat) -> publish(seat.getKey(), new UnitId(seat.getValue()), event, day, reason));
	}

	/** The log of a union above is not written by somebody who does not reach it. */
	private void publish(UUID term, UnitId body, MemberEvent event, LocalDate day, EndReason reason) {
		UnitId unit = this.scope.reaches(body) ? body : Objects.requireNonNull(event.unit());
		this.events.publishEvent(new CommitteeChanged(new TermId(term), unit, "committee.unseated", day, event.reason(),
				Map.of("person", new Change(this.store.name(event.member().value(), day), null), "endReason",
						new Change(null, reason.name()))));
	}

	private static EndReason reason(@Nullable Change leaving) {
		return switch (String.valueOf((leaving == null) ? null : leaving.after())) {
			case "RETIREMENT" -> EndReason.RETIRED;
			case "DEATH" -> EndReason.DECEASED;
			case "EXPULSION" -> EndReason.REMOVED;
			case "TRANSFER_EXTERNAL" -> EndReason.TRANSFERRED;
			default -> EndReason.LEFT_UNION;
		};
	}

}
