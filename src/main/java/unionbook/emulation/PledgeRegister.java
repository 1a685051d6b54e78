package unionbook.emulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.emulation.PledgeList.Counts;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Lists who has pledged in a year and who has not. */
@Service
@Transactional(readOnly = true)
class PledgeRegister {

	static final int PAGE = 100;

	/** The first year a pledge can be of. */
	static final int FIRST_YEAR = 1990;

	/**
	 * The units asked for on the day (a), and their pledges of the year with the state
	 * they had on it (p).
	 */
	static final String ASKED = """
			with a as (
				select v.unit_id, v.code, v.name from unit_version v
				join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
				where v.period @> cast(:day as date) and :root = any (v.path)
					and case :level when 'UNIT_JOINT' then v.kind = 'CDCS' when 'MINISTRY_JOINT' then v.kind = 'CD_BO'
						else true end
			), p as (
				select p.id, p.unit_id, p.code, p.title, p.signed_on, p.signed_date_precision,
					case when p.ended_on > cast(:day as date) and p.signed_on is null and p.snapshot is null then 'DRAFT'
						when p.signed_on > cast(:day as date) and p.signed_date_precision = 'DAY'
							and p.status <> 'CANCELLED' then 'DRAFT'
						when p.ended_on > cast(:day as date) then 'SIGNED'
						else p.status end as state
				from pledge p where p.year = :year and p.level = :level and p.amends_id is null
			)
			""";

	/**
	 * A cancelled pledge is shown only when asked for; otherwise its unit has none.
	 * Levels nobody has to pledge at show no empty rows.
	 */
	static final String JOINED = """
			from a left join p on p.unit_id = a.unit_id and (p.state <> 'CANCELLED' or :state = 'CANCELLED')
			where (:level in ('UNIT_JOINT', 'MINISTRY_JOINT') or p.id is not null)
				and (cast(:state as text) is null or coalesce(p.state, 'NONE') = :state)
			""";

	private final JdbcClient jdbc;

	private final Units units;

	private final UnitScope scope;

	private final DayClock clock;

	PledgeRegister(JdbcClient jdbc, Units units, UnitScope scope, DayClock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.scope = scope;
		this.clock = clock;
	}

	/**
	 * The pledges of a year.
	 * @param filter what is asked for
	 * @param asOf the day asked for
	 * @return one page
	 * @throws NotFound if the unit is not reached
	 */
	PledgeList list(PledgeFilter filter, LocalDate asOf) {
		int year = year(filter, asOf);
		LocalDate day = day(year, asOf);
		UnitRow root = this.units.find(root(filter), day);
		Map<String, @Nullable Object> asked = parameters(filter, root.id(), year, day);
		List<PledgeRow> rows = rows(filter, asked);
		List<PledgeRow> ministry = (filter.shownLevel() == PledgeLevel.MINISTRY_JOINT) ? List.of()
				: ministry(root, year, day);
		return new PledgeList(root, year, day, ministry, rows.subList(0, Math.min(PAGE, rows.size())), counts(asked),
				rows.size() <= PAGE, years(root.id(), year), this.scope.may(Right.WRITE_PLEDGES, root.id()));
	}

	/** How many unions below a unit have pledged in a year. */
	Counts counts(UnitId root, int year, LocalDate day) {
		this.scope.require(root);
		return counts(parameters(PledgeFilter.of(PledgeLevel.UNIT_JOINT, root, year), root, year, day));
	}

	/** What the whole ministry pledged, where the reader reaches it. */
	List<PledgeRow> ministry(UnitRow root, int year, LocalDate day) {
		UnitId top = new UnitId(root.path().getFirst());
		if (!this.scope.reaches(top)) {
			return List.of();
		}
		PledgeFilter filter = PledgeFilter.of(PledgeLevel.MINISTRY_JOINT, top, year);
		return rows(filter, parameters(filter, top, year, day));
	}

