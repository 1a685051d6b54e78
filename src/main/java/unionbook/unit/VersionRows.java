package unionbook.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.RuleViolation;
import unionbook.shared.UnitId;

/** What one statement does to the versions of a whole subtree, or asks of them. */
@Component
class VersionRows {

	private final JdbcClient jdbc;

	private final UnitRules rules;

	VersionRows(JdbcClient jdbc, UnitRules rules) {
		this.jdbc = jdbc;
		this.rules = rules;
	}

	/** Facts that began before the day go on from it as a version of their own. */
	void cut(UnitId unit, boolean below, LocalDate day) {
		this.jdbc
			.sql("""
					with cut as (
						update unit_version v set period = daterange(lower(v.period), cast(:day as date))
						where v.unit_id in (select r.unit_id from unit_reach r where r.root_id = :unit)
							and :unit = any (v.path) and (v.unit_id = :unit or :below)
							and v.period @> cast(:day as date) and lower(v.period) < cast(:day as date)
						returning v.*, old.period as was)
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					select uuidv7(), unit_id, daterange(cast(:day as date), upper(was)), code, name, kind, host_kind,
						funding_type, parent_id, path from cut""")
			.param("unit", unit.value())
			.param("below", below)
			.param("day", day)
			.update();
	}

	void rewrite(UnitId unit, List<UUID> path, UnitFacts facts, LocalDate day) {
		this.jdbc.sql("""
				update unit_version v set path = :path || v.path[array_position(v.path, :unit) + 1:],
					parent_id = case when v.unit_id = :unit then cast(:parent as uuid) else v.parent_id end,
					code = case when v.unit_id = :unit then :code else v.code end,
					name = case when v.unit_id = :unit then :name else v.name end,
					kind = case when v.unit_id = :unit then :kind else v.kind end,
					host_kind = case when v.unit_id = :unit then :hostKind else v.host_kind end,
					funding_type = case when v.unit_id = :unit then :fundingType else v.funding_type end,
					host_name = case when v.unit_id = :unit then :hostName else v.host_name end,
					emulation_block = case when v.unit_id = :unit then :block else v.emulation_block end,
					outer_superior = case when v.unit_id = :unit then :outerSuperior else v.outer_superior end
				where v.unit_id in (select r.unit_id from unit_reach r where r.root_id = :unit)
					and :unit = any (v.path) and lower(v.period) >= cast(:day as date)""")
			.param("unit", unit.value())
			.param("path", path.toArray(UUID[]::new))
			.param("parent", (path.size() == 1) ? null : path.get(path.size() - 2).toString())
			.param("code", facts.code())
			.param("name", facts.name())
			.param("kind", facts.kind())
			.param("hostKind", facts.hostKind())
			.param("fundingType", facts.fundingType())
			.param("hostName", facts.hostName())
			.param("block", facts.block())
			.param("outerSuperior", facts.outerSuperior())
			.param("day", day)
			.update();
	}

	void requireFreeCodesBelow(UnitId unit, UUID root, LocalDate day) {
		this.jdbc
			.sql("""
					select v.code, o.name, greatest(lower(o.period), cast(:day as date)) as since
					from unit_version v join unit_version o on o.root_id = :root and o.code = v.code and o.period && v.period
					where v.unit_id in (select r.unit_id from unit_reach r where r.root_id = :unit)
						and :unit = any (v.path) and v.unit_id <> :unit and lower(v.period) >= cast(:day as date)
						and not :unit = any (o.path)
					order by v.code limit 1""")
			.param("unit", unit.value())
			.param("root", root)
			.param("day", day)
			.query((row, number) -> new RuleViolation("unit.error.code.taken", row.getString("code"),
					row.getString("name"), this.rules.day(row.getObject("since", LocalDate.class))))
			.optional()
			.ifPresent(VersionRows::refuse);
	}

