package unionbook.document;

import java.util.List;

import unionbook.document.UnreadableFile.Reason;

/** How much a sheet may hold. */
final class SheetBounds {

	static final int LONGEST_CELL = 1000;

	static final int MOST_COLUMNS = 200;

	private static final int MOST_PEOPLE = 100_000;

	/** Title, headings, group lines, total and signatures around the people. */
	private static final int MOST_ROWS = MOST_PEOPLE + 1000;

	private int rows;

	void cell(int row, int column, int length) {
		if (column >= MOST_COLUMNS) {
			throw new UnreadableFile(Reason.COLUMNS, row, MOST_COLUMNS);
		}
		if (length > LONGEST_CELL) {
			throw new UnreadableFile(Reason.CELL, row, LONGEST_CELL);
		}
	}

	void row(int row, List<SheetCell> cells) {
		if (!cells.isEmpty() && ++this.rows > MOST_ROWS) {
			throw new UnreadableFile(Reason.ROWS, row, MOST_PEOPLE);
		}
	}

}
