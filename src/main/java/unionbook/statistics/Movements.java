package unionbook.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.UnitScope;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/**
 * The movements of a period: opening + increases − decreases = closing, for everybody and
 * for women.
 */
@Service
@Transactional(readOnly = true)
public class Movements {

	/**
	 * What stays inside the asked units: both halves are there, so it changes nothing of
	 * the whole.
	 */
	static final String INTERNAL = """
			(m.kind in ('IN_TRANSFER_INTERNAL', 'OUT_TRANSFER_INTERNAL', 'IN_RESTRUCTURE', 'OUT_RESTRUCTURE')
				and m.counterpart_unit_id is not null and m.counterpart_unit_id = any (:units))""";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final Headcounts headcounts;

	Movements(JdbcClient jdbc, UnitScope scope, Headcounts headcounts) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.headcounts = headcounts;
	}

	/**
	 * The ledger of a unit and of everything that stood below it at some time of a
	 * period.
	 * @param root the unit
	 * @param from the first day of the period
	 * @param to the last day of the period, which still counts
	 * @return opening before the first day, movements, closing on the last day
	 * @throws unionbook.platform.NotFound if the actor does not reach the unit
	 */
	public Ledger of(UnitId root, LocalDate from, LocalDate to) {
		UUID[] units = units(root, from, to);
		LocalDate before = from.minusDays(1);
		Map<LocalDate, Map<UUID, Share>> ends = this.headcounts.perUnit(units, List.of(before, to));
		List<Share> opening = new ArrayList<>(ends.getOrDefault(before, Map.of()).values());
		List<Ledger.Line> lines = new ArrayList<>();
		Share[] moved = { Headcounts.NOBODY };
		this.jdbc.sql("select case when " + INTERNAL + """
				 then 'INTERNAL' else m.kind end as sort, m.direction,
					count(*) filter (where m.gender = 'FEMALE') as women, count(*) as members
				from movement m
				where m.unit_id = any (:units) and m.effective_on between :from and :to
				group by 1, 2""").param("units", units).param("from", from).param("to", to).query((row) -> {
			Share people = new Share(row.getLong("women"), row.getLong("members"));
			int direction = row.getInt("direction");
			switch (row.getString("sort")) {
				// the first load of a roster forms the opening, it is no increase
				case "OPENING" -> opening.add(people);
				case "INTERNAL" -> moved[0] = (direction > 0) ? people : moved[0];
				default -> lines.add(new Ledger.Line(row.getString("sort"), direction, people));
			}
		});
		return new Ledger(from, to, Headcounts.sum(opening), lines, moved[0],
				Headcounts.sum(ends.getOrDefault(to, Map.of()).values()));
	}

	/**
	 * The units a period is counted in: the same for opening, movements and closing, or
	 * the ledger could not close.
	 */
	UUID[] units(UnitId root, LocalDate from, LocalDate to) {
		this.scope.require(root);
		return this.jdbc.sql("""
				select distinct v.unit_id from unit_version v
				join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
				where v.period && daterange(cast(:from as date), cast(:to as date), '[]') and :root = any (v.path)""")
			.param("root", root.value())
			.param("from", from.minusDays(1))
			.param("to", to)
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
	}

}
