package unionbook.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.document.SheetCell;
import unionbook.document.SheetRow;
import unionbook.shared.VietnameseText;

/** What the columns of a list hold. */
final class Columns {

	private final Map<Integer, Field> fields = new HashMap<>();

	Columns(List<ColumnChoice> choices) {
		for (ColumnChoice choice : choices) {
			if (choice.field() != null) {
				this.fields.put(choice.column(), choice.field());
			}
		}
	}

	@Nullable Field field(SheetCell cell) {
		return this.fields.get(cell.column());
	}

	/** The name in a row, from one column or from several; empty when there is none. */
	String name(SheetRow row) {
		StringBuilder name = new StringBuilder();
		for (SheetCell cell : row.cells()) {
			Field field = field(cell);
			if (field != null && field.kind() == Field.Kind.NAME && field != Field.OTHER_NAME) {
				name.append(name.isEmpty() ? "" : " ").append(VietnameseText.normalize(cell.text()));
			}
		}
		return name.toString();
	}

	/**
	 * Whether a row has what only somebody has: a birth, a gender, a number of their own.
	 */
	boolean tellsOfAPerson(SheetRow row) {
		for (SheetCell cell : row.cells()) {
			Field field = field(cell);
			if (field != null && tells(field, cell)) {
				return true;
			}
		}
		return false;
	}

	boolean hasMoreThanAName(SheetRow row) {
		for (SheetCell cell : row.cells()) {
			Field field = field(cell);
			if (field != null && field.kind() == Field.Kind.CODE) {
				return true;
			}
		}
		return false;
	}

	private static boolean tells(Field field, SheetCell cell) {
		String text = cell.text();
		return switch (field.kind()) {
			case BIRTH, DAY, IDENTITY, PHONE -> text.chars().anyMatch(Character::isDigit);
			case SPLIT -> text.chars().anyMatch(Character::isDigit) || Lines.isCross(text.strip());
			case CODE -> field == Field.GENDER && text.length() < 12;
			default -> field == Field.EMAIL && text.indexOf('@') > 0;
		};
	}

}
