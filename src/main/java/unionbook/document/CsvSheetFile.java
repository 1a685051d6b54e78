package unionbook.document;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;
import unionbook.document.UnreadableFile.Reason;

/** Text separated by semicolons, commas or tabs. */
final class CsvSheetFile extends SheetFile {

	private static final char[] SEPARATORS = { ';', ',', '\t' };

	private static final int SAMPLE_CHARACTERS = 64 * 1024;

	private static final int SAMPLE_RECORDS = 200;

	private final Path file;

	private final TextEncoding encoding;

	private final char separator;

	CsvSheetFile(Path file) {
		this.file = file;
		try {
			this.encoding = TextEncoding.of(file);
			this.separator = separator(sample());
		}
		catch (IOException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	@Override
	public List<SheetInfo> sheets() {
		return List.of(new SheetInfo("", false));
	}

	@Override
	public String encoding() {
		return this.encoding.label();
	}

	@Override
	public boolean plainText() {
		return true;
	}

	@Override
	public void rows(int sheet, SheetRows to) {
		SheetBounds bounds = new SheetBounds();
		int number = 0;
		try (Reader text = this.encoding.reader(this.file);
				CsvReader<CsvRecord> csv = records(this.separator).ofCsvRecord(text)) {
			Iterator<CsvRecord> records = csv.iterator();
			for (CsvRecord record = next(records, number); record != null; record = next(records, number)) {
				SheetRow row = row(++number, record, bounds);
				if (!row.cells().isEmpty() && !to.row(row)) {
					return;
				}
			}
		}
		catch (IOException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	@Override
	public void close() {
		// nothing stays open between readings
	}

	private static @Nullable CsvRecord next(Iterator<CsvRecord> records, int last) {
		try {
			return records.hasNext() ? records.next() : null;
		}
		catch (CsvParseException ex) {
			throw new UnreadableFile(Reason.QUOTE, last + 1);
		}
		catch (UncheckedIOException ex) {
			throw new UnreadableFile(Reason.ENCODING, ex);
		}
	}

	private SheetRow row(int number, CsvRecord record, SheetBounds bounds) {
		List<SheetCell> cells = new ArrayList<>();
		for (int column = 0; column < record.getFieldCount(); column++) {
			String field = record.getField(column);
			if (!field.isBlank()) {
				bounds.cell(number, column, field.length());
				String text = Formulas.restore(this.encoding.toUnicode(field));
				if (!text.isBlank()) {
					cells.add(SheetCell.text(column, text, false));
				}
			}
		}
		bounds.row(number, cells);
		return new SheetRow(number, false, cells);
	}

	private String sample() throws IOException {
		char[] sample = new char[SAMPLE_CHARACTERS];
		int length = 0;
		try (Reader text = this.encoding.reader(this.file)) {
			for (int count = text.read(sample); count > 0; count = text.read(sample, length, sample.length - length)) {
				length += count;
			}
		}
		return new String(sample, 0, length);
	}

	/** The separator that gives most rows the same number of columns, and many. */
	private static char separator(String sample) {
		char best = ',';
		int most = 0;
		for (char separator : SEPARATORS) {
			int score = score(sample, separator);
			if (score > most) {
				most = score;
				best = separator;
			}
		}
		return best;
	}

	private static int score(String sample, char separator) {
		Map<Integer, Integer> counts = new HashMap<>();
		try (CsvReader<CsvRecord> records = records(separator).ofCsvRecord(new StringReader(sample))) {
			records.stream()
				.limit(SAMPLE_RECORDS)
				.forEach((record) -> counts.merge(record.getFieldCount(), 1, Integer::sum));
		}
		catch (CsvParseException | IOException ex) {
			// the sample may end inside a field; what was counted before still counts
		}
		return counts.entrySet().stream().mapToInt((count) -> (count.getKey() - 1) * count.getValue()).max().orElse(0);
	}

	private static CsvReader.CsvReaderBuilder records(char separator) {
		return CsvReader.builder()
			.fieldSeparator(separator)
			.skipEmptyLines(false)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false);
	}

}
