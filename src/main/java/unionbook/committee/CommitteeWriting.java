package unionbook.committee;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.Units;

/** Begins and ends terms, gives and takes seats; the database has the last word. */
@Service
@Transactional
class CommitteeWriting {

	private final JdbcClient jdbc;

	private final CommitteeRows rows;

	private final TermStore store;

	private final Units units;

	private final UnitScope scope;

	private final DayClock clock;

	private final Formats formats;

	private final ApplicationEventPublisher events;

	CommitteeWriting(JdbcClient jdbc, CommitteeRows rows, TermStore store, Units units, UnitScope scope, DayClock clock,
			Formats formats, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.store = store;
		this.units = units;
		this.scope = scope;
		this.clock = clock;
		this.formats = formats;
		this.events = events;
	}

	/**
	 * Begins a term with its people. The term of the same body that lasts on that day
	 * ends with it; a term that is entered after a later one ends where the later begins.
	 * @param unit whose body it is
	 * @param term the term
	 * @return the term
	 * @throws unionbook.platform.Forbidden if the actor only reads there
	 * @throws RuleViolation if it begins on the day of another or the unit does not exist
	 * then
	 */
	TermId begin(UnitId unit, NewTerm term) {
		this.scope.require(Right.WRITE_COMMITTEES, unit);
		List<TermRow> same = this.rows.terms(unit, term.from())
			.stream()
			.filter((other) -> other.kind() == term.kind() && other.bodyName().equals(term.bodyName()))
			.toList();
		for (TermRow other : same) {
			if (other.since().equals(term.from())) {
				throw new RuleViolation("committee.rule.sameDay", other.name(), day(term.from()))
					.onField("effectiveOn");
			}
			if (other.livesOn(term.from())) {
				close(other, term.from(), null, term.decision());
			}
		}
		LocalDate until = same.stream()
			.map(TermRow::since)
			.filter((since) -> since.isAfter(term.from()))
			.min(LocalDate::compareTo)
			.orElse(null);
		requireLiving(unit, term.from());
		if (until == null) {
			requireLiving(unit, this.clock.today());
		}
		TermId id = TermId.next();
		guarded(() -> {
			this.store.insert(id, unit, term, until);
			term.seats().forEach((seat) -> this.store.insert(id, unit, seat, term.from(), until, term.decision()));
			this.store.insert(id, unit, term.candidates());
		});
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("body", new Change(null, term.kind().name()));
		changes.put("term", new Change(null, term.name()));
		changes.put("seats", new Change(null, String.valueOf(term.seats().size())));
		publish(id, unit, "committee.began", term.from(), term.decision().number(), changes);
		return id;
	}

	/** Corrects what was written of a term; its days and its people stay. */
	void correct(TermId id, int version, NewTerm facts) {
		TermRow term = toChange(id, version);
		guarded(() -> this.store.update(term.id(), facts));
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("term", new Change(term.name(), facts.name()));
		changes.put("plannedEnd", new Change(term.plannedEnd().toString(), facts.plannedEnd().toString()));
		changes.put("plannedSize", new Change("" + term.plannedSize(), "" + facts.plannedSize()));
		changes.values().removeIf((change) -> Objects.equals(change.before(), change.after()));
		publish(id, term.unit(), "committee.corrected", null, facts.decision().number(), changes);
	}

	/**
	 * Gives somebody a seat in a body that sits. Who has one already changes the role:
	 * the old seat ends on the day. The vacancy that waits longest for this role is
	 * filled.
	 * @param id the term
	 * @param version the version the officer saw
	 * @param seat who comes in, as what, how
	 * @param decision by which decision
	 * @param day the first day
	 * @throws RuleViolation if the day is outside the term or the chair is taken
	 */
	void seat(TermId id, int version, NewSeat seat, Decision decision, LocalDate day) {
		TermRow term = toChange(id, version);
		if (!term.livesOn(day)) {
			throw new RuleViolation("committee.rule.outside", term.name(), day(term.since())).onField("effectiveOn");
		}
		List<SeatRow> seats = this.rows.seats(List.of(term), day).getOrDefault(term.id(), List.of());
		for (SeatRow other : seats) {
			boolean sameMember = other.memberId().equals(seat.member());
			boolean later = !other.since().isBefore(day);
			if (sameMember && (later || other.sitsOn(day) && other.role() == seat.role())) {
				throw new RuleViolation("committee.rule.sits", other.fullName(), day(other.since()))
					.onField(SeatForm.PERSON);
			}
			if (!sameMember && seat.role() == SeatRole.CHAIR && other.role() == SeatRole.CHAIR
					&& (later || other.sitsOn(day))) {
				throw new RuleViolation("committee.rule.chairTaken", other.fullName(), day(other.since()))
					.onField(SeatForm.ROLE);
			}
		}
		seats.stream()
			.filter((other) -> other.memberId().equals(seat.member()) && other.sitsOn(day))
			.forEach((other) -> this.store.end(other.id(), day, EndReason.ROLE_CHANGED, decision.number(), null));
		guarded(() -> this.store.insert(id, term.unit(), seat, day, term.until(), decision));
		this.store.fill(term.id(), seat.role(), day);
		publish(id, term.unit(), "committee.seated", day, decision.number(), person(seat.member(), day, seat.role()));
	}

