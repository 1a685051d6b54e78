package unionbook.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings Vietnamese text into one form: for storing, for searching without accents, for
 * sorting.
 */
public final class VietnameseText {

	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u202a-\\u202e"
				+ "\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern NO_KEY = Pattern.compile("[-'’ʼ.]");

	/**
	 * A tone on the second vowel of an open oa, oe, uy: the newer style of writing it.
	 */
	private static final Pattern NEWER_TONE = Pattern
		.compile("(?<!q)(o(?=[ae])|u(?=y))([aey])([\\u0300\\u0301\\u0303\\u0309\\u0323])(?![\\p{L}\\p{M}])");

	/** Behind the last composed letter of Vietnamese. */
	private static final int LETTERS = '\u1efa';

	/** What each letter of nearly all texts folds to, asked of the long way once. */
	private static final String[] FOLDED = new String[LETTERS];

	static {
		for (char letter = 0; letter < LETTERS; letter++) {
			if (isPlain(letter)) {
				FOLDED[letter] = NO_KEY.matcher(String.valueOf(letter)).matches() ? " "
						: foldSlowly(String.valueOf(letter));
			}
		}
	}

	private VietnameseText() {
	}

	/**
	 * One line of text as it is stored: composed (NFC), without control, invisible and
	 * direction characters, blanks squeezed and trimmed.
	 * @param text any text
	 * @return the clean text, possibly empty
	 */
	public static String normalize(String text) {
		if (isNormal(text)) {
			return text;
		}
		String spaced = BLANKS.matcher(text).replaceAll(" ");
		String visible = INVISIBLE.matcher(spaced).replaceAll("");
		return BLANKS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC)).replaceAll(" ").strip();
	}

	/**
	 * Whether text is made of single blanks, ASCII and composed Latin letters only, as
	 * nearly all of it is; what else there may be is left to the long way.
	 */
	private static boolean isNormal(String text) {
		char before = ' ';
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (!isPlain(letter) && (letter != ' ' || before == ' ')) {
				return false;
			}
			before = letter;
		}
		return before != ' ' || text.isEmpty();
	}

	private static boolean isPlain(char letter) {
		return (letter > ' ' && letter <= '~') || (letter >= '\u00c0' && letter <= '\u024f')
				|| (letter >= '\u1ea0' && letter <= '\u1ef9');
	}

	/**
	 * Several lines of text as they are stored.
	 * @param text any text
	 * @return the clean text with its line breaks as single line feeds
	 */
	public static String normalizeLines(String text) {
		return text.lines().map(VietnameseText::normalize).reduce((a, b) -> a + "\n" + b).orElse("").strip();
	}

	/**
	 * The key a search compares: lower case, no marks, đ as d, no hyphens or apostrophes,
	 * single blanks.
	 * @param text any text
	 * @return the folded text
	 */
	public static String fold(String text) {
		if (!isNormal(text)) {
			return foldSlowly(text);
		}
		StringBuilder folded = new StringBuilder(text.length());
		boolean blank = false;
		for (int i = 0; i < text.length(); i++) {
			String letters = (text.charAt(i) == ' ') ? " " : FOLDED[text.charAt(i)];
			if (letters.equals(" ")) {
				blank = !folded.isEmpty();
				continue;
			}
			if (blank) {
				folded.append(' ');
				blank = false;
			}
			folded.append(letters);
		}
		return folded.toString();
	}

	private static String foldSlowly(String text) {
		String decomposed = Normalizer.normalize(normalize(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
		String plain = MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
		return BLANKS.matcher(NO_KEY.matcher(plain).replaceAll(" ")).replaceAll(" ").strip();
	}

	/**
	 * The form names are sorted by: lower case, tones of oa, oe and uy on the first vowel
	 * (hòa, not hoà), so that both ways of writing one name stand together.
	 * @param text a name
	 * @return the sort form, composed
	 */
	public static String sortForm(String text) {
		if (isNormal(text) && !hasOpenPair(text)) {
			return text.toLowerCase(Locale.ROOT);
		}
		String decomposed = Normalizer.normalize(normalize(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
		return Normalizer.normalize(NEWER_TONE.matcher(decomposed).replaceAll("$1$3$2"), Normalizer.Form.NFC);
	}

	/** Whether two vowels stand side by side of which either could carry the tone. */
	private static boolean hasOpenPair(String text) {
		String before = "";
		for (int i = 0; i < text.length(); i++) {
			String letter = (text.charAt(i) == ' ') ? " " : FOLDED[text.charAt(i)];
			if (before.equals("o") && (letter.equals("a") || letter.equals("e"))
					|| before.equals("u") && letter.equals("y")) {
				return true;
			}
			before = letter;
		}
		return false;
	}

}
