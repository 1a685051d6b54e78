package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as a workbook. Text is stored as text of the cell itself, never as a
 * formula and never in a table of shared strings, which would grow with the rows; text
 * columns have the format "text", so that a cell stays text when it is edited. Rows leave
 * memory in blocks; a table longer than a sheet may be goes on in the next one.
 */
class XlsxSheetWriter implements SheetWriter {

	private static final int BLOCK = 500;

	private static final int LONGEST_TEXT = 32_767;

	private static final int NARROWEST = 8;

	private static final int WIDEST = 50;

	/** Spreadsheet programs count days rightly only from here. */
	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

	private final Sheet sheet;

	private final int rowsPerSheet;

	private final Workbook workbook;

	private final int[] widths;

	private Worksheet page;

	private int next;

	private int blockStart;

	XlsxSheetWriter(OutputStream out, Sheet sheet) {
		this(out, sheet, Worksheet.MAX_ROWS);
	}

	XlsxSheetWriter(OutputStream out, Sheet sheet, int rowsPerSheet) {
		this.sheet = sheet;
		this.rowsPerSheet = rowsPerSheet;
		this.workbook = new Workbook(out, "UnionBook", null);
		// a roster repeats itself so much that working harder makes it slower, not
		// smaller
		this.workbook.setCompressionLevel(1);
		this.widths = sheet.columns().stream().mapToInt((column) -> column.heading().length()).toArray();
		this.page = newPage();
	}

	@Override
	public void row(@Nullable Object[] cells) throws IOException {
		this.sheet.requireWidth(cells.length);
		if (this.next == this.rowsPerSheet) {
			flush();
			this.page.finish();
			this.page = newPage();
		}
		for (int column = 0; column < cells.length; column++) {
			cell(column, cells[column]);
		}
		this.next++;
		if (this.next - this.blockStart == BLOCK) {
			flush();
		}
	}

	@Override
	public void finish() throws IOException {
		flush();
		this.workbook.finish();
	}

	private void cell(int column, @Nullable Object cell) {
		switch (cell) {
			case null -> {
			}
			case LocalDate day when !day.isBefore(FIRST_DAY) -> {
				this.page.value(this.next, column, day);
				widen(column, 10);
			}
			case LocalDate day -> text(column, CsvSheetWriter.DAY.format(day));
			case Number number ->
				this.page.value(this.next, column, (this.sheet.columns().get(column).kind() == ColumnKind.PERCENT)
						? new BigDecimal(number.toString()).movePointLeft(2) : number);
			case String text -> text(column, text);
			default -> throw new IllegalArgumentException("No cell for a " + cell.getClass().getName());
		}
	}

	private void text(int column, String text) {
		String kept = (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT - 1) + '…';
		this.page.inlineString(this.next, column, kept);
		widen(column, kept.length());
	}

	private void widen(int column, int characters) {
		this.widths[column] = Math.max(this.widths[column], characters);
	}

	/** Gives the rows of the block their looks, one call per column, and lets them go. */
	private void flush() throws IOException {
		List<Column> columns = this.sheet.columns();
		if (this.next > this.blockStart) {
			for (int i = 0; i < columns.size(); i++) {
				ColumnKind kind = columns.get(i).kind();
				StyleSetter looks = this.page.range(this.blockStart, i, this.next - 1, i)
					.style()
					.format(kind.pattern());
				// a day reads like text; on the right it would touch the text that
				// follows
				((kind == ColumnKind.DAY) ? looks.horizontalAlignment("left") : looks).set();
			}
		}
		// widths are written with the first block of a page and known from it
		for (int i = 0; i < columns.size(); i++) {
			this.page.width(i, Math.clamp(this.widths[i] + 2, NARROWEST, WIDEST));
		}
		this.page.flush();
		this.blockStart = this.next;
	}

	private Worksheet newPage() {
		Worksheet fresh = this.workbook.newWorksheet(this.sheet.title());
		int header = this.sheet.headLines().size() + 2;
		fresh.inlineString(0, 0, this.sheet.title());
		fresh.style(0, 0).bold().fontSize(14).set();
		for (int i = 0; i < this.sheet.headLines().size(); i++) {
			fresh.inlineString(i + 1, 0, this.sheet.headLines().get(i));
		}
		List<Column> columns = this.sheet.columns();
		for (int i = 0; i < columns.size(); i++) {
			fresh.inlineString(header, i, columns.get(i).heading());
		}
		fresh.range(header, 0, header, columns.size() - 1)
			.style()
			.bold()
			.wrapText(true)
			.verticalAlignment("center")
			.fillColor("E7E6E6")
			.borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
			.set();
		fresh.freezePane(0, header + 1);
		fresh.repeatRows(header);
		fresh.paperSize(PaperSize.A4_PAPER);
		fresh.pageOrientation("landscape");
		fresh.setFitToPage(true);
		fresh.fitToHeight((short) 0);
		fresh.footer("&P / &N", Position.RIGHT);
		this.next = header + 1;
		this.blockStart = this.next;
		return fresh;
	}

}
