package unionbook.intake;

import java.util.List;

/**
 * What is wrong, or was mended, in a row.
 *
 * @param level ERROR keeps the row out, WARNING is to be looked at
 * @param row the number of the row as a spreadsheet program shows it
 * @param column the column, 0 for A, or -1 when the row as a whole is meant
 * @param key the message key of the sentence that also says what to do
 * @param args what the sentence names
 */
record Problem(Level level, int row, int column, String key, List<String> args) {

	static Problem error(int row, int column, String key, String... args) {
		return new Problem(Level.ERROR, row, column, key, List.of(args));
	}

	static Problem warning(int row, int column, String key, String... args) {
		return new Problem(Level.WARNING, row, column, key, List.of(args));
	}

	enum Level {

		ERROR, WARNING

	}

}
