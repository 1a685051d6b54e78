package unionbook.emulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.shared.UnitId;

/**
 * Proposes the whole of a percent from the registers: how many units stand below, how
 * many members they have on the day.
 */
@Service
@Transactional(readOnly = true)
class Proposals {

	private final JdbcClient jdbc;

	private final DayClock clock;

	Proposals(JdbcClient jdbc, DayClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The proposed wholes of the targets the registers know about.
	 * @param pledge whose targets
	 * @param board the targets
	 * @param period the period reported on; its last day counts where a target names none
	 * @return the proposals by target
	 */
	Map<UUID, Proposal> of(PledgeFacts pledge, List<BoardRow> board, ResultPeriod period) {
		Map<UUID, LocalDate> days = board.stream()
			.filter((row) -> registered(row.text()))
			.collect(Collectors.toMap(BoardRow::target, (row) -> day(row.text(), pledge.year(), period)));
		if (days.isEmpty()) {
			return Map.of();
		}
		Map<LocalDate, Counts> counts = counts(pledge.unit(), days.values().stream().distinct().toList());
		Map<UUID, Proposal> proposals = new HashMap<>();
		for (BoardRow row : board) {
			LocalDate day = days.get(row.target());
			Counts known = (day == null) ? null : counts.get(day);
			if (known != null) {
				proposals.put(row.target(), known.of(row.text()));
			}
		}
		return proposals;
	}

	private static boolean registered(TargetText target) {
		return target.goal().kind() == TargetKind.PERCENT
				&& ("UNION_MEMBERS".equals(target.denominatorKind()) || "ALL_UNITS".equals(target.denominatorKind()));
	}

	private LocalDate day(TargetText target, int year, ResultPeriod period) {
		LocalDate end = period.lastDay(year);
		LocalDate base = target.baseDate();
		LocalDate wanted = (base == null || base.isAfter(end)) ? end : base;
		LocalDate today = this.clock.today();
		return wanted.isAfter(today) ? today : wanted;
	}

	private Map<LocalDate, Counts> counts(UnitId root, List<LocalDate> days) {
		return this.jdbc.sql("""
				select d.day, count(*) filter (where v.unit_id <> :root) as below,
					count(*) filter (where v.kind = 'CDCS') as grassroots,
					(select coalesce(sum(h.members), 0)
						from headcount(coalesce(array_agg(v.unit_id), '{}'), 'ALL', d.day) h) as members
				from unnest(cast(:days as date[])) d (day)
				left join (unit_version v join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root)
					on v.period @> d.day and :root = any (v.path)
				group by d.day""")
			.param("root", root.value())
			.param("days", Arrays.toString(days.toArray()).replace('[', '{').replace(']', '}'))
			.query((row, number) -> new Counts(row.getObject("day", LocalDate.class), row.getLong("below"),
					row.getLong("grassroots"), row.getLong("members")))
			.stream()
			.collect(Collectors.toMap(Counts::day, (counts) -> counts));
	}

	/**
	 * The figures of a subtree on a day.
	 *
	 * @param day the day
	 * @param below units of any kind below the root
	 * @param grassroots grassroots unions, the root counted when it is one
	 * @param members members
	 */
	private record Counts(LocalDate day, long below, long grassroots, long members) {

		/** A ministry counts its grassroots unions, one of those counts its own parts. */
		Proposal of(TargetText target) {
			boolean people = "UNION_MEMBERS".equals(target.denominatorKind());
			long units = (this.grassroots > 1) ? this.grassroots : Math.max(this.below, this.grassroots);
			return new Proposal(people ? this.members : units, this.day);
		}

	}

	/**
	 * A proposed whole.
	 *
	 * @param whole the count
	 * @param day the day it was counted on
	 */
	record Proposal(long whole, LocalDate day) {

		static @Nullable Long whole(@Nullable Proposal proposal) {
			return (proposal == null) ? null : proposal.whole();
		}

	}

}
