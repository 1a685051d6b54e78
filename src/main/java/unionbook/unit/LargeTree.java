package unionbook.unit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads trees too large for one page level by level, as they are unfolded. People are not
 * counted there: a sum over a hundred thousand units is asked for on its own page.
 */
@Component
class LargeTree {

	/** So many units are read, counted and shown at once. */
	static final int WHOLE = 500;

	/** So many units of one level are shown at once. */
	static final int LEVEL = 200;

	private final JdbcClient jdbc;

	LargeTree(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean tooLarge(UnitRow root) {
		return this.jdbc
			.sql("select count(*) > :whole from (select from unit_reach where root_id = :root limit :whole + 1) r")
			.param("whole", WHOLE)
			.param("root", root.id().value())
			.query(Boolean.class)
			.single();
	}

	/** The units directly below on a day, from a code on. */
	UnitNode level(UnitRow unit, @Nullable String after, LocalDate day) {
		List<UnitNode> some = this.jdbc.sql("""
				select v.unit_id, v.code, v.name, v.kind, v.host_kind, v.funding_type, v.parent_id, v.path, v.period,
					v.host_name, v.emulation_block, v.outer_superior,
					exists (select from unit_version c where c.parent_id = v.unit_id and c.period @> cast(:day as date))
						as folded
				from unit_version v
				where v.parent_id = :unit and v.period @> cast(:day as date) and v.code > :after
				order by v.code limit :limit""")
			.param("unit", unit.id().value())
			.param("day", day)
			.param("after", (after == null) ? "" : after)
			.param("limit", LEVEL + 1)
			.query((row, number) -> row.getBoolean("folded") ? UnitNode.folded(Units.row(row, number))
					: UnitNode.bare(Units.row(row, number), true, null))
			.list();
		boolean more = some.size() > LEVEL;
		List<UnitNode> shown = more ? some.subList(0, LEVEL) : some;
		return UnitNode.bare(unit, unit.livesOn(day), null).level(shown, more ? shown.getLast().unit().code() : null);
	}

	/**
	 * Where in the tree something stands, by the beginning of its code or words of its
	 * name.
	 */
	UnitNode found(UnitRow root, String words, LocalDate day) {
		List<UnitNode> some = this.jdbc.sql(Units.FACTS + """
				where v.unit_id in (select r.unit_id from unit_reach r where r.root_id = :root)
					and v.period @> cast(:day as date) and :root = any (v.path) and v.unit_id <> :root
					and (starts_with(v.code, upper(:words)) or strpos(lower(v.name), lower(:words)) > 0)
				order by v.code limit :limit""")
			.param("root", root.id().value())
			.param("day", day)
			.param("words", words)
			.param("limit", LEVEL)
			.query((row, number) -> UnitNode.folded(Units.row(row, number)))
			.list();
		return UnitNode.bare(root, root.livesOn(day), null).level(some, null);
	}

}
