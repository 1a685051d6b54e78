package unionbook.archive;

import java.util.List;

import unionbook.document.Column;
import unionbook.document.RowSource;

/**
 * A page of the archive, long ones in several files.
 *
 * @param path its file without ending, with / after a folder
 * @param title what stands above it
 * @param tables what it shows; each is a workbook too
 */
record Part(String path, String title, List<Table> tables) {

	/**
	 * A table of the page.
	 *
	 * @param file the workbook without folder and ending
	 * @param title what stands above it
	 * @param columns its columns, the running number first
	 * @param rows its rows, read anew each time
	 */
	record Table(String file, String title, List<Column> columns, RowSource rows) {

		String workbook() {
			return "bang-tinh/" + this.file + ".xlsx";
		}

	}

}
