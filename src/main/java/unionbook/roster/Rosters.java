package unionbook.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Codes;
import unionbook.platform.CurrentActor;
import unionbook.platform.Forbidden;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Reads rosters: who was a member of which unit on a day. */
@Service
@Transactional(readOnly = true)
class Rosters {

	private static final int FETCHED_AT_ONCE = 2000;

	private final JdbcClient jdbc;

	private final Units units;

	private final UnitScope scope;

	private final Codes codes;

	Rosters(JdbcClient jdbc, Units units, UnitScope scope, Codes codes) {
		this.jdbc = jdbc;
		this.units = units;
		this.scope = scope;
		this.codes = codes;
	}

	/**
	 * A page of the roster of a unit with everything below it, or of everything the actor
	 * starts from.
	 * @param unit the unit, or null
	 * @param day the day
	 * @param asked what is asked
	 * @return the page
	 * @throws unionbook.platform.NotFound if the unit is not reached
	 * @throws Forbidden if the actor reaches no members at all
	 */
	Roster page(@Nullable UnitId unit, LocalDate day, RosterQuery asked) {
		RosterPlace place = place(unit, day);
		RosterQuery query = allowed(asked, place);
		Set<RosterColumn> columns = columns(query, place);
		RosterSql sql = new RosterSql(place, query, columns, this.codes.list("position"));
		if (sql.alongNames()) {
			walkIndexes();
		}
		Share women = women(place, query, sql);
		RosterSql.Mark mark = (query.cursor() == null) ? null : mark(sql.mark(), sql, "cursor", query.cursor());
		List<RosterRow> rows = (query.cursor() != null && mark == null) ? List.of()
				: rows(sql, mark, query.size() + 1, place, columns);
		if (rows.isEmpty() && query.cursor() != null) {
			return page(unit, day, query.at(null, false));
		}
		boolean more = rows.size() > query.size();
		List<RosterRow> shown = new ArrayList<>(more ? rows.subList(0, query.size()) : rows);
		if (query.backward()) {
			Collections.reverse(shown);
		}
		boolean previous = query.backward() ? more : query.cursor() != null;
		boolean next = query.backward() || more;
		return new Roster(place, query, columns, women, shown, previous ? shown.getFirst().id() : null,
				next ? shown.getLast().id() : null);
	}

	/**
	 * The roster without its rows, for the head of an export.
	 * @param unit the unit, or null
	 * @param day the day
	 * @param asked what is asked; a place in the list does not count
	 * @return the whole roster, without rows
	 */
	Roster whole(@Nullable UnitId unit, LocalDate day, RosterQuery asked) {
		RosterPlace place = place(unit, day);
		RosterQuery query = allowed(asked.at(null, false), place);
		Set<RosterColumn> columns = columns(query, place);
		Share women = women(place, query, new RosterSql(place, query, columns, this.codes.list("position")));
		return new Roster(place, query, columns, women, List.of(), null, null);
	}

	/**
	 * Hands over each person of a roster in order, from an open cursor and without
	 * keeping any; to be called inside the transaction the roster was made in.
	 * @param roster the roster
	 * @param row takes a person
	 */
	void forEach(Roster roster, Consumer<RosterRow> row) {
		RosterSql sql = new RosterSql(roster.place(), roster.query(), roster.columns(), this.codes.list("position"));
		if (sql.alongNames() && !roster.place().several()) {
			walkIndexes();
		}
		else {
			sortInMemory();
		}
		try (Stream<RosterRow> rows = this.jdbc.sql(sql.everything())
			.withFetchSize(FETCHED_AT_ONCE)
			.params(sql.parameters())
			.query(RosterRow.mapper(roster.place(), roster.columns()))
			.stream()) {
			rows.forEach(row);
		}
	}

	private RosterPlace place(@Nullable UnitId unit, LocalDate day) {
		List<UnitRow> homes = (unit == null) ? this.units.homes(day) : List.of();
		if (unit == null && homes.isEmpty()) {
			throw new Forbidden();
		}
		Map<UUID, String> names = new LinkedHashMap<>();
		for (UnitRow home : homes) {
			place(names, home, this.units.below(home.id(), day), day);
		}
		UnitRow top = null;
		if (unit != null) {
			List<UnitRow> tree = this.units.below(unit, day);
			top = tree.isEmpty() ? this.units.find(unit, day) : tree.getFirst();
			place(names, top, tree, day);
		}
		UUID[] ids = names.keySet().toArray(UUID[]::new);
		UnitId only = (ids.length == 1) ? new UnitId(ids[0]) : null;
		return new RosterPlace(day, top, (top == null) ? List.of() : this.units.lineage(top, day), homes, ids, names,
				may(Right.READ_PERSONAL, only), may(Right.READ_SENSITIVE, only), may(Right.WRITE_MEMBERS, unit));
	}

