package unionbook.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.NotFound;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** Reads terms, seats and candidates, with the figures of a day. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CommitteeRows {

	/** A seat (s) that stands empty on the day of its term's figures (d). */
	private static final String VACANT = """
			upper(s.period) <= d.shown_on and s.end_reason not in ('TERM_ENDED', 'UNIT_ENDED')
				and (s.vacancy_closed_on is null or s.vacancy_closed_on > d.shown_on)""";

	/** The figures of a term outside its days are those of its nearest day. */
	static final String TERMS = """
			select t.id, t.unit_id, t.version, t.kind, t.body_name, t.name, t.number, lower(t.period) as since,
				upper(t.period) as until, t.planned_end, t.planned_size, t.decision_number, t.decision_signed_on,
				t.decision_signer, t.end_reason, t.end_decision, d.shown_on, c.sitting, c.women, c.vacant
			from committee_term t
			cross join lateral (select greatest(lower(t.period), least(cast(:day as date), upper(t.period) - 1)) as shown_on) d
			cross join lateral (
				select count(*) filter (where s.period @> d.shown_on) as sitting,
					count(*) filter (where s.period @> d.shown_on and (select m.gender from membership m
						where m.member_id = s.member_id limit 1) = 'FEMALE') as women,
					count(*) filter (where %s) as vacant
				from committee_seat s where s.term_id = t.id) c
			"""
		.formatted(VACANT);

	static final String BODIES = "array_position(array['BCH', 'BTV', 'UBKT', 'BAN_NU_CONG', 'BTTND', 'TO_CONG_DOAN'], t.kind)";

	private static final String SEATS = """
			select s.term_id, s.id, s.member_id, s.role, s.kind, lower(s.period) as since, upper(s.period) as until,
				s.decision_number, s.end_reason, s.end_decision, s.end_note, s.vacancy_closed_on, p.full_name, p.gender,
				p.birth_date, p.birth_precision, p.department, p.position, p.union_position, p.unit_id as member_unit,
				v.name as unit_name
			from committee_seat s
			join committee_term t on t.id = s.term_id
			cross join lateral (select greatest(lower(s.period), least(cast(:day as date), upper(s.period) - 1)) as day) d
			join lateral (
				select m.*, least(d.day, upper(m.period) - 1) as seen_on from membership m
				where m.member_id = s.member_id and lower(m.period) <= d.day
				order by m.period desc limit 1) p on true
			left join unit_version v on v.unit_id = p.unit_id and v.period @> p.seen_on
			where s.term_id = any (:terms)
			order by array_position(array['CHAIR', 'PERMANENT_DEPUTY', 'DEPUTY', 'MEMBER'], s.role), p.given_sort,
				p.surname_sort, p.middle_sort, s.period""";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	CommitteeRows(JdbcClient jdbc, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
	}

	/**
	 * A term with its figures.
	 * @param id the term
	 * @param day the day of the figures
	 * @return the term
	 * @throws NotFound if there is none inside the reach
	 */
	TermRow term(TermId id, LocalDate day) {
		TermRow term = this.jdbc.sql(TERMS + "where t.id = :id")
			.param("id", id.value())
			.param("day", day)
			.query(TermRow.class)
			.optional()
			.orElseThrow(NotFound::new);
		this.scope.require(term.unit());
		return term;
	}

	/** All terms of a unit, body by body, the newest first. */
	List<TermRow> terms(UnitId unit, LocalDate day) {
		return this.jdbc
			.sql(TERMS + "where t.unit_id = :unit order by " + BODIES
					+ ", t.body_name collate \"vi-x-icu\", t.period desc")
			.param("unit", unit.value())
			.param("day", day)
			.query(TermRow.class)
			.list();
	}

	/**
	 * The seats of some terms, also those that ended, in the order of roles and names.
	 */
	Map<UUID, List<SeatRow>> seats(List<TermRow> terms, LocalDate day) {
		Map<UUID, List<SeatRow>> seats = new java.util.HashMap<>();
		this.jdbc.sql(SEATS)
			.param("terms", terms.stream().map(TermRow::id).toArray(UUID[]::new))
			.param("day", day)
			.query((row, number) -> Map.entry(row.getObject("term_id", UUID.class), SEAT.mapRow(row, number)))
			.list()
			.forEach((seat) -> seats.computeIfAbsent(seat.getKey(), (id) -> new java.util.ArrayList<>())
				.add(seat.getValue()));
		return seats;
	}

	/** Who stood for election, as the minutes have them. */
	List<Candidate> candidates(UUID term) {
		return this.jdbc.sql("select * from committee_candidate where term_id = ? order by seq")
			.param(term)
			.query(Candidate.class)
			.list();
	}

	/** The congress and the figures of its election. */
	Congress congress(UUID term) {
		return this.jdbc
			.sql("""
					select congress_on as held_on, congress_kind as kind, congress_place as place, delegates_called as called,
						delegates_present as present, delegates_voting as voting, ballots_issued as issued,
						ballots_returned as returned, ballots_valid as valid, ballots_invalid as invalid
					from committee_term where id = ?""")
			.param(term)
			.query(Congress.class)
			.single();
	}

	private static final org.springframework.jdbc.core.RowMapper<SeatRow> SEAT = new org.springframework.jdbc.core.SimplePropertyRowMapper<>(
			SeatRow.class);

}
