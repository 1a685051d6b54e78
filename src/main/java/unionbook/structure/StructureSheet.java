package unionbook.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import unionbook.document.SheetCell;
import unionbook.document.SheetFile;
import unionbook.document.SheetRow;
import unionbook.document.UnreadableFile;
import unionbook.platform.RuleViolation;
import unionbook.shared.VietnameseText;

/** Reads the rows of a sheet under the headings of the layout, in whichever language. */
@Component
class StructureSheet {

	static final int ROWS = 5000;

	/** Headings stand within the first rows, below a title. */
	private static final int HEAD = 30;

	static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

	private final MessageSource messages;

	StructureSheet(MessageSource messages) {
		this.messages = messages;
	}

	List<StructureLine> read(byte[] content, String name) {
		try {
			Path place = Files.createTempFile("unionbook-structure", ".tmp");
			try {
				Files.write(place, content);
				try (SheetFile file = SheetFile.open(place, name)) {
					return read(file);
				}
			}
			catch (UnreadableFile refused) {
				throw new RuleViolation("intake.file." + refused.reason(), refused.arguments().toArray())
					.onField("file");
			}
			finally {
				Files.deleteIfExists(place);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<StructureLine> read(SheetFile file) {
		Map<String, StructureColumn> headings = headings();
		Map<Integer, StructureColumn> columns = new HashMap<>();
		List<StructureLine> lines = new ArrayList<>();
		file.rows(0, (row) -> {
			if (columns.isEmpty()) {
				columns.putAll(columns(row, headings));
				return row.number() < HEAD || !columns.isEmpty();
			}
			Map<StructureColumn, String> values = values(row, columns);
			if (!values.isEmpty()) {
				lines.add(new StructureLine(row.number(), values));
			}
			return lines.size() <= ROWS;
		});
		if (columns.isEmpty()) {
			throw new RuleViolation("structure.error.headings").onField("file");
		}
		if (lines.isEmpty()) {
			throw new RuleViolation("structure.error.empty").onField("file");
		}
		if (lines.size() > ROWS) {
			throw new RuleViolation("structure.error.tooMany", ROWS).onField("file");
		}
		return lines;
	}

	private Map<String, StructureColumn> headings() {
		Map<String, StructureColumn> headings = new HashMap<>();
		for (StructureColumn column : StructureColumn.values()) {
			LANGUAGES.forEach((language) -> headings
				.put(VietnameseText.fold(this.messages.getMessage(column.key(), null, language)), column));
		}
		return headings;
	}

	/** The columns of a row of headings; none unless all that are needed stand there. */
	private static Map<Integer, StructureColumn> columns(SheetRow row, Map<String, StructureColumn> headings) {
		Map<Integer, StructureColumn> columns = new HashMap<>();
		for (SheetCell cell : row.cells()) {
			StructureColumn column = headings.get(VietnameseText.fold(cell.text()));
			if (column != null && !columns.containsValue(column)) {
				columns.put(cell.column(), column);
			}
		}
		return Stream.of(StructureColumn.values()).filter(StructureColumn::required).allMatch(columns::containsValue)
				? columns : Map.of();
	}

	private static Map<StructureColumn, String> values(SheetRow row, Map<Integer, StructureColumn> columns) {
		Map<StructureColumn, String> values = new EnumMap<>(StructureColumn.class);
		for (SheetCell cell : row.cells()) {
			StructureColumn column = columns.get(cell.column());
			String text = VietnameseText.normalize(cell.text());
			if (column != null && !text.isEmpty()) {
				values.put(column, text);
			}
		}
		return values;
	}

}
