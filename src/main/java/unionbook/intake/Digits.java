package unionbook.intake;

/** Digits of all widths as ASCII digits. */
final class Digits {

	private Digits() {
	}

	/** The same text with full-width digits and signs as plain ones. */
	static String ascii(String text) {
		StringBuilder plain = null;
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter >= '！' && letter <= '～') {
				plain = (plain == null) ? new StringBuilder(text) : plain;
				plain.setCharAt(i, (char) (letter - '！' + '!'));
			}
		}
		return (plain == null) ? text : plain.toString();
	}

}
