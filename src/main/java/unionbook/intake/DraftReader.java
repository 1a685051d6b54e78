package unionbook.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import unionbook.document.LegacyText;
import unionbook.document.SheetCell;
import unionbook.document.SheetFile;
import unionbook.document.SheetRow;

/** Reads the rows below the headings into drafts, one at a time. */
final class DraftReader {

	/** Words of codes repeat; whatever else stands there must not fill the memory. */
	private static final int MOST_KNOWN = 5000;

	private final Columns columns;

	private final CodeLabels labels;

	private final LocalDate today;

	private final boolean plainText;

	private final boolean oldFonts;

	private final Lines lines = new Lines();

	private final Map<String, Reading> known = new HashMap<>();

	private DraftReader(SheetFile file, Recognised recognised, CodeLabels labels, LocalDate today) {
		this.columns = new Columns(recognised.columns());
		this.labels = labels;
		this.today = today;
		this.plainText = file.plainText();
		this.oldFonts = recognised.encoding().equals(LegacyText.TCVN3.name());
	}

	/**
	 * Reads all rows below the headings.
	 * @param file the file
	 * @param recognised what its columns hold
	 * @param labels finds codes by their words
	 * @param today the day after which no birth or joining can lie
	 * @param to takes the drafts in the order of the rows
	 * @throws unionbook.document.UnreadableFile if the file turns out damaged or beyond
	 * the bounds
	 */
	static void read(SheetFile file, Recognised recognised, CodeLabels labels, LocalDate today, Consumer<Draft> to) {
		DraftReader reader = new DraftReader(file, recognised, labels, today);
		file.rows(recognised.sheet(), (row) -> {
			if (row.number() > recognised.headerLast()) {
				to.accept(reader.draft(row));
			}
			return true;
		});
	}

	private Draft draft(SheetRow row) {
		if (this.lines.ignores(row, this.columns)) {
			return new Draft(row.number(), Draft.Kind.IGNORED, Map.of(), null, List.of());
		}
		DraftRow draft = new DraftRow(row.number());
		if (row.hidden()) {
			draft.warn(-1, "intake.problem.row.hidden");
		}
		SheetCell identity = null;
		for (SheetCell cell : row.cells()) {
			Field field = this.columns.field(cell);
			if (field == null || field.kind() == Field.Kind.NONE) {
				continue;
			}
			if (cell.formula() && cell.kind() != SheetCell.Kind.ERROR) {
				draft.warn(cell.column(), "intake.problem.cell.formula");
			}
			if (field.kind() == Field.Kind.IDENTITY) {
				// read last, because it is compared with gender and birth
				identity = cell;
			}
			else {
				cell(draft, field, cell);
			}
		}
		draft.settleGender();
		if (identity != null) {
			draft.identity(identity, this.plainText);
		}
		return draft.finished();
	}

	private void cell(DraftRow draft, Field field, SheetCell cell) {
		String text = CellText.of(cell);
		if (cell.kind() == SheetCell.Kind.ERROR) {
			draft.put(field, cell.column(), Reading.refused(text, "intake.problem.cell.error"));
			return;
		}
		if (text.isEmpty() || Lines.isNothing(text)) {
			return;
		}
		switch (field.kind()) {
			case NAME -> draft.name(field, cell.column(), NameText.of(cell.text(), this.oldFonts));
			case SPLIT -> draft.split(field, cell.column(), split(cell, text));
			case CODE -> draft.put(field, cell.column(), code(field.codes(), text));
			case BIRTH, DAY ->
				draft.put(field, cell.column(), DayText.read(cell, text, field.kind() == Field.Kind.BIRTH, this.today));
			case PHONE -> draft.put(field, cell.column(), CellText.phone(text));
			default -> draft.put(field, cell.column(), CellText.plain(cell, text));
		}
	}

	/** A cross tells the gender only and leaves no value. */
	private @Nullable Reading split(SheetCell cell, String text) {
		return Lines.isCross(text) ? null : DayText.read(cell, text, true, this.today);
	}

	private Reading code(String list, String text) {
		String key = list + ' ' + text;
		Reading reading = this.known.get(key);
		if (reading == null) {
			reading = coded(list, text);
			if (this.known.size() < MOST_KNOWN) {
				this.known.put(key, reading);
			}
		}
		return reading;
	}

	private Reading coded(String list, String text) {
		Reading word = NameText.text(text);
		String code = this.labels.code(list, word.value());
		if (code != null) {
			return new Reading(code, word.level(), word.key(), word.args());
		}
		if (list.equals("gender")) {
			return Reading.refused(text, "intake.problem.gender.unknown");
		}
		List<String> nearest = this.labels.nearest(list, word.value());
		return nearest.isEmpty() ? Reading.refused(text, "intake.problem.code.unknown") : new Reading(text,
				Problem.Level.ERROR, "intake.problem.code.nearest", List.of(text, String.join(", ", nearest)));
	}

}