	/** Takes a seat; unless it is filled on that day it is vacant. */
	void endSeat(TermId id, int version, UUID seatId, EndReason reason, @Nullable String note, Decision decision,
			LocalDate day) {
		TermRow term = toChange(id, version);
		SeatRow seat = seat(term, seatId, day);
		if (seat.until() != null) {
			throw new RuleViolation("committee.rule.seatEnded", seat.fullName(), day(seat.until()));
		}
		if (!day.isAfter(seat.since())) {
			throw new RuleViolation("committee.rule.seatBegins", seat.fullName(), day(seat.since()))
				.onField("effectiveOn");
		}
		this.store.end(seatId, day, reason, decision.number(), note);
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("person", new Change(seat.fullName(), null));
		changes.put("endReason", new Change(null, reason.name()));
		publish(id, term.unit(), "committee.unseated", day, decision.number(), changes);
	}

	/** Says that a vacancy stays unfilled, so that nobody is reminded of it any more. */
	void dismiss(TermId id, UUID seatId, @Nullable String note) {
		TermRow term = toChange(id, -1);
		LocalDate today = this.clock.today();
		SeatRow seat = seat(term, seatId, today);
		if (!seat.vacantOn(today)) {
			return;
		}
		this.store.closeVacancy(seatId, today, note);
		publish(id, term.unit(), "committee.dismissed", today, note,
				Map.of("person", new Change(seat.fullName(), null)));
	}

	/** Ends a term, and with it everybody's seat. */
	void endTerm(TermId id, int version, @Nullable String reason, Decision decision, LocalDate day) {
		TermRow term = toChange(id, version);
		if (term.until() != null) {
			throw new RuleViolation("committee.rule.ended", term.name(), day(term.until()));
		}
		if (!day.isAfter(term.since())) {
			throw new RuleViolation("committee.rule.begins", term.name(), day(term.since())).onField("effectiveOn");
		}
		close(term, day, reason, decision);
		publish(id, term.unit(), "committee.ended", day, decision.number(),
				Map.of("term", new Change(term.name(), null)));
	}

	private void requireLiving(UnitId unit, LocalDate day) {
		if (!this.units.find(unit, day).livesOn(day)) {
			throw new RuleViolation("committee.rule.unitNotLiving").onField("effectiveOn");
		}
	}

	private void close(TermRow term, LocalDate day, @Nullable String reason, Decision decision) {
		List<String> later = this.rows.seats(List.of(term), day)
			.getOrDefault(term.id(), List.of())
			.stream()
			.filter((seat) -> !seat.since().isBefore(day) || (seat.until() != null && seat.until().isAfter(day)))
			.map(SeatRow::fullName)
			.limit(5)
			.toList();
		if (!later.isEmpty()) {
			throw new RuleViolation("committee.rule.laterSeats", day(day), String.join(", ", later))
				.onField("effectiveOn");
		}
		guarded(() -> this.store.close(term.id(), day, EndReason.TERM_ENDED, reason, decision.number()));
	}

	private TermRow toChange(TermId id, int version) {
		TermRow term = this.rows.term(id, this.clock.today());
		this.scope.require(Right.WRITE_COMMITTEES, term.unit());
		int changed = this.jdbc.sql(
				"update committee_term set version = version + 1 where id = :id and (:version < 0 or version = :version)")
			.param("id", id.value())
			.param("version", version)
			.update();
		if (changed == 0) {
			throw new StaleVersion();
		}
		return term;
	}

	private SeatRow seat(TermRow term, UUID id, LocalDate day) {
		return this.rows.seats(List.of(term), day)
			.getOrDefault(term.id(), List.of())
			.stream()
			.filter((seat) -> seat.id().equals(id))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private Map<String, Change> person(UUID member, LocalDate day, SeatRole role) {
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("person", new Change(null, this.store.name(member, day)));
		changes.put("seatRole", new Change(null, role.name()));
		return changes;
	}

	/** Lets the database judge now, while a refusal can still be told at the form. */
	private void guarded(Runnable work) {
		try {
			work.run();
			this.jdbc.sql("set constraints all immediate").update();
			this.jdbc.sql("set constraints all deferred").update();
		}
		catch (DataIntegrityViolationException ex) {
			ServerErrorMessage message = (NestedExceptionUtils
				.getMostSpecificCause(ex) instanceof PSQLException refusal) ? refusal.getServerErrorMessage() : null;
			String constraint = (message == null) ? "" : String.valueOf(message.getConstraint());
			if (constraint.startsWith("committee_")) {
				throw new RuleViolation("committee.rule.overlap");
			}
			throw ex;
		}
	}

	private void publish(TermId id, UnitId unit, String action, @Nullable LocalDate day, @Nullable String reason,
			Map<String, Change> changes) {
		this.events.publishEvent(new CommitteeChanged(id, unit, action, day, reason, changes));
	}

	private String day(@Nullable LocalDate day) {
		return this.formats.day(day);
	}

}
