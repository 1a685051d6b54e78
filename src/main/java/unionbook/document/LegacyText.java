package unionbook.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The encodings of the fonts before Unicode. Their text arrives as letters of
 * Windows-1252 that spell nothing until it is converted.
 */
public enum LegacyText {

	/** TCVN 5712:1993, fonts named .VnTime and the like. */
	TCVN3(".vn", "tcvn3.txt"),

	/** VNI Windows, fonts named VNI-Times and the like. */
	VNI("vni-", "vni.txt");

	/**
	 * Beyond Latin-1, yet one byte in Windows-1252; and the letter a keyboard gives for
	 * it.
	 */
	private static final String WINDOWS_SIGNS = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160"
			+ "\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
			+ "\u017e\u0178\u03bc";

	private final String fonts;

	private final Map<String, String> letters;

	private final int longest;

	LegacyText(String fonts, String table) {
		this.fonts = fonts;
		this.letters = table(table, (line) -> line.indexOf(' ', 1));
		this.longest = this.letters.keySet().stream().mapToInt(String::length).max().orElse(1);
	}

	/**
	 * Finds the encoding a font stands for.
	 * @param font the name of the font
	 * @return its encoding, or null for a font of Unicode
	 */
	static @Nullable LegacyText ofFont(String font) {
		String name = font.toLowerCase(Locale.ROOT);
		for (LegacyText legacy : values()) {
			if (name.startsWith(legacy.fonts)) {
				return legacy;
			}
		}
		return null;
	}

	/**
	 * Suspects text by itself: it spells no Vietnamese as it stands, and does once it is
	 * converted.
	 * @param text any text
	 * @return the encoding it seems to be in, or null
	 */
	public static @Nullable LegacyText suspect(String text) {
		if (Syllables.plain(text) || isUnicode(text) || Syllables.share(text) == 1) {
			return null;
		}
		for (LegacyText legacy : values()) {
			String converted = legacy.toUnicode(text);
			if (!converted.equals(text) && Syllables.share(converted) == 1) {
				return legacy;
			}
		}
		return null;
	}

	/**
	 * Whether text has letters no byte of an old font could stand for.
	 * @param text any text
	 * @return true if it cannot be converted
	 */
	static boolean isUnicode(String text) {
		return text.chars().anyMatch((letter) -> letter > 0xff && WINDOWS_SIGNS.indexOf(letter) < 0);
	}

	/**
	 * Converts text of this encoding.
	 * @param text letters of Windows-1252
	 * @return the text in Unicode, composed
	 */
	public String toUnicode(String text) {
		if (Syllables.plain(text)) {
			return text;
		}
		StringBuilder unicode = new StringBuilder(text.length());
		for (int i = 0; i < text.length();) {
			int length = Math.min(this.longest, text.length() - i);
			String known = this.letters.get(text.substring(i, i + length));
			while (known == null && length > 1) {
				length--;
				known = this.letters.get(text.substring(i, i + length));
			}
			unicode.append((known != null) ? known : text.charAt(i));
			i += length;
		}
		return unicode.toString();
	}

	/** Reads a table of this module's resources: key, blank, value. */
	static Map<String, String> table(String name, Function<String, Integer> blank) {
		Map<String, String> table = new HashMap<>();
		try (InputStream in = LegacyText.class.getResourceAsStream("/document/" + name)) {
			if (in == null) {
				throw new IllegalStateException("No table " + name);
			}
			new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.startsWith("#") && !line.isEmpty())
				.forEach((line) -> table.put(line.substring(0, blank.apply(line)),
						line.substring(blank.apply(line) + 1)));
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
