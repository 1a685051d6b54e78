package unionbook.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import unionbook.shared.Share;

/**
 * Hides the small cells of a table of sensitive values from readers who may not know the
 * people: one or two people show as "fewer than three", and where a total would give such
 * a cell away, a second cell of its row and of its column is hidden too. Totals stay.
 */
final class SmallCells {

	private static final int FEW = 3;

	private static final int COLUMNS = 3;

	private final long[][] cells;

	private final Shown[][] shown;

	private SmallCells(List<Share> rows) {
		this.cells = rows.stream()
			.map((row) -> new long[] { row.part(), row.rest(), row.whole() })
			.toArray(long[][]::new);
		this.shown = new Shown[rows.size()][COLUMNS];
		for (int row = 0; row < this.cells.length; row++) {
			for (int column = 0; column < COLUMNS; column++) {
				long people = this.cells[row][column];
				this.shown[row][column] = (people > 0 && people < FEW) ? Shown.FEW : Shown.EXACT;
			}
		}
	}

	/**
	 * Decides what of each row is shown.
	 * @param rows the women of the members of each row; a reader also sees the men, and
	 * the total of each column
	 * @return what is shown of each row, in order
	 */
	static List<Row> of(List<Share> rows) {
		SmallCells table = new SmallCells(rows);
		while (table.complete()) {
			// a cell hidden in a row can leave a column with one hidden cell, and back
		}
		return IntStream.range(0, rows.size())
			.mapToObj((row) -> new Row(table.shown[row][0], table.shown[row][1], table.shown[row][2]))
			.toList();
	}

	private boolean complete() {
		boolean changed = false;
		for (int row = 0; row < this.cells.length; row++) {
			changed |= complete(row(row));
		}
		for (int column = 0; column < COLUMNS; column++) {
			changed |= complete(column(column));
		}
		return changed;
	}

	/**
	 * Hides a second cell where the others and their sum tell one: the smallest that is
	 * no small cell itself, for two small cells may still be told from their sum.
	 */
	private boolean complete(List<int[]> line) {
		boolean told = line.stream().anyMatch((cell) -> shown(cell) != Shown.EXACT)
				&& line.stream().noneMatch((cell) -> shown(cell) == Shown.HIDDEN)
				|| line.stream().filter((cell) -> shown(cell) != Shown.EXACT).count() == 1;
		int[] second = null;
		for (int[] cell : line) {
			if (shown(cell) == Shown.EXACT && (second == null || weight(cell) < weight(second))) {
				second = cell;
			}
		}
		if (!told || second == null) {
			return false;
		}
		this.shown[second[0]][second[1]] = Shown.HIDDEN;
		return true;
	}

	private long weight(int[] cell) {
		long people = this.cells[cell[0]][cell[1]];
		return (people == 0) ? Long.MAX_VALUE : people;
	}

	private Shown shown(int[] cell) {
		return this.shown[cell[0]][cell[1]];
	}

	private List<int[]> row(int row) {
		return IntStream.range(0, COLUMNS).mapToObj((column) -> new int[] { row, column }).toList();
	}

	private List<int[]> column(int column) {
		List<int[]> line = new ArrayList<>();
		for (int row = 0; row < this.cells.length; row++) {
			line.add(new int[] { row, column });
		}
		return line;
	}

	/** How a figure is shown. */
	enum Shown {

		/** As it is. */
		EXACT,
		/** As fewer than three. */
		FEW,
		/** Not at all, for it would tell another. */
		HIDDEN

	}

	/**
	 * How the figures of a row are shown.
	 *
	 * @param women the women
	 * @param men the men
	 * @param members both together
	 */
	record Row(Shown women, Shown men, Shown members) {

		/** Everything as it is. */
		static final Row OPEN = new Row(Shown.EXACT, Shown.EXACT, Shown.EXACT);

		/** Whether the share of women may be told. */
		boolean open() {
			return OPEN.equals(this);
		}

	}

}
