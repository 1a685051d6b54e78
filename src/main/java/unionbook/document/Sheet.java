package unionbook.document;

import java.util.List;

/**
 * The frame of an exported table.
 *
 * @param title the first line, and the name of the sheet in a workbook
 * @param headLines lines between title and table: unit, day, filter, who and when
 * @param columns the columns in their order, at least one
 */
public record Sheet(String title, List<String> headLines, List<Column> columns) {

	/** Copies the lists and refuses a table without columns. */
	public Sheet {
		headLines = List.copyOf(headLines);
		columns = List.copyOf(columns);
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("An exported table needs a column");
		}
	}

	void requireWidth(int cells) {
		if (cells != this.columns.size()) {
			throw new IllegalArgumentException(
					"A row of %d cells under %d columns".formatted(cells, this.columns.size()));
		}
	}

}
