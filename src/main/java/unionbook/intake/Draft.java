package unionbook.intake;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row of a list, read.
 *
 * @param row the number of the row as a spreadsheet program shows it
 * @param kind a person, or a line that names none
 * @param values texts by name of the form field, as the form takes them; a cell with an
 * error stands here as it was written
 * @param unitName the name of the unit, where the list has a column for it
 * @param problems what is wrong or was mended
 */
record Draft(int row, Kind kind, Map<String, String> values, @Nullable String unitName, List<Problem> problems) {

	boolean hasErrors() {
		return this.problems.stream().anyMatch((problem) -> problem.level() == Problem.Level.ERROR);
	}

	enum Kind {

		/** Somebody. */
		PERSON,
		/** A group line, a total, a signature, a repeated heading. */
		IGNORED

	}

}
