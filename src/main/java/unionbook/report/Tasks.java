package unionbook.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what needs doing in some units on a day. Each list is read through an index that
 * holds only what it looks for, and counted to {@link #COUNTED} only, so that the home
 * page of a country costs what that of a ministry costs.
 */
@Service
@Transactional(readOnly = true)
class Tasks {

	/** A list stops here. */
	static final int MOST = 1000;

	/** Counting for the home page stops here: "more than". */
	static final int COUNTED = 200;

	/**
	 * The births of those who retire under each row of the law: who had reached the age
	 * of the row before while that row held does not come under the next.
	 */
	private static final String AGES = """
			with age as materialized (
				select gender, months,
					coalesce((lower(period) - make_interval(months =>
						lag(months) over (partition by gender order by period)))::date, '-infinity') as born_from,
					coalesce((upper(period) - make_interval(months => months))::date, 'infinity') as born_before,
					(cast(:day as date) + 1 - make_interval(months => months))::date as not_yet,
					(cast(:day as date) + 1 + make_interval(months => 12 - months))::date as not_soon
				from retirement_age
			), reached as materialized (
				select gender, months, born_from, least(born_before, not_yet) as born_before
				from age where born_from < least(born_before, not_yet)
			), soon as materialized (
				select gender, months, greatest(born_from, not_yet) as born_from, least(born_before, not_soon) as born_before
				from age where greatest(born_from, not_yet) < least(born_before, not_soon)
			)
			""";

	private static final String CHAIRS = """
			select cast(null as uuid) as member_id, cast(null as text) as full_name, u.unit_id,
				cast(null as date) as birth_date, cast(null as text) as birth_precision, cast(null as date) as due
			from unit_version u
			where u.unit_id = any (:units) and u.period @> cast(:day as date) and u.kind in ('CDCS', 'CDCSTV')
				and not exists (select from membership s where s.unit_id = u.unit_id and s.union_position = 'CHU_TICH'
					and s.period @> cast(:day as date))""";

	/** The outermost births first: they are found along the index of births. */
	private static final String AGED = """
			select s.member_id, s.full_name, s.unit_id, s.birth_date, s.birth_precision,
				(s.birth_date + make_interval(months => b.months))::date as due
			from membership s
			join %1$s b on b.gender = s.gender and b.born_from <= s.birth_date and b.born_before > s.birth_date
			where s.unit_id = any (:units) and s.period @> cast(:day as date)
				and s.birth_date >= (select min(born_from) from %1$s)
				and s.birth_date < (select max(born_before) from %1$s)""";

	/** The records lead, along the index of what is lacking; the rest is looked up. */
	private static final String LACKING = """
			select s.member_id, s.full_name, s.unit_id, s.birth_date, s.birth_precision, cast(null as date) as due
			from member m
			cross join lateral (
				select * from membership r
				where r.member_id = m.id and r.unit_id = m.unit_id and r.period @> cast(:day as date) limit 1) s
			where m.unit_id = any (:units) and %s""";

	private static final Map<Task, String> LISTS = Map.of(Task.NO_CHAIR, CHAIRS, Task.PAST_RETIREMENT,
			AGED.formatted("reached"), Task.RETIRING, AGED.formatted("soon"), Task.NO_IDENTITY,
			LACKING.formatted("m.identity_hash is null"), Task.VAGUE_BIRTH,
			LACKING.formatted("m.birth_precision <> 'DAY'"));

	private final JdbcClient jdbc;

	Tasks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How much there is of each, in one query; {@link #COUNTED} + 1 stands for more. */
	Map<Task, Integer> counts(UUID[] units, LocalDate day) {
		Map<Task, Integer> counts = new EnumMap<>(Task.class);
		String each = Arrays.stream(Task.values())
			.map((task) -> "select '" + task + "' as task, count(*) as found from (" + LISTS.get(task) + " limit "
					+ (COUNTED + 1) + ") l")
			.collect(Collectors.joining(" union all "));
		this.jdbc.sql(AGES + each).param("units", units).param("day", day).query((row) -> {
			counts.put(Task.valueOf(row.getString("task")), row.getInt("found"));
		});
		return counts;
	}

	/** What a task is about, by unit and then by the names of people. */
	List<TaskRow> list(Task task, UUID[] units, LocalDate day) {
		return this.jdbc
			.sql(AGES + "select l.*, v.code as unit_code, v.name as unit_name from (" + LISTS.get(task)
					+ " limit :most) l join unit_version v on v.unit_id = l.unit_id and v.period @> cast(:day as date)"
					+ " order by l.due, v.code, l.full_name collate \"vi-x-icu\", l.member_id")
			.param("units", units)
			.param("day", day)
			.param("most", MOST)
			.query(TaskRow.class)
			.list();
	}

}
