package unionbook.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.shared.Decision;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/** Writes the rows of terms, seats and candidates. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TermStore {

	private static final String COLUMNS = """
			name = :name, number = :number, planned_end = :plannedEnd, planned_size = :plannedSize,
				congress_on = cast(:heldOn as date), congress_kind = :congressKind, congress_place = :place,
				delegates_called = :called, delegates_present = :present, delegates_voting = :voting,
				ballots_issued = :issued, ballots_returned = :returned, ballots_valid = :valid,
				ballots_invalid = :invalid, decision_number = :decision, decision_signed_on = cast(:signedOn as date),
				decision_signer = :signer""";

	private final JdbcClient jdbc;

	TermStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(TermId id, UnitId unit, NewTerm term, @Nullable LocalDate until) {
		this.jdbc.sql("""
				insert into committee_term (id, unit_id, kind, body_name, name, period, planned_end, planned_size)
				values (:id, :unit, :kind, :bodyName, :name, daterange(:from, cast(:until as date)), :plannedEnd,
					:plannedSize)""")
			.param("id", id.value())
			.param("unit", unit.value())
			.param("kind", term.kind().name())
			.param("bodyName", term.bodyName())
			.param("name", term.name())
			.param("from", term.from())
			.param("until", until)
			.param("plannedEnd", term.plannedEnd())
			.param("plannedSize", term.plannedSize())
			.update();
		update(id.value(), term);
	}

	void update(UUID id, NewTerm term) {
		Congress congress = term.congress();
		this.jdbc.sql("update committee_term set " + COLUMNS + " where id = :id")
			.param("id", id)
			.param("name", term.name())
			.param("number", term.number())
			.param("plannedEnd", term.plannedEnd())
			.param("plannedSize", term.plannedSize())
			.param("heldOn", congress.heldOn())
			.param("congressKind", (congress.kind() == null) ? null : congress.kind().name())
			.param("place", congress.place())
			.param("called", congress.called())
			.param("present", congress.present())
			.param("voting", congress.voting())
			.param("issued", congress.issued())
			.param("returned", congress.returned())
			.param("valid", congress.valid())
			.param("invalid", congress.invalid())
			.param("decision", term.decision().number())
			.param("signedOn", term.decision().signedOn())
			.param("signer", term.decision().signer())
			.update();
	}

	void insert(TermId term, UnitId unit, NewSeat seat, LocalDate from, @Nullable LocalDate until, Decision decision) {
		this.jdbc
			.sql("""
					insert into committee_seat (id, term_id, unit_id, member_id, role, kind, period, decision_number,
						decision_signed_on, decision_signer, end_reason)
					values (:id, :term, :unit, :member, :role, :kind, daterange(:from, cast(:until as date)), :decision,
						cast(:signedOn as date), :signer, case when cast(:until as date) is not null then 'TERM_ENDED' end)""")
			.param("id", Ids.next())
			.param("term", term.value())
			.param("unit", unit.value())
			.param("member", seat.member())
			.param("role", seat.role().name())
			.param("kind", seat.kind().name())
			.param("from", from)
			.param("until", until)
			.param("decision", decision.number())
			.param("signedOn", decision.signedOn())
			.param("signer", decision.signer())
			.update();
	}

	void insert(TermId term, UnitId unit, List<Candidate> candidates) {
		int seq = 0;
		for (Candidate candidate : candidates) {
			this.jdbc
				.sql("""
						insert into committee_candidate (id, term_id, unit_id, seq, name, member_id, votes, of_valid, elected)
						values (:id, :term, :unit, :seq, :name, :member, :votes, :valid, :elected)""")
				.param("id", Ids.next())
				.param("term", term.value())
				.param("unit", unit.value())
				.param("seq", ++seq)
				.param("name", candidate.name())
				.param("member", candidate.memberId())
				.param("votes", candidate.votes())
				.param("valid", candidate.ofValid())
				.param("elected", candidate.elected())
				.update();
		}
	}

	void end(UUID seat, LocalDate day, EndReason reason, @Nullable String decision, @Nullable String note) {
		this.jdbc.sql("""
				update committee_seat set period = daterange(lower(period), :day), end_reason = :reason,
					end_decision = :decision, end_note = :note where id = :id""")
			.param("id", seat)
			.param("day", day)
			.param("reason", reason.name())
			.param("decision", decision)
			.param("note", note)
			.update();
	}

	/** Ends a term with all seats that last to its end. */
	void close(UUID term, LocalDate day, EndReason why, @Nullable String reason, @Nullable String decision) {
		this.jdbc.sql("""
				update committee_seat set period = daterange(lower(period), :day), end_reason = :why,
					end_decision = :decision
				where term_id = :term and (upper_inf(period) or upper(period) > :day)""")
			.param("term", term)
			.param("day", day)
			.param("why", why.name())
			.param("decision", decision)
			.update();
		this.jdbc.sql("""
				update committee_term set version = version + 1, period = daterange(lower(period), :day),
					end_reason = :reason, end_decision = :decision where id = :term""")
			.param("term", term)
			.param("day", day)
			.param("reason", reason)
			.param("decision", decision)
			.update();
	}

	/** Fills the vacancy that waits longest for somebody in this role. */
	void fill(UUID term, SeatRole role, LocalDate day) {
		this.jdbc.sql("""
				update committee_seat set vacancy_closed_on = :day where id = (
					select id from committee_seat
					where term_id = :term and role = :role and upper(period) <= :day and vacancy_closed_on is null
						and end_reason not in ('TERM_ENDED', 'UNIT_ENDED')
					order by upper(period), id limit 1)""")
			.param("term", term)
			.param("role", role.name())
			.param("day", day)
			.update();
	}

	void closeVacancy(UUID seat, LocalDate day, @Nullable String note) {
		this.jdbc.sql("update committee_seat set vacancy_closed_on = :day, vacancy_note = :note where id = :id")
			.param("id", seat)
			.param("day", day)
			.param("note", note)
			.update();
	}

	/** A member's name as the roster of the day has it. */
	@Nullable String name(UUID member, LocalDate day) {
		return this.jdbc.sql("""
				select full_name from membership where member_id = :member
				order by period @> cast(:day as date) desc, period desc limit 1""")
			.param("member", member)
			.param("day", day)
			.query(String.class)
			.optional()
			.orElse(null);
	}

}
