package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as RFC 4180 text: UTF-8 with a byte order mark, semicolons and decimal
 * commas, because that is what a Vietnamese spreadsheet program opens right.
 */
class CsvSheetWriter implements SheetWriter {

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final Sheet sheet;

	private final CsvWriter csv;

	private final String[] texts;

	CsvSheetWriter(OutputStream out, Sheet sheet) throws IOException {
		this.sheet = sheet;
		this.texts = new String[sheet.columns().size()];
		mark(out);
		this.csv = CsvWriter.builder()
			.fieldSeparator(';')
			.lineDelimiter(LineDelimiter.CRLF)
			.build(out, StandardCharsets.UTF_8);
		record(Formulas.neutralise(sheet.title()));
		for (String line : sheet.headLines()) {
			record(Formulas.neutralise(line));
		}
		record(sheet.columns().stream().map((column) -> Formulas.neutralise(column.heading())).toArray(String[]::new));
	}

	static void mark(OutputStream out) throws IOException {
		out.write(BYTE_ORDER_MARK);
	}

	@Override
	public void row(@Nullable Object[] cells) throws IOException {
		this.sheet.requireWidth(cells.length);
		List<Column> columns = this.sheet.columns();
		for (int i = 0; i < cells.length; i++) {
			this.texts[i] = text(cells[i], columns.get(i).kind());
		}
		record(this.texts);
	}

	@Override
	public void finish() throws IOException {
		this.csv.flush();
	}

	private void record(String... fields) throws IOException {
		try {
			this.csv.writeRecord(fields);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static String text(@Nullable Object cell, ColumnKind kind) {
		return switch (cell) {
			case null -> "";
			case String text -> Formulas.neutralise(text);
			case LocalDate day -> text(day);
			case Number number -> (kind != ColumnKind.PERCENT) ? text(number) : text(number) + '%';
			default -> throw new IllegalArgumentException("No cell for a " + cell.getClass().getName());
		};
	}

	/** As {@link #DAY} writes it, in a tenth of the time. */
	private static String text(LocalDate day) {
		int year = day.getYear();
		if (year < 1000 || year > 9999) {
			return DAY.format(day);
		}
		int month = day.getMonthValue();
		int date = day.getDayOfMonth();
		return new String(new char[] { digit(date / 10), digit(date % 10), '/', digit(month / 10), digit(month % 10),
				'/', digit(year / 1000), digit(year / 100 % 10), digit(year / 10 % 10), digit(year % 10) });
	}

	private static char digit(int value) {
		return (char) ('0' + value);
	}

	private static String text(Number number) {
		if (number instanceof Integer || number instanceof Long) {
			return number.toString();
		}
		return new BigDecimal(number.toString()).toPlainString().replace('.', ',');
	}

}
