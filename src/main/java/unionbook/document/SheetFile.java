package unionbook.document;

import java.nio.file.Path;
import java.util.List;

/**
 * A file of sheets, read row by row in bounded memory. What could harm is refused before
 * anything of it is used; formulas are not calculated, links are not followed.
 */
public abstract sealed class SheetFile implements AutoCloseable permits CsvSheetFile, XlsxSheetFile {

	/**
	 * Opens a file after checking that it is what its name says, whole and harmless.
	 * @param file where it lies; must stay there until closed
	 * @param originalName the name its sender gave it, of which only the ending is used
	 * @return the file, to be closed
	 * @throws UnreadableFile if it is not read
	 */
	public static SheetFile open(Path file, String originalName) {
		return FileKind.check(file, originalName).open(file);
	}

	/**
	 * The sheets in their order.
	 * @return one sheet for a file of plain text
	 */
	public abstract List<SheetInfo> sheets();

	/**
	 * How its letters are encoded, where that is not certain: the name of the encoding a
	 * text file was taken for, or of the fonts from before Unicode met so far in a
	 * workbook.
	 * @return the name, empty for a workbook in Unicode
	 */
	public abstract String encoding();

	/**
	 * Whether it is plain text, which has lost what a spreadsheet program knew of a cell.
	 * @return true for CSV
	 */
	public abstract boolean plainText();

	/**
	 * Reads a sheet from its first row; may be done again.
	 * @param sheet the number of the sheet, 0 for the first
	 * @param to takes the rows that hold something
	 * @throws UnreadableFile if the sheet is damaged or beyond the bounds
	 */
	public abstract void rows(int sheet, SheetRows to);

	@Override
	public abstract void close();

}
