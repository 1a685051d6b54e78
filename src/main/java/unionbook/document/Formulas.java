package unionbook.document;

/** Keeps text from being run as a formula by the program that opens an export. */
final class Formulas {

	private static final String STARTS = "=+-@|\t\r\n\0＝＋－＠｜";

	private Formulas() {
	}

	/**
	 * Puts an apostrophe before text that a spreadsheet program could take for a formula.
	 * Text that already has apostrophes there gets one more, so that taking one away
	 * always gives back the original.
	 */
	static String neutralise(String text) {
		return looksLikeOne(text) ? "'" + text : text;
	}

	/** Gives back what {@link #neutralise} was given. */
	static String restore(String text) {
		return (text.startsWith("'") && looksLikeOne(text)) ? text.substring(1) : text;
	}

	private static boolean looksLikeOne(String text) {
		int first = 0;
		while (first < text.length() && text.charAt(first) == '\'') {
			first++;
		}
		return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
	}

}
