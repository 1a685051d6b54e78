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

	private static final String SUMS = """
			select case when %s then 'INTERNAL' else m.kind end as sort, m.direction,
				count(*) filter (where m.gender = 'FEMALE') as women, count(*) as members
			from movement m
			where m.unit_id = any (:units) and m.effective_on between :from and :to
			group by 1, 2""".formatted(INTERNAL);

	private static final String PEOPLE = """
			select m.id, m.effective_on, m.kind, m.gender, m.member_id, m.unit_id, m.counterpart, m.decision_number,
				s.full_name, v.name as unit_name, p.name as counterpart_name,
				exists (select from member r where r.id = m.member_id) as readable
			from movement m
			left join lateral (
				select s.full_name from membership s where s.member_id = m.member_id and s.unit_id = m.unit_id
					and s.period @> (case when m.direction > 0 then m.effective_on else m.effective_on - 1 end)) s on true
			left join lateral (
				select v.name from unit_version v where v.unit_id = m.unit_id
				order by v.period @> m.effective_on desc, lower(v.period) desc limit 1) v on true
			left join lateral (
				select v.name from unit_version v where v.unit_id = m.counterpart_unit_id
				order by v.period @> m.effective_on desc, lower(v.period) desc limit 1) p on true
			where m.unit_id = any (:units) and m.effective_on between :from and :to
				and (cast(:gender as text) is null or m.gender = :gender)
				and (m.effective_on, m.id) > (cast(:afterDay as date), cast(:afterId as uuid))
				and case when %s then :kind = 'INTERNAL' and m.direction > 0
					else :kind in (m.kind, case when m.kind = 'OPENING' then '' when m.direction > 0 then 'IN' else 'OUT' end)
					end
			order by m.effective_on, m.id limit :limit"""
		.formatted(INTERNAL);

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
		Share[] loaded = { Headcounts.NOBODY };
		List<Ledger.Line> lines = new ArrayList<>();
		Share[] moved = { Headcounts.NOBODY };
		this.jdbc.sql(SUMS).param("units", units).param("from", from).param("to", to).query((row) -> {
			Share people = new Share(row.getLong("women"), row.getLong("members"));
			int direction = row.getInt("direction");
			switch (row.getString("sort")) {
				// the first load of a roster forms the opening, it is no increase
				case "OPENING" -> loaded[0] = people;
				case "INTERNAL" -> moved[0] = (direction > 0) ? people : moved[0];
				default -> lines.add(new Ledger.Line(row.getString("sort"), direction, people));
			}
		});
		List<Share> opening = new ArrayList<>(ends.getOrDefault(before, Map.of()).values());
		opening.add(loaded[0]);
		return new Ledger(from, to, Headcounts.sum(opening), loaded[0], lines, moved[0],
				Headcounts.sum(ends.getOrDefault(to, Map.of()).values()));
	}

	/**
	 * The people behind a figure of the ledger, in the order of the days.
	 * @param query the figure and where to go on
	 * @param limit how many at most
	 * @return the movements with the names of that time
	 */
	List<Moved> people(MovementQuery query, int limit) {
		UUID[] units = units(query.unit(), query.from(), query.to());
		return this.jdbc.sql(PEOPLE)
			.param("units", units)
			.param("from", query.from())
			.param("to", query.to())
			.param("gender", query.gender())
			.param("afterDay", query.after().day())
			.param("afterId", query.after().id())
			.param("kind", query.kind())
			.param("limit", limit)
			.query(Moved.class)
			.list();
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
