package unionbook.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.UnitFigures;
import unionbook.platform.UnitScope;
import unionbook.shared.MemberId;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/**
 * How many members and how many women units have on a day: the women as a share of the
 * members, read from the ledger without counting people.
 */
@Service
@Transactional(readOnly = true)
public class Headcounts implements UnitFigures {

	/** Nobody of nobody. */
	public static final Share NOBODY = new Share(0, 0);

	private final JdbcClient jdbc;

	private final UnitScope scope;

	Headcounts(JdbcClient jdbc, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
	}

	/**
	 * The women of each unit on some days, in one query for all units and days.
	 * @param units the units, each counted alone without what is below it
	 * @param days the days
	 * @return for each day, the women of the members of each unit that has any
	 */
	public Map<LocalDate, Map<UUID, Share>> perUnit(UUID[] units, Collection<LocalDate> days) {
		Map<LocalDate, Map<UUID, Share>> found = empty(days);
		planOnce();
		this.jdbc.sql("""
				select d.day, h.unit_id,
					sum(h.members) filter (where h.gender = 'FEMALE') as women, sum(h.members) as members
				from unnest(cast(:days as date[])) d (day)
				cross join lateral headcount(:units, 'ALL', d.day) h
				group by d.day, h.unit_id""").param("units", units).param("days", dates(days)).query((row) -> {
			found.computeIfAbsent(row.getObject("day", LocalDate.class), (day) -> new HashMap<>())
				.put(row.getObject("unit_id", UUID.class), new Share(row.getLong("women"), row.getLong("members")));
		});
		return found;
	}

	/**
	 * The women of all units together, by the values of a dimension, on some days.
	 * @param dimension what tells people apart, not the unit
	 * @param units the units
	 * @param days the days
	 * @return for each day, the women of the members with each value; the empty value is
	 * for those with none
	 */
	public Map<LocalDate, Map<String, Share>> perValue(Dimension dimension, UUID[] units, Collection<LocalDate> days) {
		Map<LocalDate, Map<String, Share>> found = empty(days);
		planOnce();
		if (dimension == Dimension.AGE) {
			days.forEach((day) -> found.put(day, ages(units, day)));
			return found;
		}
		this.jdbc.sql("""
				select d.day, h.bucket,
					sum(h.members) filter (where h.gender = 'FEMALE') as women, sum(h.members) as members
				from unnest(cast(:days as date[])) d (day)
				cross join lateral headcount(:units, :dimension, d.day) h
				group by d.day, h.bucket""")
			.param("units", units)
			.param("dimension", dimension.name())
			.param("days", dates(days))
			.query((row) -> {
				found.computeIfAbsent(row.getObject("day", LocalDate.class), (day) -> new HashMap<>())
					.put(row.getString("bucket"), new Share(row.getLong("women"), row.getLong("members")));
			});
		return found;
	}

