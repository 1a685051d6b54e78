package unionbook.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Formats;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Reads the committees of a unit and single terms, as they were on a day. */
@Service
@Transactional(readOnly = true)
class CommitteeReading {

	/** What the roster calls the posts it can be compared in. */
	private static final Map<String, String> ROSTER = Map.of("BCH.CHAIR", "CHU_TICH", "BCH.PERMANENT_DEPUTY",
			"PHO_CHU_TICH", "BCH.DEPUTY", "PHO_CHU_TICH");

	private final CommitteeRows rows;

	private final SizeRules sizes;

	private final Units units;

	private final UnitScope scope;

	private final Formats formats;

	CommitteeReading(CommitteeRows rows, SizeRules sizes, Units units, UnitScope scope, Formats formats) {
		this.rows = rows;
		this.sizes = sizes;
		this.units = units;
		this.scope = scope;
		this.formats = formats;
	}

	/**
	 * The bodies of a unit.
	 * @param id the unit
	 * @param day the day
	 * @param when which terms, seen from that day
	 * @return the terms with their people
	 * @throws unionbook.platform.NotFound if the unit is not reached
	 */
	UnitPage unit(UnitId id, LocalDate day, When when) {
		UnitRow unit = this.units.find(id, day);
		List<TermRow> all = this.rows.terms(id, day);
		List<TermRow> asked = all.stream().filter((term) -> When.of(term, day) == when).toList();
		Map<When, Long> counts = new java.util.EnumMap<>(When.class);
		all.forEach((term) -> counts.merge(When.of(term, day), 1L, Long::sum));
		return new UnitPage(unit, when, counts, bodies(asked, all, unit, day), day,
				this.scope.may(Right.WRITE_COMMITTEES, id));
	}

	/**
	 * One term with everybody who ever sat in it, and its election.
	 * @throws unionbook.platform.NotFound if it is not reached
	 */
	TermPage term(TermId id, LocalDate day) {
		TermRow term = this.rows.term(id, day);
		UnitRow unit = this.units.find(term.unit(), term.shownOn());
		Body body = bodies(List.of(term), this.rows.terms(term.unit(), term.shownOn()), unit, day).getFirst();
		return new TermPage(unit, body, this.rows.congress(term.id()), this.rows.candidates(term.id()),
				this.scope.may(Right.WRITE_COMMITTEES, term.unit()));
	}

	/**
	 * A term to be changed.
	 * @throws unionbook.platform.Forbidden if the actor only reads
	 */
	TermPage toWrite(TermId id, LocalDate day) {
		TermRow term = this.rows.term(id, day);
		this.scope.require(Right.WRITE_COMMITTEES, term.unit());
		return term(id, day);
	}

	private List<Body> bodies(List<TermRow> terms, List<TermRow> all, UnitRow unit, LocalDate day) {
		Map<UUID, List<SeatRow>> seats = this.rows.seats(terms, day);
		Map<UUID, List<Warning>> sizes = this.sizes.judge(all, unit);
		return terms.stream().map((term) -> {
			List<SeatRow> own = seats.getOrDefault(term.id(), List.of());
			List<Warning> warnings = new ArrayList<>(sizes.getOrDefault(term.id(), List.of()));
			if (term.endingOn(day)) {
				warnings.add(new Warning(
						term.plannedEnd().isBefore(day) ? "committee.warning.overdue" : "committee.warning.ending",
						this.formats.day(term.plannedEnd())));
			}
			own.stream().filter((seat) -> seat.sitsOn(term.shownOn())).forEach((seat) -> {
				String expected = ROSTER.get(term.kind() + "." + seat.role());
				if (expected != null && seat.memberUnit().equals(term.unitId())
						&& !expected.equals(seat.unionPosition())) {
					warnings.add(new Warning("committee.warning.roster", seat.fullName(), code(expected),
							code(seat.unionPosition())));
				}
			});
			return new Body(term, own, warnings);
		}).toList();
	}

	private static DefaultMessageSourceResolvable code(@Nullable String position) {
		return (position == null) ? new DefaultMessageSourceResolvable("committee.roster.none")
				: new DefaultMessageSourceResolvable("codes.union_position." + position);
	}

	/** How a term lies to a day. */
	enum When {

		PAST, NOW, COMING;

		static When of(TermRow term, LocalDate day) {
			return term.livesOn(day) ? NOW : day.isBefore(term.since()) ? COMING : PAST;
		}

	}

	/**
	 * A body in one term.
	 *
	 * @param term the term with the figures of the day
	 * @param seats everybody who ever sat in it
	 * @param warnings what does not fit
	 */
	record Body(TermRow term, List<SeatRow> seats, List<Warning> warnings) {

		/** Who sits on the day of the figures. */
		public List<SeatRow> sitting() {
			return this.seats.stream().filter((seat) -> seat.sitsOn(this.term.shownOn())).toList();
		}

		/** Seats that wait to be filled. */
		public List<SeatRow> vacant() {
			return this.seats.stream()
				.filter((seat) -> seat.vacantOn(this.term.shownOn()))
				.sorted(java.util.Comparator.comparing(SeatRow::until))
				.toList();
		}

		/** Everybody who sat before or comes later. */
		public List<SeatRow> others() {
			return this.seats.stream()
				.filter((seat) -> !seat.sitsOn(this.term.shownOn()))
				.sorted(java.util.Comparator.comparing(SeatRow::since))
				.toList();
		}

	}

	/**
	 * The committees of a unit.
	 *
	 * @param counts how many terms there are, past, now and coming
	 */
	record UnitPage(UnitRow unit, When when, Map<When, Long> counts, List<Body> bodies, LocalDate day,
			boolean mayWrite) {

		/** The tabs, in the order of time. */
		public List<When> tabs() {
			return List.of(When.values());
		}

		public String href() {
			return "/units/" + this.unit.id() + "/committees";
		}

	}

	/** One term. */
	record TermPage(UnitRow unit, Body body, Congress congress, List<Candidate> candidates, boolean mayWrite) {

		public TermRow term() {
			return this.body.term();
		}

		/** Whether seats can still be given and taken. */
		public boolean mayChange() {
			return this.mayWrite && term().until() == null;
		}

	}

}
