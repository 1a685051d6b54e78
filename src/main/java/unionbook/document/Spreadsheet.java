package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;

/** Writes tables of any length in bounded memory, with text that is never a formula. */
public final class Spreadsheet {

	private Spreadsheet() {
	}

	/**
	 * Writes a whole table. Rows are written while they come, so a failure leaves a file
	 * that ends in the middle and cannot be mistaken for a whole one.
	 * @param format the kind of file
	 * @param out where it goes; stays open
	 * @param sheet title, head and columns
	 * @param rows the rows
	 * @return how many rows were written
	 * @throws AbortedDownload when {@code out} takes no more
	 * @throws IllegalArgumentException when a row does not fit the columns
	 */
	public static long write(ExportFormat format, OutputStream out, Sheet sheet, RowSource rows) {
		try {
			SheetWriter writer = format.writer(out, sheet);
			long[] written = new long[1];
			rows.forEach((cells) -> {
				try {
					writer.row(cells);
				}
				catch (IOException ex) {
					throw new AbortedDownload(ex);
				}
				written[0]++;
			});
			writer.finish();
			return written[0];
		}
		catch (IOException ex) {
			throw new AbortedDownload(ex);
		}
	}

}
