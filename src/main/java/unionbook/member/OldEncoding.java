package unionbook.member;

import java.util.regex.Pattern;

/**
 * Tells text of the fonts before Unicode, TCVN3 and VNI, that was pasted as it stood: it
 * looks like letters but spells nobody's name.
 */
final class OldEncoding {

	/**
	 * Letters and signs of Latin-1 that Vietnamese does not use: TCVN3 puts its letters
	 * there.
	 */
	private static final Pattern TCVN3 = Pattern
		.compile("[\\u00a1-\\u00bf\\u00c4-\\u00c7\\u00cb\\u00ce-\\u00d1\\u00d6-\\u00d8\\u00db\\u00dc\\u00de\\u00df"
				+ "\\u00e4-\\u00e7\\u00eb\\u00ee-\\u00f1\\u00f6-\\u00f8\\u00fb\\u00fc\\u00fe\\u00ff]");

	/**
	 * VNI writes the mark as a letter of its own behind the vowel, where Vietnamese has
	 * no second vowel.
	 */
	private static final Pattern VNI = Pattern
		.compile("[aeAE][\\u00c0-\\u00fd]|[oO][\\u00e2\\u00fa\\u00f9\\u00c2\\u00da\\u00d9]");

	private OldEncoding() {
	}

	static boolean suspected(String text) {
		return TCVN3.matcher(text).find() || VNI.matcher(text).find();
	}

}
