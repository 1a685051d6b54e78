package unionbook.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.member.MemberBatch;
import unionbook.unit.UnitRow;

/**
 * What the page of an import shows.
 *
 * @param run the import
 * @param unit its unit
 * @param kept whether its file is still kept
 * @param message what the last piece of work has to tell, or null
 * @param tabs the verdicts with their figures
 * @param rows a page of rows, or null
 * @param touched who stands in the way of taking it back
 * @param notes what the officer should know of the file
 * @param fields what a column can be taken for
 */
record ImportRunPage(ImportRun run, UnitRow unit, boolean kept, @Nullable String message, List<Tab> tabs,
		@Nullable PreviewPage rows, List<MemberBatch.Touched> touched, List<String> notes, List<Choice> fields) {

	/** The names of the sheets. */
	public List<String> sheets() {
		return this.run.sheets();
	}

	/** The name of a column as a spreadsheet program shows it. */
	public String letters(int column) {
		return ImportPreview.letters(column);
	}

	/**
	 * A verdict with its figure.
	 *
	 * @param verdict the verdict, or null for all
	 * @param rows how many rows
	 * @param href the rows
	 * @param current whether they are shown
	 */
	record Tab(@Nullable RowVerdict verdict, int rows, String href, boolean current) {
	}

	/**
	 * What a column can be taken for.
	 *
	 * @param value the field
	 * @param label its message key
	 */
	record Choice(String value, String label) {
	}

}
