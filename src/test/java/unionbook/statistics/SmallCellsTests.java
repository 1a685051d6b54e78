package unionbook.statistics;

import java.util.List;

import org.junit.jupiter.api.Test;
import unionbook.shared.Share;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.statistics.SmallCells.Shown.EXACT;
import static unionbook.statistics.SmallCells.Shown.FEW;
import static unionbook.statistics.SmallCells.Shown.HIDDEN;

class SmallCellsTests {

	@Test
	void largeTablesAreShown() {
		assertThat(SmallCells.of(List.of(new Share(5, 10), new Share(7, 20)))).allMatch(SmallCells.Row::open);
	}

	@Test
	void noOneIsNoSmallCell() {
		assertThat(SmallCells.of(List.of(new Share(0, 10), new Share(7, 20)))).allMatch(SmallCells.Row::open);
	}

	@Test
	void aSmallCellTakesASecondOfItsRowAndOfItsColumn() {
		List<SmallCells.Row> shown = SmallCells.of(List.of(new Share(2, 10), new Share(40, 70), new Share(30, 80)));

		assertThat(shown.get(0)).isEqualTo(new SmallCells.Row(FEW, HIDDEN, EXACT));
		assertThat(shown.stream().filter((row) -> row.women() != EXACT).count()).isGreaterThan(1);
		assertThat(shown.stream().filter((row) -> row.men() != EXACT).count()).isGreaterThan(1);
	}

	@Test
	void noLineHasASingleHiddenCell() {
		for (int women = 0; women < 6; women++) {
			for (int men = 0; men < 6; men++) {
				for (int others = 0; others < 6; others++) {
					List<Share> rows = List.of(new Share(women, women + men), new Share(others, others + women),
							new Share(50, 90));
					assertThat(hiddenInLines(SmallCells.of(rows))).as("%s", rows).doesNotContain(1L);
				}
			}
		}
	}

	private static List<Long> hiddenInLines(List<SmallCells.Row> rows) {
		List<Long> counts = new java.util.ArrayList<>();
		rows.forEach((row) -> counts
			.add(java.util.stream.Stream.of(row.women(), row.men(), row.members()).filter((c) -> c != EXACT).count()));
		counts.add(rows.stream().filter((row) -> row.women() != EXACT).count());
		counts.add(rows.stream().filter((row) -> row.men() != EXACT).count());
		counts.add(rows.stream().filter((row) -> row.members() != EXACT).count());
		return counts;
	}

}
