package unionbook.unit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Grant;
import unionbook.platform.NotFound;
import unionbook.platform.PeriodType;
import unionbook.platform.UnitNames;
import unionbook.platform.UnitScope;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/** Finds units inside the reach of the actor, as they were on a day. */
@Service
@Transactional(readOnly = true)
public class Units implements UnitNames {

	static final String FACTS = "select v.unit_id, v.code, v.name, v.kind, v.host_kind, v.funding_type,"
			+ " v.parent_id, v.path, v.period, v.host_name, v.emulation_block, v.outer_superior from unit_version v ";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final DayClock clock;

	Units(JdbcClient jdbc, UnitScope scope, DayClock clock) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.clock = clock;
	}

	/**
	 * A unit as it was on a day; outside its life the nearest facts, so that an ended
	 * unit stays readable.
	 * @param unit the unit
	 * @param day the day
	 * @return its facts
	 * @throws NotFound if the actor does not reach it
	 */
	public UnitRow find(UnitId unit, LocalDate day) {
		this.scope.require(unit);
		return nearest(unit, day);
	}

	/**
	 * A unit with everything that stood below it on a day, in the order of the tree (by
	 * code inside a parent).
	 * @param root the unit
	 * @param day the day
	 * @return the units, the root first
	 * @throws NotFound if the actor does not reach the root
	 */
	public List<UnitRow> below(UnitId root, LocalDate day) {
		this.scope.require(root);
		return this.jdbc.sql(FACTS + """
				join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
				where v.period @> cast(:day as date) and :root = any (v.path)
				order by cardinality(v.path), v.code, v.unit_id""")
			.param("root", root.value())
			.param("day", day)
			.query(Units::row)
			.list();
	}

	/**
	 * The ids of a unit and of everything below it on a day, for conditions in queries.
	 * @param root the unit
	 * @param day the day
	 * @return the ids, at least the unit's own; none of a unit handed over by that day
	 * @throws NotFound if the actor does not reach the root
	 */
	public UUID[] idsBelow(UnitId root, LocalDate day) {
		this.scope.require(root);
		return this.jdbc.sql("""
				select v.unit_id from unit_version v
				join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
				where v.period @> cast(:day as date) and :root = any (v.path)
				union select :root where reached_on(:root, cast(:day as date))""")
			.param("root", root.value())
			.param("day", day)
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
	}

	/**
	 * The superiors of a unit on a day, for the trail above a page; their names may be
	 * read though they are not reached.
	 * @param unit the unit
	 * @param day the day; outside the period of these facts its nearest day
	 * @return the units from the top down to the unit itself, as they were on that day
	 */
	public List<UnitRow> lineage(UnitRow unit, LocalDate day) {
		Period period = unit.period();
		if (unit.parent() == null) {
			return List.of(unit);
		}
		LocalDate inside = day.isBefore(period.from()) ? period.from()
				: (period.to() != null && !day.isBefore(period.to())) ? period.to().minusDays(1) : day;
		return this.jdbc
			.sql(FACTS + "where v.unit_id = any (?) and v.period @> cast(? as date) order by cardinality(v.path)")
			.params(unit.path().toArray(UUID[]::new), inside)
			.query(Units::row)
			.list();
	}

	/**
	 * The units the actor starts from: those a grant names, and on a day in the past the
	 * tops of what they took over since.
	 * @param day the day
	 * @return their facts on that day, in the order of the grants
	 */
	public List<UnitRow> homes(LocalDate day) {
		Actor actor = CurrentActor.get();
		List<UnitRow> homes = actor.grants()
			.stream()
			.map(Grant::unit)
			.filter(Objects::nonNull)
			.distinct()
			.map((unit) -> nearest(unit, day))
			.toList();
		return day.isBefore(this.clock.today()) ? Stream.concat(homes.stream(), inherited(actor, day)).toList() : homes;
	}

	private Stream<UnitRow> inherited(Actor actor, LocalDate day) {
		UUID[] roots = actor.grants()
			.stream()
			.filter((grant) -> grant.subtree() && grant.unit() != null)
			.map((grant) -> Objects.requireNonNull(grant.unit()).value())
			.toArray(UUID[]::new);
		return this.jdbc.sql(FACTS + """
				where v.unit_id in (select r.unit_id from unit_reach r where r.root_id = any (:roots) and r.inherited)
					and v.period @> cast(:day as date)
					and not exists (select from unit_reach above where above.root_id = any (:roots)
						and above.unit_id = any (v.path) and above.unit_id <> v.unit_id)
				order by v.code, v.unit_id""")
			.param("roots", roots)
			.param("day", day)
			.query(Units::row)
			.list()
			.stream();
	}

	@Override
	public String name(UnitId unit, LocalDate day) {
		return nearest(unit, day).name();
	}

	private UnitRow nearest(UnitId unit, LocalDate day) {
		return this.jdbc.sql(FACTS + """
				where v.unit_id = :unit
				order by case when v.period @> cast(:day as date) then 0
					when upper(v.period) <= cast(:day as date) then cast(:day as date) - upper(v.period) + 1
					else lower(v.period) - cast(:day as date) end
				limit 1""")
			.param("unit", unit.value())
			.param("day", day)
			.query(Units::row)
			.optional()
			.orElseThrow(NotFound::new);
	}

	static UnitRow row(ResultSet row, int number) throws SQLException {
		Array path = row.getArray("path");
		UUID parent = row.getObject("parent_id", UUID.class);
		return new UnitRow(new UnitId(row.getObject("unit_id", UUID.class)), row.getString("code"),
				row.getString("name"), row.getString("kind"), row.getString("host_kind"), row.getString("funding_type"),
				(parent == null) ? null : new UnitId(parent), List.of((UUID[]) path.getArray()),
				PeriodType.parse(row.getString("period")), row.getString("host_name"), row.getString("emulation_block"),
				row.getString("outer_superior"));
	}

}