	/** The year asked for; what no pledge can be of is refused. */
	int year(PledgeFilter filter, LocalDate asOf) {
		int year = (filter.year() == null) ? asOf.getYear() : filter.year();
		requireYear(year);
		return year;
	}

	void requireYear(int year) {
		int last = this.clock.today().getYear() + 1;
		if (year < FIRST_YEAR || year > last) {
			throw new RuleViolation("emulation.rule.year", String.valueOf(FIRST_YEAR), String.valueOf(last))
				.onField("year");
		}
	}

	/** The units of a past year are those of its last day. */
	static LocalDate day(int year, LocalDate asOf) {
		LocalDate end = ResultPeriod.YEAR.lastDay(year);
		return end.isBefore(asOf) ? end : asOf;
	}

	UnitId root(PledgeFilter filter) {
		return (filter.unit() == null) ? CurrentActor.get().home().orElseThrow(NotFound::new)
				: new UnitId(filter.unit());
	}

	Map<String, @Nullable Object> parameters(PledgeFilter filter, UnitId root, int year, LocalDate day) {
		Map<String, @Nullable Object> asked = new HashMap<>();
		asked.put("root", root.value());
		asked.put("year", year);
		asked.put("day", day);
		asked.put("level", filter.shownLevel().name());
		asked.put("state", (filter.state() == null) ? null : filter.state().name());
		return asked;
	}

	private List<PledgeRow> rows(PledgeFilter filter, Map<String, @Nullable Object> asked) {
		return this.jdbc
			.sql(ASKED
					+ """
							select a.unit_id, a.code as unit_code, a.name as unit_name, p.id, p.code as pledge_code, p.title, p.state,
								p.signed_on, p.signed_date_precision,
								(select count(*) from pledge_target t where t.pledge_id = p.id) as targets,
								(select count(*) from pledge_target t join target_result x on x.target_id = t.id
									where t.pledge_id = p.id and x.period = 'YEAR') as reported
							"""
					+ JOINED + "order by " + filter.orderBy() + " limit :limit offset :offset")
			.params(asked)
			.param("limit", PAGE + 1)
			.param("offset", (filter.shownPage() - 1) * PAGE)
			.query(PledgeRegister::row)
			.list();
	}

	private Counts counts(Map<String, @Nullable Object> asked) {
		return this.jdbc.sql(ASKED + """
				select count(distinct a.unit_id) as units,
					count(distinct a.unit_id) filter (where p.state not in ('DRAFT', 'CONSULTING', 'READY')) as signed,
					count(distinct a.unit_id) filter (where p.state in ('DRAFT', 'CONSULTING', 'READY')) as drafts
				from a left join p on p.unit_id = a.unit_id and p.state <> 'CANCELLED'""")
			.params(asked)
			.query((row, number) -> new Counts(row.getInt("units"), row.getInt("signed"), row.getInt("drafts")))
			.single();
	}

	private List<Integer> years(UnitId root, int asked) {
		TreeSet<Integer> years = new TreeSet<>(this.jdbc.sql("""
				select distinct p.year from pledge p join unit_reach r on r.unit_id = p.unit_id and r.root_id = ?""")
			.param(root.value())
			.query(Integer.class)
			.list());
		int now = this.clock.today().getYear();
		years.addAll(List.of(asked, now, now + 1));
		return List.copyOf(years.descendingSet());
	}

	private static PledgeRow row(ResultSet row, int number) throws SQLException {
		String state = row.getString("state");
		return new PledgeRow(row.getObject("unit_id", UUID.class), row.getString("unit_code"),
				row.getString("unit_name"), row.getObject("id", UUID.class), row.getString("pledge_code"),
				row.getString("title"), (state == null) ? PledgeFilter.State.NONE.name() : state,
				row.getObject("signed_on", LocalDate.class), row.getString("signed_date_precision"),
				row.getInt("targets"), row.getInt("reported"));
	}

}
