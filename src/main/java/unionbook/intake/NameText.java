package unionbook.intake;

import org.jspecify.annotations.Nullable;
import unionbook.document.LegacyText;
import unionbook.shared.VietnameseText;

/** Reads words, and finds those still in an encoding from before Unicode. */
final class NameText {

	private NameText() {
	}

	/** Text of any cell: cleaned, and converted where it spells nothing as it stands. */
	static Reading text(String raw) {
		LegacyText legacy = LegacyText.suspect(raw);
		String clean = VietnameseText.normalize((legacy == null) ? raw : legacy.toUnicode(raw));
		return converted(legacy, raw, clean);
	}

	/**
	 * A name.
	 * @param raw the name as it stands in the list
	 * @param oldFonts whether it comes from fonts without accented capitals, where small
	 * letters had to stand in for them
	 */
	static Reading of(String raw, boolean oldFonts) {
		LegacyText legacy = LegacyText.suspect(raw);
		String clean = VietnameseText.normalize((legacy == null) ? raw : legacy.toUnicode(raw));
		return converted(legacy, raw, (oldFonts || legacy == LegacyText.TCVN3) ? capitalised(clean) : clean);
	}

	private static String capitalised(String name) {
		StringBuilder capitalised = new StringBuilder(name);
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) > 0x7f && (i == 0 || name.charAt(i - 1) == ' ')) {
				capitalised.setCharAt(i, Character.toUpperCase(name.charAt(i)));
			}
		}
		return capitalised.toString();
	}

	private static Reading converted(@Nullable LegacyText legacy, String raw, String clean) {
		return (legacy == null) ? Reading.of(clean) : Reading.mended(clean, "intake.problem.text.legacy",
				VietnameseText.normalize(raw), clean, legacy.name());
	}

}
