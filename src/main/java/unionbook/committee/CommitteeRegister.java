package unionbook.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.CurrentActor;
import unionbook.platform.NotFound;
import unionbook.platform.UnitMatters;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Lists the bodies that sit in a unit and below it, and what in them needs doing. */
@Service
@Transactional(readOnly = true)
class CommitteeRegister implements CommitteeTasks, UnitMatters {

	static final int MOST = 500;

	/** Vacancies are found along an index that holds little else. */
	private static final String TASKS = """
			select (select count(*) from committee_seat s
				join committee_term t on t.id = s.term_id and t.period @> cast(:day as date)
				where s.unit_id = any (:units) and upper(s.period) <= :day and s.end_reason is not null
					and s.end_reason not in ('TERM_ENDED', 'UNIT_ENDED')
					and (s.vacancy_closed_on is null or s.vacancy_closed_on > :day)) as vacant,
			(select count(*) from committee_term t where t.unit_id = any (:units) and t.period @> cast(:day as date)
				and t.planned_end <= cast(:day as date) + make_interval(months => :notice)) as ending""";

	private final JdbcClient jdbc;

	private final Units units;

	CommitteeRegister(JdbcClient jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	/**
	 * The bodies that sit on a day.
	 * @param filter what is asked for
	 * @param day the day
	 * @return the bodies by unit, and the women of each kind of body together
	 * @throws NotFound if the unit is not reached
	 */
	Register list(Filter filter, LocalDate day) {
		UnitId root = (filter.unit() == null) ? CurrentActor.get().home().orElseThrow(NotFound::new)
				: new UnitId(filter.unit());
		UnitRow unit = this.units.find(root, day);
		List<Listed> all = this.jdbc
			.sql("select v.code as unit_code, v.name as unit_name, x.* from (" + CommitteeRows.TERMS
					+ """
							where t.unit_id = any (:units) and t.period @> cast(:day as date)
								and (cast(:kind as text) is null or t.kind = :kind)) x
							join unit_version v on v.unit_id = x.unit_id and v.period @> cast(:day as date)
							order by cardinality(v.path), v.code, array_position(array['BCH', 'BTV', 'UBKT', 'BAN_NU_CONG', 'BTTND', 'TO_CONG_DOAN'], x.kind), x.body_name
							""")
			.param("units", this.units.idsBelow(root, day))
			.param("day", day)
			.param("kind", (filter.kind() == null) ? null : filter.kind().name())
			.query((row, number) -> new Listed(row.getString("unit_code"), row.getString("unit_name"),
					TERM.mapRow(row, number)))
			.list();
		List<Listed> shown = all.stream().filter((listed) -> filter.takes(listed.term(), day)).toList();
		return new Register(unit, shown.subList(0, Math.min(MOST, shown.size())), shown.size(), sums(all), day);
	}

	/** Women of each kind of body, all units together. */
	private static List<Sum> sums(List<Listed> all) {
		Map<BodyKind, Share> sums = new HashMap<>();
		Map<BodyKind, Integer> bodies = new HashMap<>();
		all.forEach((listed) -> {
			TermRow term = listed.term();
			sums.merge(term.kind(), term.share(), (a, b) -> new Share(a.part() + b.part(), a.whole() + b.whole()));
			bodies.merge(term.kind(), 1, Integer::sum);
		});
		List<Sum> lines = new ArrayList<>();
		for (BodyKind kind : BodyKind.values()) {
			if (sums.containsKey(kind)) {
				lines.add(new Sum(kind, bodies.getOrDefault(kind, 0), sums.getOrDefault(kind, new Share(0, 0))));
			}
		}
		return lines;
	}

	@Override
	public Open open(UUID[] units, LocalDate day) {
		return this.jdbc.sql(TASKS)
			.param("units", units)
			.param("day", day)
			.param("notice", TermRow.NOTICE)
			.query(Open.class)
			.single();
	}

	@Override
	public List<Matter> open(Collection<UnitId> units, LocalDate day) {
		return this.jdbc.sql("""
				select unit_id, count(*) as terms from committee_term
				where unit_id = any (:units) and (upper_inf(period) or upper(period) > cast(:day as date))
				group by unit_id""")
			.param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
			.param("day", day)
			.query((row, number) -> {
				UnitId unit = new UnitId(row.getObject("unit_id", UUID.class));
				return new Matter(unit, "committee.matter", row.getLong("terms"),
						"/units/" + unit + "/committees?asOf=" + day.minusDays(1));
			})
			.list();
	}

	private static final org.springframework.jdbc.core.RowMapper<TermRow> TERM = new org.springframework.jdbc.core.SimplePropertyRowMapper<>(
			TermRow.class);

	/**
	 * What is asked of the register.
	 *
	 * @param unit below whom, or null for everything the reader starts from
	 * @param kind one kind of body, or null for all
	 * @param state only those that need something, or null
	 */
	record Filter(@Nullable UUID unit, @Nullable BodyKind kind, @Nullable State state) {

		boolean takes(TermRow term, LocalDate day) {
			return this.state == null || switch (this.state) {
				case VACANT -> term.vacant() > 0;
				case ENDING -> term.endingOn(day);
				case SHORT -> term.free() > 0;
			};
		}

		/** How many filters are in use. */
		public int active() {
			return ((this.kind == null) ? 0 : 1) + ((this.state == null) ? 0 : 1);
		}

	}

	/** What a body needs: a vacancy filled, a congress, more people than sit. */
	enum State {

		VACANT, ENDING, SHORT

	}

	/** A body with the unit it belongs to. */
	record Listed(String unitCode, String unitName, TermRow term) {
	}

	/** The women of all bodies of one kind. */
	record Sum(BodyKind kind, int bodies, Share women) {
	}

	/** The bodies of a unit and what is below it; found counts also those not shown. */
	record Register(UnitRow unit, List<Listed> rows, int found, List<Sum> sums, LocalDate day) {
	}

}
