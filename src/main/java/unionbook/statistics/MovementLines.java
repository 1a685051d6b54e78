package unionbook.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import unionbook.platform.Codes;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/**
 * Lays out a ledger as a table: opening, increases and decreases with their kinds,
 * closing, and apart from them what moved inside.
 */
@Component
public class MovementLines {

	/** Where the names begin on the page. */
	private static final String PEOPLE = "#people";

	private final Codes codes;

	MovementLines(Codes codes) {
		this.codes = codes;
	}

	/**
	 * The lines of a ledger, each with the address of its people.
	 * @param unit the unit it was asked for
	 * @param ledger the ledger
	 * @param today whether it runs to today
	 * @return the lines from the opening to the closing
	 */
	public List<MovementLine> of(UnitId unit, Ledger ledger, boolean today) {
		MovementQuery query = new MovementQuery(unit, ledger.from(), ledger.to(), today, null, null,
				MovementQuery.Place.START);
		List<MovementLine> lines = new ArrayList<>();
		String before = (ledger.loaded().whole() > 0) ? null
				: RosterLink.of(unit, ledger.from().minusDays(1)).toString();
		lines.add(roster("statistics.movements.opening", ledger.opening(), before));
		direction(lines, query, ledger, 1, "+");
		direction(lines, query, ledger, -1, "−");
		lines.add(roster("statistics.movements.closing", ledger.closing(),
				RosterLink.of(unit, today ? null : ledger.to()).toString()));
		if (ledger.moved().whole() > 0) {
			lines.add(line(query, "INTERNAL", "apart", "", ledger.moved()));
		}
		return lines;
	}

	private void direction(List<MovementLine> lines, MovementQuery query, Ledger ledger, int direction, String sign) {
		List<String> order = this.codes.list("movement_type");
		lines.add(
				line(query, (direction > 0) ? "IN" : "OUT", "sum", sign, (direction > 0) ? ledger.in() : ledger.out()));
		ledger.lines()
			.stream()
			.filter((line) -> line.direction() == direction)
			// whole units, which are not in the list, come last
			.sorted(Comparator.comparing((line) -> order.indexOf(line.kind()), Integer::compareUnsigned))
			.forEach((line) -> lines.add(line(query, line.kind(), "part", sign, line.people())));
	}

	private static MovementLine line(MovementQuery query, String kind, String css, String sign, Share people) {
		return new MovementLine(key(kind), css, (people.whole() > 0) ? sign : "", people,
				query.href(kind, null) + PEOPLE, query.href(kind, "FEMALE") + PEOPLE);
	}

	private static MovementLine roster(String key, Share people, @Nullable String roster) {
		return new MovementLine(key, "sum", "", people, roster, GenderRow.women(roster));
	}

	/** The words for a kind, or for a group of kinds. */
	static String key(String kind) {
		return switch (kind) {
			case "IN" -> "statistics.movements.in";
			case "OUT" -> "statistics.movements.out";
			case "INTERNAL" -> "statistics.movements.internal";
			case Movements.UNITS_IN -> "statistics.movements.unitsIn";
			case Movements.UNITS_OUT -> "statistics.movements.unitsOut";
			default -> "codes.movement_type." + kind;
		};
	}

}
