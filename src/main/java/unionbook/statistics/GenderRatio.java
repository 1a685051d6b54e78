package unionbook.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/**
 * Puts the gender ratio of a unit together, with a fixed number of queries whatever the
 * number of members and the length of history.
 */
@Service
@Transactional(readOnly = true)
class GenderRatio {

	/** How the roster's filters ask for those without a value. */
	private static final String UNKNOWN = "UNKNOWN";

	private static final int FIRST_YEAR = 2016;

	private static final int YEARS = 15;

	private final Units units;

	private final Headcounts headcounts;

	private final PublishedFigures published;

	private final UnitScope scope;

	private final GenderLabels labels;

	GenderRatio(Units units, Headcounts headcounts, PublishedFigures published, UnitScope scope, GenderLabels labels) {
		this.units = units;
		this.headcounts = headcounts;
		this.published = published;
		this.scope = scope;
		this.labels = labels;
	}

	/**
	 * The gender ratio with what stands around it on the page.
	 * @throws unionbook.platform.NotFound if the actor does not reach the unit
	 */
	GenderReport report(GenderQuery query) {
		List<UnitRow> tree = this.units.below(query.unit(), query.day());
		GenderReport table = table(query, tree);
		int last = query.day().plusDays(1).getYear() - 1;
		SortedMap<Integer, Share> years = this.headcounts.yearEnds(query.unit(), Math.max(FIRST_YEAR, last - YEARS + 1),
				last);
		return new GenderReport(table.query(), table.unit(), table.unions(), table.rows(), table.total(), years,
				this.headcounts.officers(ids(tree, List.of()), query.day()), this.published.of(query.unit()));
	}

	/**
	 * The lines alone, as an export shows them.
	 * @throws unionbook.platform.NotFound if the actor does not reach the unit
	 */
	GenderReport table(GenderQuery query) {
		return table(query, this.units.below(query.unit(), query.day()));
	}

	private GenderReport table(GenderQuery query, List<UnitRow> tree) {
		LocalDate compare = query.compare();
		List<UnitRow> treeThen = (compare == null) ? List.of() : this.units.below(query.unit(), compare);
		UnitRow unit = tree.isEmpty() ? this.units.find(query.unit(), query.day()) : tree.getFirst();
		boolean named = !query.by().sensitive() || this.scope.may(Right.READ_SENSITIVE, query.unit());
		List<GenderRow> rows = (query.by() == Dimension.UNIT) ? byUnit(query, tree, treeThen)
				: byValue(query, tree, treeThen, named);
		GenderRow total = total(query, unit, rows);
		GenderQuery done = query;
		if (!named) {
			// an order by figures would tell the hidden ones
			done = query.by(query.by());
			rows = withoutSmallCells(rows);
		}
		else {
			rows.sort(query.order().comparator(query.descending()));
		}
		long unions = tree.stream().filter((below) -> "CDCS".equals(below.kind())).count();
		return new GenderReport(done, unit, unions, rows, total, Collections.emptySortedMap(), Map.of(), List.of());
	}

	private List<GenderRow> byUnit(GenderQuery query, List<UnitRow> tree, List<UnitRow> treeThen) {
		LocalDate compare = query.compare();
		Map<LocalDate, Map<UUID, Share>> figures = this.headcounts.perUnit(ids(tree, treeThen),
				(compare == null) ? List.of(query.day()) : List.of(query.day(), compare));
		Map<UnitRow, Share> now = rolledUp(query.unit(), tree, figures.getOrDefault(query.day(), Map.of()));
		Map<UnitRow, Share> then = (compare == null) ? Map.of()
				: rolledUp(query.unit(), treeThen, figures.getOrDefault(compare, Map.of()));
		Map<UnitId, Share> thenById = new HashMap<>();
		then.forEach((unit, share) -> thenById.put(unit.id(), share));
		List<GenderRow> rows = new ArrayList<>();
		now.forEach((unit, share) -> rows.add(unitRow(query, rows.size(), unit, share,
				(compare == null) ? null : thenById.getOrDefault(unit.id(), Headcounts.NOBODY), now.size() == 1)));
		// what has ended since then still stands there with what it had, or the columns
		// would not add up
		then.forEach((unit, share) -> {
			if (now.keySet().stream().noneMatch((living) -> living.id().equals(unit.id()))) {
				rows.add(unitRow(query, rows.size(), unit, Headcounts.NOBODY, share, false));
			}
		});
		return rows;
	}

