package unionbook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.committee.CommitteeTasks;
import unionbook.emulation.Pledges;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.statistics.Headcounts;
import unionbook.statistics.Ledger;
import unionbook.statistics.MovementLines;
import unionbook.statistics.Movements;
import unionbook.statistics.PublishedFigures;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Puts the home page together, with a fixed number of queries. */
@Service
@Transactional(readOnly = true)
class HomePage {

	private static final int BARS = 8;

	private final Units units;

	private final Headcounts headcounts;

	private final Movements movements;

	private final MovementLines lines;

	private final PublishedFigures published;

	private final Tasks tasks;

	private final Pledges pledges;

	private final CommitteeTasks committees;

	private final UnitScope scope;

	HomePage(Units units, Headcounts headcounts, Movements movements, MovementLines lines, PublishedFigures published,
			Tasks tasks, Pledges pledges, CommitteeTasks committees, UnitScope scope) {
		this.units = units;
		this.headcounts = headcounts;
		this.movements = movements;
		this.lines = lines;
		this.published = published;
		this.tasks = tasks;
		this.pledges = pledges;
		this.committees = committees;
		this.scope = scope;
	}

	/**
	 * The home page of a unit on a day.
	 * @throws unionbook.platform.NotFound if the actor does not reach the unit
	 */
	Home of(UnitId root, LocalDate day, boolean today) {
		List<UnitRow> tree = this.units.below(root, day);
		UnitRow unit = tree.isEmpty() ? this.units.find(root, day) : tree.getFirst();
		UUID[] ids = tree.stream().map((below) -> below.id().value()).toArray(UUID[]::new);
		Map<UUID, Share> figures = this.headcounts.perUnit(ids, List.of(day)).getOrDefault(day, Map.of());
		Ledger ledger = this.movements.of(root, day.withDayOfYear(1), day);
		List<Home.Bar> bars = bars(root, tree, figures);
		return new Home(unit, day, Headcounts.sum(figures.values()),
				tree.stream().filter((below) -> "CDCS".equals(below.kind())).count(),
				bars.stream().limit(BARS).toList(), bars.size(), ledger, this.lines.of(root, ledger, today),
				tasks(root, ids, day), committees(root, ids, day), this.pledges.summary(root, day.getYear()),
				this.scope.may(Right.WRITE_PLEDGES, root), this.published.of(root));
	}

	/**
	 * The people or units of a task.
	 * @throws unionbook.platform.NotFound if the actor does not reach the unit
	 * @throws unionbook.platform.Forbidden if the actor only reads
	 */
	List<TaskRow> task(Task task, UnitId root, LocalDate day) {
		this.scope.require(Right.WRITE_MEMBERS, root);
		return this.tasks.list(task, this.units.idsBelow(root, day), day);
	}

	/** Who only reads has nothing to do. */
	private Map<Task, Integer> tasks(UnitId root, UUID[] ids, LocalDate day) {
		Map<Task, Integer> open = new LinkedHashMap<>();
		if (this.scope.may(Right.WRITE_MEMBERS, root)) {
			this.tasks.counts(ids, day).forEach((task, count) -> {
				if (count > 0) {
					open.put(task, count);
				}
			});
		}
		return open;
	}

	private CommitteeTasks.Open committees(UnitId root, UUID[] ids, LocalDate day) {
		return this.scope.may(Right.WRITE_COMMITTEES, root) ? this.committees.open(ids, day) : CommitteeTasks.Open.NONE;
	}

	private static List<Home.Bar> bars(UnitId root, List<UnitRow> tree, Map<UUID, Share> figures) {
		Map<UUID, List<Share>> branches = new HashMap<>();
		for (UnitRow unit : tree) {
			int below = unit.path().indexOf(root.value()) + 1;
			if (below < unit.path().size()) {
				branches.computeIfAbsent(unit.path().get(below), (id) -> new ArrayList<>())
					.add(figures.getOrDefault(unit.id().value(), Headcounts.NOBODY));
			}
		}
		return tree.stream()
			.filter((unit) -> root.equals(unit.parent()))
			.map((unit) -> new Home.Bar(unit.id(), unit.name(),
					Headcounts.sum(branches.getOrDefault(unit.id().value(), List.of()))))
			.sorted(Comparator.comparing((Home.Bar bar) -> -bar.women().whole()))
			.toList();
	}

}
