package unionbook.committee;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.RuleViolation;
import unionbook.shared.UnitId;

/**
 * Closes terms and seats when units end or people are carried out of them, and remembers
 * each row as it was, so that all of it can be opened again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Closings {

	/** Remembers what a statement changed; it names the unit left as cause_unit. */
	private static final String REMEMBERED = """
			with closed as (%s)
			insert into committee_closing (unit_id, cause, day, kind, was, left_as)
			select cause_unit, :cause, :day, '%s', was, left_as from closed""";

	private static final String UPDATED = " to_jsonb(old) as was, to_jsonb(new) as left_as";

	private static final String WITH_UNIT = """
			update committee_seat set period = daterange(lower(period), :day), end_reason = 'UNIT_ENDED',
				end_decision = :decision
			where unit_id = :cause and (upper_inf(period) or upper(period) > :day)
			returning unit_id as cause_unit,""" + UPDATED;

	private static final String TERMS = """
			update committee_term set version = version + 1, period = daterange(lower(period), :day),
				end_reason = null, end_decision = :decision
			where unit_id = :cause and (upper_inf(period) or upper(period) > :day)
			returning unit_id as cause_unit,""" + UPDATED;

	private static final String ABOVE = """
			update committee_seat s set period = daterange(lower(s.period), :day), end_reason = 'LEFT_UNION',
				end_decision = :decision
			where (upper_inf(s.period) or upper(s.period) > :day) and lower(s.period) < :day
				and s.member_id in (select member_id from membership
					where unit_id = :cause and period @> cast(:day as date) - 1)
				and not exists (select from membership m where m.member_id = s.member_id and m.unit_id <> :cause
					and m.period @> cast(:day as date))
			returning cast(:cause as uuid) as cause_unit,""" + UPDATED;

	/** Who left some units and no longer stands below the body (s). */
	private static final String GONE = """
			gone.member_id = s.member_id and gone.unit_id = any (:units) and upper(gone.period) = :day
				and not exists (select from membership m
					join unit_version v on v.unit_id = m.unit_id and v.period @> cast(:day as date)
					where m.member_id = s.member_id and m.period @> cast(:day as date) and s.unit_id = any (v.path))""";

	private static final String NEVER = """
			delete from committee_seat s using membership gone where lower(s.period) >= :day and %s
			returning gone.unit_id as cause_unit, to_jsonb(s) as was, cast(null as jsonb) as left_as""".formatted(GONE);

	private static final String ELSEWHERE = """
			update committee_seat s set period = daterange(lower(s.period), :day), end_reason = 'TRANSFERRED',
				end_decision = :decision
			from membership gone where (upper_inf(s.period) or upper(s.period) > :day) and %s
			returning gone.unit_id as cause_unit,""".formatted(GONE) + UPDATED;

	/** A dismissed vacancy is no reason to keep it. */
	private static final String CHANGED = """
			with closing as (select * from committee_closing where cause = :cause and day = :day)
			select t.name from closing c join committee_term t on c.kind = 'TERM' and t.id = cast(c.was ->> 'id' as uuid)
			where to_jsonb(t) <> c.left_as
			union
			select p.full_name from closing c
			left join committee_seat s on s.id = cast(c.was ->> 'id' as uuid)
			join lateral (
				select cast(c.was ->> 'member_id' as uuid) as member_id
				where (to_jsonb(s) - array['vacancy_closed_on', 'vacancy_note']) is distinct from
					(c.left_as - array['vacancy_closed_on', 'vacancy_note'])
				union
				select n.member_id from committee_seat n
				where n.term_id = cast(c.was ->> 'term_id' as uuid) and n.role = c.was ->> 'role' and n.id > c.id) other on true
			join lateral (select full_name from membership m where m.member_id = other.member_id
				order by m.period desc limit 1) p on true
			where c.kind = 'SEAT'
			order by 1 limit 5""";

	private static final List<String> BACK = List.of("""
			update committee_term t set version = t.version + 1, period = w.period, end_reason = w.end_reason,
				end_decision = w.end_decision
			from committee_closing c, jsonb_populate_record(null::committee_term, c.was) w
			where c.cause = :cause and c.day = :day and c.kind = 'TERM' and t.id = w.id""", """
			update committee_seat s set period = w.period, end_reason = w.end_reason, end_decision = w.end_decision,
				end_note = w.end_note, vacancy_closed_on = w.vacancy_closed_on, vacancy_note = w.vacancy_note
			from committee_closing c, jsonb_populate_record(null::committee_seat, c.was) w
			where c.cause = :cause and c.day = :day and c.kind = 'SEAT' and c.left_as is not null and s.id = w.id""",
			"""
					insert into committee_seat
					select w.* from committee_closing c, jsonb_populate_record(null::committee_seat, c.was) w
					where c.cause = :cause and c.day = :day and c.kind = 'SEAT' and c.left_as is null""", """
					delete from committee_closing where cause = :cause and day = :day""");

	private final JdbcClient jdbc;

	Closings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A unit ends: its bodies end with it, and whose membership ends with it loses the
	 * seats in the bodies above it too.
	 */
	void endWithUnit(UnitId unit, LocalDate day, @Nullable String decision) {
		close(WITH_UNIT, "SEAT", unit.value(), day).param("decision", decision).update();
		close(TERMS, "TERM", unit.value(), day).param("decision", decision).update();
		close(ABOVE, "SEAT", unit.value(), day).param("decision", decision).update();
	}

	/**
	 * Those who left some units together lose their seats in bodies they no longer stand
	 * below.
	 */
	void endElsewhere(UUID batch, Collection<UnitId> left, LocalDate day, @Nullable String decision) {
		UUID[] units = left.stream().map(UnitId::value).toArray(UUID[]::new);
		close(NEVER, "SEAT", batch, day).param("units", units).update();
		close(ELSEWHERE, "SEAT", batch, day).param("units", units).param("decision", decision).update();
	}

	/**
	 * Opens again what was closed on a day.
	 * @param cause the unit whose end closed it, or the reorganisation
	 * @param day the day it was closed by
	 * @throws RuleViolation if some of it changed since, or somebody else sits there now
	 */
	void open(UUID cause, LocalDate day) {
		List<String> changed = this.jdbc.sql(CHANGED)
			.param("cause", cause)
			.param("day", day)
			.query(String.class)
			.list();
		if (!changed.isEmpty()) {
			throw new RuleViolation("committee.rule.reopening", String.join(", ", changed));
		}
		try {
			BACK.forEach((statement) -> this.jdbc.sql(statement).param("cause", cause).param("day", day).update());
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("committee.rule.overlap");
		}
	}

	private StatementSpec close(String statement, String kind, UUID cause, LocalDate day) {
		return this.jdbc.sql(REMEMBERED.formatted(statement, kind)).param("cause", cause).param("day", day);
	}

}
