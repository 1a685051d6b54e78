package unionbook.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import unionbook.document.SheetFile;
import unionbook.platform.RuleViolation;

/**
 * What an officer says of sheet, headings and columns.
 *
 * @param sheet the number of the sheet, 0 for the first
 * @param headerFirst the first row of the headings
 * @param headerLast their last row
 * @param fields what the columns hold, by number of the column
 */
record ColumnsForm(int sheet, int headerFirst, int headerLast, Map<Integer, String> fields) {

	private static final int FARTHEST = 1000;

	private static final String COLUMN = "column.";

	static ColumnsForm of(Map<String, String> typed) {
		Map<Integer, String> fields = new java.util.TreeMap<>();
		typed.forEach((name, value) -> {
			if (name.startsWith(COLUMN) && name.length() < COLUMN.length() + 6) {
				fields.put(number(name.substring(COLUMN.length()), 0), value);
			}
		});
		int first = number(typed.getOrDefault("headerFirst", ""), 1);
		int last = Math.max(first, number(typed.getOrDefault("headerLast", ""), first));
		return new ColumnsForm(number(typed.getOrDefault("sheet", ""), 0), first, last, fields);
	}

	/**
	 * Other headings bring other columns; the choices made for the old ones fall away.
	 */
	Recognised recognised(SheetFile file, Recognised before) {
		if (this.sheet < 0 || this.sheet >= file.sheets().size() || this.headerFirst < 1
				|| this.headerLast > FARTHEST) {
			throw new RuleViolation("imports.rule.headings");
		}
		if (this.sheet != before.sheet() || this.headerFirst != before.headerFirst()
				|| this.headerLast != before.headerLast()) {
			return Recogniser.propose(file, this.sheet, this.headerFirst, this.headerLast);
		}
		List<ColumnChoice> columns = new ArrayList<>();
		for (ColumnChoice column : before.columns()) {
			columns.add(this.fields.containsKey(column.column())
					? new ColumnChoice(column.column(), column.heading(), field(this.fields.get(column.column())))
					: column);
		}
		List<Field> chosen = columns.stream().map(ColumnChoice::field).filter(Objects::nonNull).toList();
		if (chosen.stream().distinct().count() < chosen.size()) {
			throw new RuleViolation("imports.rule.columnTwice");
		}
		boolean split = chosen.contains(Field.BIRTH_MALE) || chosen.contains(Field.BIRTH_FEMALE);
		Layout layout = split ? Layout.SPLIT_BIRTH
				: (before.layout() == Layout.SPLIT_BIRTH) ? Layout.GENDER_COLUMN : before.layout();
		return new Recognised(before.sheet(), before.headerFirst(), before.headerLast(), layout, columns,
				before.encoding(), before.sampleNames(), before.notes());
	}

	private static @Nullable Field field(@Nullable String name) {
		for (Field field : Field.values()) {
			if (field.name().equals(name)) {
				return field;
			}
		}
		return null;
	}

	private static int number(String text, int otherwise) {
		return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
	}

}
