package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/** The book as the owner of the database sees it: everything, counted naively. */
record Book(JdbcClient owner) {

	/** What the rows of the rosters say per unit, day of change and gender. */
	private static final String STEPS = """
			select unit_id, lower(period) as day, gender, 1 as delta from membership where unit_id = any (:units)
			union all
			select unit_id, upper(period), gender, -1 from membership where unit_id = any (:units)
				and not upper_inf(period)""";

	/** People enter a unit on a day, every second a woman. */
	void enter(UnitId unit, int people, LocalDate day, String department) {
		this.owner
			.sql("""
					with person as (
						insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
						select uuidv7(), :unit, 'Nguyễn Văn ' || n, 'Nguyễn', n, case n % 2 when 0 then 'FEMALE' else 'MALE' end,
							date '1980-01-01' + n
						from generate_series(1, :people) n returning *
					), stay as (
						insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
							search_key, gender, birth_date, birth_precision, department)
						select uuidv7(), id, unit_id, daterange(cast(:day as date), null), full_name, given_name, surname, '', '',
							gender, birth_date, 'DAY', cast(:department as text) from person
					)
					insert into movement (id, member_id, unit_id, kind, gender, effective_on)
					select uuidv7(), id, unit_id, 'OPENING', gender, cast(:day as date) from person""")
			.param("unit", unit.value())
			.param("people", people)
			.param("day", day)
			.param("department", department)
			.update();
	}

	/** Members and women of some units on a day, from the rosters. */
	String people(Collection<UnitId> units, LocalDate day) {
		return this.owner.sql("""
				select count(*) || '/' || count(*) filter (where gender = 'FEMALE')
				from membership where unit_id = any (:units) and period @> cast(:day as date)""")
			.param("units", ids(units))
			.param("day", day)
			.query(String.class)
			.single();
	}

	/** Members and women of all that stood below a unit on a day, from the rosters. */
	Share below(UnitId root, LocalDate day) {
		return this.owner.sql("""
				select count(*) filter (where s.gender = 'FEMALE') as part, count(*) as whole
				from unit_version v join membership s on s.unit_id = v.unit_id and s.period @> cast(:day as date)
				where v.period @> cast(:day as date) and :root = any (v.path)""")
			.param("root", root.value())
			.param("day", day)
			.query(Share.class)
			.single();
	}

	boolean existed(UnitId unit) {
		return this.owner.sql("select exists (select from unit_version where unit_id = ?)")
			.param(unit.value())
			.query(Boolean.class)
			.single();
	}

	long members(UnitId unit, LocalDate day) {
		return Long.parseLong(people(List.of(unit), day).split("/")[0]);
	}

	/** The codes of what stands in a tree on a day, with the code of the superior. */
	List<String> tree(UnitId root, LocalDate day) {
		return this.owner.sql("""
				select coalesce(p.code || '/', '') || v.code from unit_version v
				left join unit_version p on p.unit_id = v.parent_id and p.period @> cast(:day as date)
				where :root = any (v.path) and v.period @> cast(:day as date) order by v.path, v.code""")
			.param("root", root.value())
			.param("day", day)
			.query(String.class)
			.list()
			.stream()
			.sorted()
			.toList();
	}

	/**
	 * Every way in which rosters, ledger of movements and ledger of headcounts contradict
	 * each other, on any day, in any unit.
	 */
	List<String> contradictions(Collection<UnitId> units) {
		return this.owner
			.sql("""
					with step as (%s), counted as (
						select unit_id, day, gender, sum(delta) as delta from step group by 1, 2, 3
					), moved as (
						select unit_id, effective_on as day, gender, sum(direction) as delta from movement
						where unit_id = any (:units) group by 1, 2, 3
					), kept as (
						select unit_id, day, gender, sum(delta) as delta from headcount_day
						where unit_id = any (:units) and dimension = 'ALL' group by 1, 2, 3
					), yearly as (
						select unit_id, make_date(year, 1, 1) as day, gender, sum(delta) as delta from headcount_year
						where unit_id = any (:units) and dimension = 'ALL' group by 1, 2, 3
					), days_of_years as (
						select unit_id, date_trunc('year', day)::date as day, gender, sum(delta) as delta from kept group by 1, 2, 3
					)
					select 'movements ' || unit_id || ' ' || day || ' ' || gender || ' ' || coalesce(c.delta, 0) || ' <> '
						|| coalesce(m.delta, 0)
					from counted c full join moved m using (unit_id, day, gender)
					where coalesce(c.delta, 0) <> coalesce(m.delta, 0)
					union all
					select 'headcounts ' || unit_id || ' ' || day || ' ' || gender || ' ' || coalesce(c.delta, 0) || ' <> '
						|| coalesce(k.delta, 0)
					from counted c full join kept k using (unit_id, day, gender)
					where coalesce(c.delta, 0) <> coalesce(k.delta, 0)
					union all
					select 'years ' || unit_id || ' ' || day
					from days_of_years d full join yearly y using (unit_id, day, gender)
					where coalesce(d.delta, 0) <> coalesce(y.delta, 0)
					union all
					select 'twice ' || a.member_id from membership a join membership b on a.member_id = b.member_id
						and a.id < b.id and a.period && b.period where a.unit_id = any (:units)
					union all
					select 'record ' || m.id from member m join lateral (
						select s.unit_id from membership s where s.member_id = m.id order by s.period desc limit 1) s on true
					where m.unit_id = any (:units) and m.unit_id <> s.unit_id"""
				.formatted(STEPS))
			.param("units", ids(units))
			.query(String.class)
			.list();
	}

	/**
	 * Members and women of each unit on some days, with its name and place on that day.
	 */
	Map<String, String> figures(Collection<UnitId> units, Collection<LocalDate> days) {
		Map<String, String> figures = new TreeMap<>();
		this.owner.sql("""
				select d.day || ' ' || s.unit_id as place, concat_ws(' ', v.code, v.name, v.path, count(*),
					count(*) filter (where s.gender = 'FEMALE')) as figure
				from unnest(:days) d (day) join membership s on s.unit_id = any (:units) and s.period @> d.day
				join unit_version v on v.unit_id = s.unit_id and v.period @> d.day
				group by d.day, s.unit_id, v.code, v.name, v.path""")
			.param("units", ids(units))
			.param("days", days.stream().map(java.sql.Date::valueOf).toArray(java.sql.Date[]::new))
			.query((row) -> {
				figures.put(row.getString("place"), row.getString("figure"));
			});
		return figures;
	}

	/** Every row of the rosters of some units, for comparing before and after. */
	List<String> rosters(Collection<UnitId> units) {
		return this.owner.sql("select s::text from membership s where unit_id = any (:units) order by 1")
			.param("units", ids(units))
			.query(String.class)
			.list();
	}

	List<String> versions(Collection<UnitId> units) {
		return this.owner.sql("select v::text from unit_version v where unit_id = any (:units) order by 1")
			.param("units", ids(units))
			.query(String.class)
			.list();
	}

	static UUID[] ids(Collection<UnitId> units) {
		return units.stream().map(UnitId::value).toArray(UUID[]::new);
	}

}