	void requireNobodyBelow(Collection<UnitId> ended, LocalDate day) {
		this.jdbc
			.sql("""
					select e.name as ended, string_agg(distinct v.name, '; ') as alive, count(distinct v.unit_id) as units
					from unit_version v join lateral (
						select x.unit_id, x.name from unit_version x where x.unit_id = any (:ended) and x.unit_id = any (v.path)
						order by x.period desc limit 1) e on true
					where v.path && :ended and v.period && daterange(cast(:day as date), null)
					group by e.unit_id, e.name limit 1""")
			.param("ended", ids(ended))
			.param("day", day)
			.query((row, number) -> new RuleViolation("unit.error.below", row.getString("ended"), row.getInt("units"),
					row.getString("alive")))
			.optional()
			.ifPresent(VersionRows::refuse);
	}

	void requireKinds(Collection<UnitId> placed, LocalDate day) {
		this.jdbc.sql("""
				select v.name, v.kind, p.kind as parent_kind from unit_version v
				left join unit_version p on p.unit_id = v.parent_id and p.period && v.period
					and p.period && daterange(cast(:day as date), null)
				where (v.unit_id = any (:placed) or v.parent_id = any (:placed))
					and v.period && daterange(cast(:day as date), null)
					and not exists (select from unit_kind_rule k
						where k.child_kind = v.kind and k.parent_kind is not distinct from p.kind)
				limit 1""")
			.param("placed", ids(placed))
			.param("day", day)
			.query((row, number) -> (row.getString("parent_kind") == null)
					? new RuleViolation("unit.error.stands.top", row.getString("name"), kind(row.getString("kind")))
					: new RuleViolation("unit.error.stands", row.getString("name"), kind(row.getString("kind")),
							kind(row.getString("parent_kind"))))
			.optional()
			.ifPresent(VersionRows::refuse);
	}

	/**
	 * The versions of some units that hold on a day or later, as text, for
	 * {@link #restore}.
	 */
	String capture(Collection<UnitId> units, LocalDate day) {
		return this.jdbc.sql("""
				select coalesce(jsonb_agg(to_jsonb(v)), '[]')::text from unit_version v
				where v.unit_id = any (:units) and v.period && daterange(cast(:day as date), null)""")
			.param("units", ids(units))
			.param("day", day)
			.query(String.class)
			.single();
	}

	/** Puts captured versions in the place of those that hold on the day or later. */
	void restore(Collection<UnitId> units, String captured, LocalDate day) {
		this.jdbc.sql("""
				delete from unit_version v where v.unit_id = any (:units)
					and (v.period && daterange(cast(:day as date), null)
						or v.id in (select (x->>'id')::uuid from jsonb_array_elements(cast(:captured as jsonb)) x))""")
			.param("units", ids(units))
			.param("captured", captured)
			.param("day", day)
			.update();
		this.jdbc
			.sql("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					select id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path
					from jsonb_populate_recordset(null::unit_version, cast(:captured as jsonb))""")
			.param("captured", captured)
			.update();
	}

	/** A unit and everything that stands below it on a day or later. */
	List<UnitId> below(Collection<UnitId> units, LocalDate day) {
		return this.jdbc.sql("""
				select distinct v.unit_id from unit_version v
				where v.unit_id in (select r.unit_id from unit_reach r where r.root_id = any (:units))
					and v.path && :units and v.period && daterange(cast(:day as date), null)""")
			.param("units", ids(units))
			.param("day", day)
			.query((row, number) -> new UnitId(row.getObject("unit_id", UUID.class)))
			.list();
	}

	private static void refuse(RuleViolation violation) {
		throw violation;
	}

	private static DefaultMessageSourceResolvable kind(String code) {
		return new DefaultMessageSourceResolvable(new String[] { "codes.unit_kind." + code }, code);
	}

	private static UUID[] ids(Collection<UnitId> units) {
		return units.stream().map(UnitId::value).toArray(UUID[]::new);
	}

}
