package unionbook.document;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether text can be Vietnamese by the way its syllables are built, to see which
 * encoding it is in.
 */
final class Syllables {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

	private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

	private static final Set<String> ONSETS;

	private static final Set<String> RIMES;

	static {
		Map<String, String> table = LegacyText.table("syllables.txt", (line) -> line.indexOf(' '));
		ONSETS = new HashSet<>(List.of(table.getOrDefault("onsets", "").split(" ")));
		ONSETS.add("");
		RIMES = Set.of(table.getOrDefault("rimes", "").split(" "));
	}

	private Syllables() {
	}

	/** Whether text has ASCII letters only, the same in every encoding. */
	static boolean plain(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 0x7f) {
				return false;
			}
		}
		return true;
	}

	/**
	 * How much of a text can be Vietnamese.
	 * @param text any text
	 * @return the share of possible syllables among the words beyond ASCII, 0 to 1; 0
	 * when there are signs beyond ASCII and no such word
	 */
	static double share(String text) {
		int words = 0;
		int possible = 0;
		String composed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
		Matcher word = WORD.matcher(composed);
		int strange = strangeSigns(composed);
		while (word.find()) {
			if (!plain(word.group())) {
				words++;
				possible += possible(word.group()) ? 1 : 0;
			}
		}
		return (words + strange == 0) ? 0 : (double) possible / (words + strange);
	}

	/** Signs of Latin-1 in the middle of words, where the old fonts put letters. */
	private static int strangeSigns(String text) {
		int strange = 0;
		for (int i = 0; i < text.length(); i++) {
			char sign = text.charAt(i);
			boolean beside = (i > 0 && Character.isLetter(text.charAt(i - 1)))
					|| (i + 1 < text.length() && Character.isLetter(text.charAt(i + 1)));
			if (sign > 0x7f && sign <= 0xff && !Character.isLetter(sign) && !Character.isSpaceChar(sign) && beside) {
				strange++;
			}
		}
		return strange;
	}

	private static boolean possible(String word) {
		String toneless = Normalizer.normalize(
				TONES.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC);
		for (int onset = Math.min(3, toneless.length()); onset >= 0; onset--) {
			if (ONSETS.contains(toneless.substring(0, onset)) && RIMES.contains(toneless.substring(onset))) {
				return true;
			}
		}
		return false;
	}

}
