package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the rows of a sheet again, each at its place, with a remark behind some of them.
 * Rows leave memory in blocks.
 */
public abstract class SheetCopy {

	private static final int BLOCK = 500;

	/** The column the remarks stand in, 0 for A. */
	private final int remarks;

	private SheetCopy(int remarks) {
		this.remarks = remarks;
	}

	static SheetCopy of(ExportFormat format, OutputStream out, String name, int remarks) throws IOException {
		return (format == ExportFormat.XLSX) ? new InWorkbook(out, name, remarks) : new InText(out, remarks);
	}

	/**
	 * Writes a row where it stood.
	 * @param row the row
	 * @param remark what is put behind it, possibly empty
	 * @throws AbortedDownload when the reader is gone
	 */
	public void row(SheetRow row, String remark) {
		try {
			write(row.number(), row.cells().stream().filter((cell) -> cell.column() < this.remarks).toList(), remark);
		}
		catch (IOException ex) {
			throw new AbortedDownload(ex);
		}
	}

	abstract void write(int number, List<SheetCell> cells, String remark) throws IOException;

	abstract void finish() throws IOException;

	private static final class InWorkbook extends SheetCopy {

		private final Workbook workbook;

		private final Worksheet sheet;

		private final int remarks;

		private int written;

		private InWorkbook(OutputStream out, String name, int remarks) {
			super(remarks);
			this.remarks = remarks;
			this.workbook = new Workbook(out, "UnionBook", null);
			this.workbook.setCompressionLevel(1);
			this.sheet = this.workbook.newWorksheet(name);
			for (int column = 0; column < remarks; column++) {
				this.sheet.width(column, 16);
			}
			this.sheet.width(remarks, 60);
		}

		@Override
		void write(int number, List<SheetCell> cells, String remark) throws IOException {
			int at = number - 1;
			for (SheetCell cell : cells) {
				switch (cell.kind()) {
					case DAY -> {
						this.sheet.value(at, cell.column(), cell.day());
						this.sheet.style(at, cell.column()).format(ColumnKind.DAY.pattern()).set();
					}
					case NUMBER -> this.sheet.value(at, cell.column(), cell.number());
					default -> {
						this.sheet.inlineString(at, cell.column(), cell.text());
						this.sheet.style(at, cell.column()).format(ColumnKind.TEXT.pattern()).set();
					}
				}
			}
			if (!remark.isEmpty()) {
				this.sheet.inlineString(at, this.remarks, remark);
				this.sheet.style(at, this.remarks).bold().fontColor("B3261E").wrapText(true).set();
			}
			if (++this.written % BLOCK == 0) {
				this.sheet.flush();
			}
		}

		@Override
		void finish() throws IOException {
			this.workbook.finish();
		}

	}

	private static final class InText extends SheetCopy {

		private final CsvWriter csv;

		private final String[] texts;

		private int next = 1;

		private InText(OutputStream out, int remarks) throws IOException {
			super(remarks);
			this.texts = new String[remarks + 1];
			CsvSheetWriter.mark(out);
			this.csv = CsvWriter.builder()
				.fieldSeparator(';')
				.lineDelimiter(LineDelimiter.CRLF)
				.build(out, StandardCharsets.UTF_8);
		}

		@Override
		void write(int number, List<SheetCell> cells, String remark) {
			for (; this.next < number; this.next++) {
				this.csv.writeRecord("");
			}
			Arrays.fill(this.texts, "");
			cells.forEach((cell) -> this.texts[cell.column()] = Formulas.neutralise(cell.text()));
			this.texts[this.texts.length - 1] = Formulas.neutralise(remark);
			this.csv.writeRecord(this.texts);
			this.next++;
		}

		@Override
		void finish() throws IOException {
			this.csv.flush();
		}

	}

}
