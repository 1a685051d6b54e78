package unionbook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.document.SheetCell;
import unionbook.shared.Gender;

/** A draft while its row is being read. */
final class DraftRow {

	private final int row;

	private final Map<String, String> values = new HashMap<>();

	private final List<Problem> problems = new ArrayList<>();

	private final StringBuilder name = new StringBuilder();

	private @Nullable String unitName;

	private boolean forMen;

	private boolean forWomen;

	private int splitColumn = -1;

	private int genderColumn = -1;

	private boolean genderFailed;

	DraftRow(int row) {
		this.row = row;
	}

	void warn(int column, String key, String... args) {
		this.problems.add(Problem.warning(this.row, column, key, args));
	}

	/** Takes what a cell was read as. */
	void put(Field field, int column, Reading reading) {
		tell(column, reading);
		if (field == Field.UNIT) {
			this.unitName = reading.value();
		}
		if (field == Field.GENDER) {
			this.genderColumn = column;
			this.genderFailed = reading.failed();
		}
		String form = field.formName();
		if (form != null && !reading.value().isEmpty()) {
			String before = this.values.put(form, reading.value());
			if (field == Field.BIRTH && before != null && !before.equals(reading.value())) {
				this.problems.add(Problem.error(this.row, column, "intake.problem.birth.two", before, reading.value()));
			}
		}
	}

	/** Takes a name, or a part of one. */
	void name(Field field, int column, Reading reading) {
		if (field == Field.OTHER_NAME) {
			put(field, column, reading);
			return;
		}
		tell(column, reading);
		this.name.append(this.name.isEmpty() ? "" : " ").append(reading.value());
	}

	/**
	 * Takes what stands in a column for men or for women.
	 * @param birth the birth date in it, or null for a cross
	 */
	void split(Field field, int column, @Nullable Reading birth) {
		this.forMen |= field == Field.BIRTH_MALE;
		this.forWomen |= field == Field.BIRTH_FEMALE;
		this.splitColumn = column;
		if (birth != null) {
			put(Field.BIRTH, column, birth);
		}
	}

	/** Decides on the gender once all cells are read; never guesses. */
	void settleGender() {
		if (this.forMen && this.forWomen) {
			genderError(this.splitColumn, "intake.problem.gender.both");
			return;
		}
		String written = this.values.get("gender");
		if (!this.forMen && !this.forWomen) {
			if (written == null && !this.genderFailed) {
				genderError((this.genderColumn >= 0) ? this.genderColumn : -1, "intake.problem.gender.missing");
			}
			return;
		}
		String told = (this.forMen ? Gender.MALE : Gender.FEMALE).name();
		if (written != null && !this.genderFailed && !written.equals(told)) {
			genderError(this.splitColumn, "intake.problem.gender.contradicts");
		}
		else if (written == null) {
			this.values.put("gender", told);
		}
	}

	/** Takes the identity number, with an eye on gender and birth. */
	void identity(SheetCell cell, boolean plainText) {
		String text = CellText.of(cell);
		if (cell.kind() == SheetCell.Kind.ERROR) {
			put(Field.IDENTITY_NUMBER, cell.column(), Reading.refused(text, "intake.problem.cell.error"));
			return;
		}
		if (text.isEmpty() || Lines.isNothing(text)) {
			return;
		}
		String gender = this.genderFailed ? null : this.values.get("gender");
		Integer year = birthYear();
		Reading reading = IdentityText.read(cell, text, plainText, gender, year);
		put(Field.IDENTITY_NUMBER, cell.column(), reading);
		if (reading.level() == null) {
			IdentityText.contradictions(reading.value(), gender, year)
				.forEach((key) -> warn(cell.column(), key, reading.value()));
		}
	}

	Draft finished() {
		if (!this.name.isEmpty()) {
			this.values.put("fullName", this.name.toString());
		}
		return new Draft(this.row, Draft.Kind.PERSON, this.values, this.unitName, List.copyOf(this.problems));
	}

	private @Nullable Integer birthYear() {
		String birth = this.values.getOrDefault("birth", "");
		String year = birth.substring(Math.max(0, birth.length() - 4));
		return year.matches("[0-9]{4}") ? Integer.valueOf(year) : null;
	}

	private void genderError(int column, String key) {
		this.genderFailed = true;
		this.problems.add(Problem.error(this.row, column, key));
	}

	private void tell(int column, Reading reading) {
		if (reading.level() != null) {
			this.problems.add(new Problem(reading.level(), this.row, column, reading.key(), reading.args()));
		}
	}

}
