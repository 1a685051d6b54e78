package unionbook.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	/** Units that came under the root with the people they had on the day before. */
	static final String UNITS_IN = "UNITS_IN";

	/** Units that went to another superior with the people they had on the day before. */
	static final String UNITS_OUT = "UNITS_OUT";

	/**
	 * The days on which each unit stood below the root, and which of its movements count
	 * there: those of the day on which it is handed over count above the new superior,
	 * those of the day on which it ends still count, for they empty it. Handed over is
	 * also what the reader sees no longer.
	 */
	private static final String STAYS = """
			with below as (
				select v.unit_id, range_agg(v.period) as periods from unit_version v
				join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
				where :root = any (v.path) and v.period && daterange(cast(:from as date) - 1, cast(:to as date), '[]')
				group by v.unit_id
			), stay as (
				select s.*, greatest(s.since, cast(:from as date)) as first,
					case when s.handed_over then s.until - 1 else least(s.until, cast(:to as date)) end as last
				from (
					select b.unit_id, lower(p.period) as since, coalesce(upper(p.period), 'infinity') as until,
						case when upper(p.period) <= cast(:to as date) then
							exists (select from unit_version w where w.unit_id = b.unit_id and w.period @> upper(p.period))
							or not reached_on(b.unit_id, upper(p.period))
						else false end as handed_over
					from below b cross join lateral unnest(b.periods) p (period)) s
			)""";

	/**
	 * The movements that count. Inside is a move of which both halves count: it changes
	 * nothing of the whole.
	 */
	private static final String MOVED = STAYS + """
			, moved as (
				select m.*, m.kind in (%1$s) and sum(m.direction) filter (where m.kind in (%1$s))
					over (partition by m.member_id, m.effective_on, m.gender) = 0 as inside
				from movement m join stay s on s.unit_id = m.unit_id and m.effective_on between s.first and s.last
				where m.unit_id = any (array(select unit_id from stay))
					and m.effective_on between cast(:from as date) and cast(:to as date)
			)""".formatted("'IN_TRANSFER_INTERNAL', 'OUT_TRANSFER_INTERNAL', 'IN_RESTRUCTURE', 'OUT_RESTRUCTURE'");

	private static final String SUMS = MOVED
			+ """
					, ask (sort, direction, day, units) as (
						select 'BEFORE', 0, cast(:from as date) - 1, array_agg(unit_id) from stay where since < cast(:from as date)
						union all
						select 'AFTER', 0, cast(:to as date), array_agg(unit_id) from stay where until > cast(:to as date)
						union all
						select 'UNITS_IN', 1, since - 1, array_agg(unit_id) from stay where since >= cast(:from as date)
						group by since
						union all
						select 'UNITS_OUT', -1, until - 1, array_agg(unit_id) from stay where handed_over group by until
					)
					select a.sort, a.direction, sum(h.members) filter (where h.gender = 'FEMALE') as women, sum(h.members) as members
					from ask a cross join lateral headcount(a.units, 'ALL', a.day) h
					group by a.sort, a.direction
					union all
					select case when m.inside then 'INTERNAL' else m.kind end, m.direction,
						count(*) filter (where m.gender = 'FEMALE'), count(*)
					from moved m group by 1, 2""";

	private static final String PEOPLE = MOVED
			+ """
					, handed (unit_id, day, kind, direction) as (
						select unit_id, since, 'UNITS_IN', 1 from stay where since >= cast(:from as date)
						union all
						select unit_id, until, 'UNITS_OUT', -1 from stay where handed_over
					), person as (
						select m.id, m.effective_on, m.kind, m.direction, m.gender, m.member_id, m.unit_id, m.counterpart,
							m.counterpart_unit_id, m.decision_number, m.inside,
							case when m.direction > 0 then m.effective_on else m.effective_on - 1 end as named_on
						from moved m
						union all
						select s.id, h.day, h.kind, h.direction, s.gender, s.member_id, s.unit_id, null, null, (
							select e.decision_number from unit_event e where e.unit_id = h.unit_id and e.effective_on = h.day
							order by e.id limit 1), false, h.day - 1
						from handed h join membership s on s.unit_id = h.unit_id and s.period @> h.day - 1
					)
					select m.id, m.effective_on, m.kind, m.gender, m.member_id, m.unit_id, m.counterpart, m.decision_number,
						s.full_name, v.name as unit_name, p.name as counterpart_name,
						exists (select from member r where r.id = m.member_id) as readable
					from person m
					left join lateral (
						select s.full_name from membership s where s.member_id = m.member_id and s.unit_id = m.unit_id
							and s.period @> m.named_on) s on true
					left join lateral (
						select v.name from unit_version v where v.unit_id = m.unit_id
						order by v.period @> m.effective_on desc, lower(v.period) desc limit 1) v on true
					left join lateral (
						select v.name from unit_version v where v.unit_id = m.counterpart_unit_id
						order by v.period @> m.effective_on desc, lower(v.period) desc limit 1) p on true
					where (cast(:gender as text) is null or m.gender = :gender)
						and (m.effective_on, m.id) > (cast(:afterDay as date), cast(:afterId as uuid))
						and case when m.inside then :kind = 'INTERNAL' and m.direction > 0
							else :kind in (m.kind, case when m.kind = 'OPENING' then '' when m.direction > 0 then 'IN' else 'OUT' end)
							end
					order by m.effective_on, m.id limit :limit""";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	Movements(JdbcClient jdbc, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
	}

	/**
	 * The ledger of a unit and of everything below it, each day with what stood below it
	 * on that day; in one query.
	 * @param root the unit
	 * @param from the first day of the period
	 * @param to the last day of the period, which still counts
	 * @return opening before the first day, movements of people and of whole units,
	 * closing on the last day
	 * @throws unionbook.platform.NotFound if the actor does not reach the unit
	 */
	public Ledger of(UnitId root, LocalDate from, LocalDate to) {
		this.scope.require(root);
		Map<String, Share> sums = new HashMap<>();
		List<Ledger.Line> lines = new ArrayList<>();
		this.jdbc.sql(SUMS).param("root", root.value()).param("from", from).param("to", to).query((row) -> {
			Share people = new Share(row.getLong("women"), row.getLong("members"));
			String sort = row.getString("sort");
			int direction = row.getInt("direction");
			switch (sort) {
				// the first load of a roster forms the opening, it is no increase
				case "BEFORE", "OPENING", "AFTER" -> sums.put(sort, people);
				case "INTERNAL" -> sums.put(sort + direction, people);
				default -> lines.add(new Ledger.Line(sort, direction, people));
			}
		});
		Share loaded = sums.getOrDefault("OPENING", Headcounts.NOBODY);
		return new Ledger(from, to, Headcounts.sum(Arrays.asList(sums.get("BEFORE"), loaded)), loaded, lines,
				sums.getOrDefault("INTERNAL1", Headcounts.NOBODY), sums.getOrDefault("AFTER", Headcounts.NOBODY));
	}

	/**
	 * The people behind a figure of the ledger, in the order of the days.
	 * @param query the figure and where to go on
	 * @param limit how many at most
	 * @return the movements with the names of that time; of units handed over, everybody
	 * who was there on the day before
	 */
	List<Moved> people(MovementQuery query, int limit) {
		this.scope.require(query.unit());
		return this.jdbc.sql(PEOPLE)
			.param("root", query.unit().value())
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

}