	private GenderRow unitRow(GenderQuery query, int place, UnitRow unit, Share now, @Nullable Share then,
			boolean alone) {
		boolean root = unit.id().equals(query.unit());
		// people who stand in the upper unit itself cannot be listed without those below
		boolean listed = !root || alone;
		return new GenderRow(place, unit.code(), (root && !alone) ? this.labels.direct(unit.name()) : unit.name(),
				root ? null : query.of(unit.id()).href(), now, then, listed ? query.roster(unit.id()).toString() : null,
				(listed && query.compare() != null) ? RosterLink.of(unit.id(), query.compare()).toString() : null,
				SmallCells.Row.OPEN);
	}

	/**
	 * The figures of the units directly below, each with what stands below it; the asked
	 * unit itself comes first if people stand in it, or alone if nothing is below.
	 */
	private static Map<UnitRow, Share> rolledUp(UnitId root, List<UnitRow> tree, Map<UUID, Share> figures) {
		Map<UUID, List<Share>> sums = new HashMap<>();
		Map<UnitRow, Share> rows = new LinkedHashMap<>();
		for (UnitRow unit : tree) {
			int depth = unit.path().indexOf(root.value());
			UUID line = unit.path().get(Math.min(depth + 1, unit.path().size() - 1));
			sums.computeIfAbsent(line, (id) -> new ArrayList<>())
				.add(figures.getOrDefault(unit.id().value(), Headcounts.NOBODY));
		}
		for (UnitRow unit : tree) {
			boolean itself = unit.id().equals(root);
			if (itself || root.equals(unit.parent())) {
				Share sum = Headcounts.sum(sums.getOrDefault(unit.id().value(), List.of()));
				if (!itself || sum.whole() > 0 || tree.size() == 1) {
					rows.put(unit, sum);
				}
			}
		}
		return rows;
	}

	private List<GenderRow> byValue(GenderQuery query, List<UnitRow> tree, List<UnitRow> treeThen, boolean named) {
		LocalDate compare = query.compare();
		Map<String, Share> now = perValue(query, tree, query.day());
		// two days of a table with hidden cells would tell them from their difference
		Map<String, Share> then = (compare == null || !named) ? null : perValue(query, treeThen, compare);
		List<GenderRow> rows = new ArrayList<>();
		for (String value : this.labels.values(query.by())) {
			Share share = now.getOrDefault(value, Headcounts.NOBODY);
			Share before = (then == null) ? null : then.getOrDefault(value, Headcounts.NOBODY);
			if (share.whole() == 0 && (before == null || before.whole() == 0)) {
				continue;
			}
			String filter = value.isEmpty() ? UNKNOWN : value;
			rows.add(new GenderRow(rows.size(), value, this.labels.of(query.by(), value), null, share, before,
					named ? query.roster(query.unit()).with(query.by().parameter(), filter).toString() : null,
					(named && compare != null)
							? RosterLink.of(query.unit(), compare).with(query.by().parameter(), filter).toString()
							: null,
					SmallCells.Row.OPEN));
		}
		return rows;
	}

	private Map<String, Share> perValue(GenderQuery query, List<UnitRow> tree, LocalDate day) {
		return this.headcounts.perValue(query.by(), ids(tree, List.of()), List.of(day)).getOrDefault(day, Map.of());
	}

	private static List<GenderRow> withoutSmallCells(List<GenderRow> rows) {
		List<SmallCells.Row> shown = SmallCells.of(rows.stream().map(GenderRow::now).toList());
		List<GenderRow> kept = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			kept.add(rows.get(i).showing(shown.get(i)));
		}
		return kept;
	}

	private GenderRow total(GenderQuery query, UnitRow unit, Collection<GenderRow> rows) {
		boolean compared = query.compare() != null && rows.stream().allMatch((row) -> row.then() != null);
		Share then = compared ? Headcounts.sum(rows.stream().map(GenderRow::then).toList()) : null;
		return new GenderRow(rows.size(), unit.code(), unit.name(), null,
				Headcounts.sum(rows.stream().map(GenderRow::now).toList()), then, query.roster(query.unit()).toString(),
				(query.compare() == null) ? null : RosterLink.of(query.unit(), query.compare()).toString(),
				SmallCells.Row.OPEN);
	}

	private static UUID[] ids(List<UnitRow> tree, List<UnitRow> treeThen) {
		return Stream.concat(tree.stream(), treeThen.stream())
			.map((unit) -> unit.id().value())
			.distinct()
			.toArray(UUID[]::new);
	}

}