	/**
	 * Outside its life a unit stands in no tree, but its roster of that day is asked for.
	 */
	private void place(Map<UUID, String> names, UnitRow root, List<UnitRow> tree, LocalDate day) {
		if (root.livesOn(day) || this.scope.reaches(root.id(), day)) {
			names.put(root.id().value(), root.name());
		}
		tree.forEach((below) -> names.put(below.id().value(), below.name()));
	}

	/**
	 * What all grants carry holds in every unit reached; what only some carry is asked
	 * for one unit, and for several it counts as missing.
	 */
	private boolean may(Right right, @Nullable UnitId unit) {
		List<Grant> grants = CurrentActor.get().grants();
		if (grants.stream().allMatch((grant) -> grant.role().carries(right))) {
			return true;
		}
		return unit != null && CurrentActor.get().may(right) && this.scope.may(right, unit);
	}

	private static RosterQuery allowed(RosterQuery query, RosterPlace place) {
		boolean forbidden = query.filters().containsKey(RosterFilter.PARTY) && !place.sensitive();
		return forbidden ? query.without(RosterFilter.PARTY) : query;
	}

	private static Set<RosterColumn> columns(RosterQuery query, RosterPlace place) {
		Set<RosterColumn> columns = EnumSet.noneOf(RosterColumn.class);
		for (RosterColumn column : RosterColumn.values()) {
			if (query.columns().isEmpty() ? column.usual() : query.columns().contains(column)) {
				columns.add(column);
			}
		}
		if (!place.sensitive()) {
			columns.remove(RosterColumn.PARTY);
		}
		if (!place.several()) {
			columns.remove(RosterColumn.UNIT);
		}
		if (!query.filters().containsKey(RosterFilter.STATUS)) {
			columns.remove(RosterColumn.LEFT);
		}
		return Collections.unmodifiableSet(columns);
	}

	/**
	 * Keeps the planner, for the rest of the transaction, from sorting what an index has
	 * in order, and from planning the same anew for each request: behind the wall it
	 * takes every unit for a handful of people.
	 */
	private void walkIndexes() {
		this.jdbc.sql(
				"select set_config('enable_sort', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true),"
						+ " set_config('max_parallel_workers_per_gather', '0', true)")
			.query()
			.singleRow();
	}

	/** A whole roster, sorted as Vietnamese is, is not for the disk. */
	private void sortInMemory() {
		this.jdbc.sql("select set_config('work_mem', '32MB', true)").query(String.class).single();
	}

	/** Without a filter the ledger of headcounts knows; nobody is counted. */
	private Share women(RosterPlace place, RosterQuery query, RosterSql sql) {
		JdbcClient.StatementSpec statement = query.narrowed() ? this.jdbc.sql(sql.count()).params(sql.parameters())
				: this.jdbc.sql("""
						select coalesce(sum(members), 0) as members,
							coalesce(sum(members) filter (where gender = 'FEMALE'), 0) as women
						from headcount(cast(:units as uuid[]), 'ALL', cast(:day as date))""")
					.param("units", place.units())
					.param("day", place.day());
		return statement.query((row, number) -> new Share(row.getLong("women"), row.getLong("members"))).single();
	}

	private List<RosterRow> rows(RosterSql sql, RosterSql.@Nullable Mark mark, int limit, RosterPlace place,
			Set<RosterColumn> columns) {
		sql.parameters().put("limit", limit);
		RosterSql.Mark bound = null;
		if (sql.merges() && place.several()) {
			sql.parameters().put("sample", Math.min(limit, 2 + 2 * limit / place.units().length));
			bound = mark(sql.bound(mark), sql, "limit", limit);
		}
		return this.jdbc.sql(sql.page(mark, bound))
			.params(sql.parameters())
			.query(RosterRow.mapper(place, columns))
			.list();
	}

	private RosterSql.@Nullable Mark mark(String statement, RosterSql sql, String parameter, Object value) {
		return this.jdbc.sql(statement)
			.params(sql.parameters())
			.param(parameter, value)
			.query((row, number) -> new RosterSql.Mark(row.getInt("rank"), row.getObject("key"),
					row.getString("given_sort"), row.getString("surname_sort"), row.getString("middle_sort"),
					row.getObject("member_id", UUID.class)))
			.optional()
			.orElse(null);
	}

}