	/**
	 * For the rest of the transaction plans are made once and kept: with the ids written
	 * into it, each plan costs more than the query.
	 */
	private void planOnce() {
		this.jdbc.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)").query(String.class).single();
	}

	/**
	 * The women of a unit and of everything below it at the end of each year.
	 * @param root the unit
	 * @param first the first year
	 * @param last the last year
	 * @return the women of the members on 31 December of each year that had any
	 */
	public SortedMap<Integer, Share> yearEnds(UnitId root, int first, int last) {
		this.scope.require(root);
		Map<Integer, long[]> changes = new HashMap<>();
		this.jdbc.sql("""
				with v as (
					select v.unit_id, greatest(extract(year from lower(v.period))::integer, :first) as since,
						least(extract(year from upper(v.period))::integer - 1, :last) as until
					from unit_version v
					join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
					where :root = any (v.path)
				), step as (
					select greatest(h.year, v.since) as since, v.until + 1 as gone, h.gender, sum(h.delta) as delta
					from v join headcount_year h on h.unit_id = v.unit_id and h.dimension = 'ALL' and h.year <= v.until
					where v.since <= v.until
					group by 1, 2, 3
				)
				select c.year, sum(c.delta) filter (where c.gender = 'FEMALE') as women, sum(c.delta) as members
				from (select since as year, gender, delta from step union all select gone, gender, -delta from step) c
				group by c.year""")
			.param("root", root.value())
			.param("first", first)
			.param("last", last)
			.query((row) -> {
				changes.put(row.getInt("year"), new long[] { row.getLong("women"), row.getLong("members") });
			});
		SortedMap<Integer, Share> found = new TreeMap<>();
		long women = 0;
		long members = 0;
		for (int year = first; year <= last; year++) {
			long[] change = changes.getOrDefault(year, new long[2]);
			women += change[0];
			members += change[1];
			if (members > 0) {
				found.put(year, new Share(women, members));
			}
		}
		return found;
	}

	/**
	 * The holders of union positions in some units, by position in the order of the code
	 * list.
	 * @param units the units
	 * @param day the day
	 * @return the women of the holders of each position somebody holds
	 */
	public Map<String, Share> officers(UUID[] units, LocalDate day) {
		Map<String, Share> found = new LinkedHashMap<>();
		this.jdbc.sql("""
				select m.union_position, count(*) filter (where m.gender = 'FEMALE') as women, count(*) as members
				from membership m
				where m.unit_id = any (:units) and m.union_position is not null and m.period @> cast(:day as date)
				group by m.union_position""").param("units", units).param("day", day).query((row) -> {
			found.put(row.getString("union_position"), new Share(row.getLong("women"), row.getLong("members")));
		});
		return found;
	}

	@Override
	public Map<UUID, Figure> on(UUID[] units, LocalDate day) {
		Map<UUID, Chair> chairs = new HashMap<>();
		this.jdbc.sql("""
				select m.unit_id, m.member_id, m.full_name from membership m
				where m.unit_id = any (:units) and m.union_position = 'CHU_TICH' and m.period @> cast(:day as date)
				order by lower(m.period), m.member_id""").param("units", units).param("day", day).query((row) -> {
			chairs.put(row.getObject("unit_id", UUID.class),
					new Chair(new MemberId(row.getObject("member_id", UUID.class)), row.getString("full_name")));
		});
		return perUnit(units, List.of(day)).getOrDefault(day, Map.of())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> {
				Chair chair = chairs.get(entry.getKey());
				return (chair == null) ? new Figure(entry.getValue(), null, null)
						: new Figure(entry.getValue(), chair.member(), chair.name());
			}));
	}

	/**
	 * Ages change every day with nobody doing anything, so no ledger holds them: people
	 * are counted, by one walk over the rows of the units.
	 */
	private Map<String, Share> ages(UUID[] units, LocalDate day) {
		Map<String, Share> found = new HashMap<>();
		this.jdbc.sql("""
				select width_bucket(m.birth_date, case m.birth_precision when 'YEAR'
						then cast(:years as date[]) else cast(:days as date[]) end) as band,
					count(*) filter (where m.gender = 'FEMALE') as women, count(*) as members
				from membership m
				where m.unit_id = any (:units) and m.period @> cast(:day as date)
				group by 1""")
			.param("units", units)
			.param("day", day)
			.param("days", dates(AgeBand.birthdays(day)))
			.param("years", dates(AgeBand.birthYears(day)))
			.query((row) -> {
				found.put(AgeBand.values()[row.getInt("band")].code(),
						new Share(row.getLong("women"), row.getLong("members")));
			});
		return found;
	}

	/**
	 * Adds up shares.
	 * @param shares the shares
	 * @return all women of all members
	 */
	public static Share sum(Collection<? extends @Nullable Share> shares) {
		return shares.stream()
			.filter(Objects::nonNull)
			.map(Share.class::cast)
			.reduce(NOBODY, (a, b) -> new Share(a.part() + b.part(), a.whole() + b.whole()));
	}

	private static <K> Map<LocalDate, Map<K, Share>> empty(Collection<LocalDate> days) {
		Map<LocalDate, Map<K, Share>> found = new HashMap<>();
		days.forEach((day) -> found.put(day, new HashMap<>()));
		return found;
	}

	private static String dates(Collection<LocalDate> days) {
		return days.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}"));
	}

	private record Chair(MemberId member, String name) {
	}

}
