package unionbook.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import unionbook.document.SheetRow;

/** Tells the people of a list from the lines between and under them. */
final class Lines {

	private static final Map<String, List<String>> WORDS = Words.of("lines.properties");

	private static final List<String> TOTAL = keys("total");

	private static final List<String> TOTAL_ALONE = keys("total.alone");

	private static final List<String> SIGNATURE = keys("signature");

	private static final List<String> SIGNATURE_DAY = keys("signature.day");

	private static final List<String> GROUP = keys("group");

	private static final List<String> OWN = keys("own");

	private static final Pattern COUNT = Pattern.compile("[0-9]+");

	private static final Pattern GROUP_NUMBER = Pattern.compile("([ivxlc]+|[a-z])");

	private static final Pattern NUMBERED_GROUP = Pattern.compile("[ivxlc]+ .*");

	private static final Pattern COLUMN_NUMBER = Pattern.compile("[0-9]{1,3}|[a-z]");

	private boolean ended;

	/** Whether a row above the headings is the title of an export of this book. */
	static boolean isOwnTitle(SheetRow row) {
		return OWN.contains(Words.key(row.cells().getFirst().text()));
	}

	static boolean isCross(String text) {
		return WORDS.getOrDefault("cross", List.of()).contains(text);
	}

	/** Whether a cell says that there is nothing to say. */
	static boolean isNothing(String text) {
		return WORDS.getOrDefault("nothing", List.of()).contains(text);
	}

	/**
	 * Whether a row names nobody. Rows are to be shown in their order.
	 * @param row the row
	 * @param columns what its columns hold
	 */
	boolean ignores(SheetRow row, Columns columns) {
		String name = columns.name(row);
		String nameKey = Words.key(name);
		String first = Words.key(row.cells().getFirst().text());
		boolean counted = COUNT.matcher(first).matches();
		if (!counted && (isTotal(first) || isTotal(nameKey) || isDated(row))) {
			this.ended = true;
			return true;
		}
		if (Headings.repeats(nameKey) || isNumbering(row)) {
			return true;
		}
		if (columns.tellsOfAPerson(row)) {
			return false;
		}
		if (counted || name.isEmpty()) {
			return name.isEmpty();
		}
		if (row.cells().stream().map((cell) -> Words.key(cell.text())).anyMatch(Lines::isSignature)) {
			this.ended = true;
		}
		return this.ended || (!columns.hasMoreThanAName(row) && isGroup(row, name, nameKey, first));
	}

	private static boolean isGroup(SheetRow row, String name, String nameKey, String first) {
		return GROUP_NUMBER.matcher(first).matches() || NUMBERED_GROUP.matcher(nameKey).matches()
				|| (row.cells().size() == 1 && name.equals(name.toUpperCase(Locale.ROOT)))
				|| startsWith(GROUP, nameKey);
	}

	/** The line of numbers or letters some forms have under the headings. */
	private static boolean isNumbering(SheetRow row) {
		return row.cells().size() > 1
				&& row.cells().stream().allMatch((cell) -> COLUMN_NUMBER.matcher(Words.key(cell.text())).matches());
	}

	/** The place and day above the signatures. */
	private static boolean isDated(SheetRow row) {
		return row.cells().size() <= 2 && row.cells().stream().anyMatch((cell) -> {
			String key = " " + Words.key(cell.text()) + " ";
			return SIGNATURE_DAY.stream().allMatch((word) -> key.contains(" " + word + " "));
		});
	}

	private static boolean isTotal(String key) {
		return TOTAL_ALONE.contains(key) || startsWith(TOTAL, key);
	}

	private static boolean isSignature(String key) {
		String padded = " " + key + " ";
		return SIGNATURE.stream().anyMatch((word) -> padded.contains(" " + word + " "));
	}

	private static boolean startsWith(List<String> words, String key) {
		return words.stream().anyMatch((word) -> key.equals(word) || key.startsWith(word + " "));
	}

	private static List<String> keys(String name) {
		return WORDS.getOrDefault(name, List.of()).stream().map(Words::key).toList();
	}

}
