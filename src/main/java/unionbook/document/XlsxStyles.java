package unionbook.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;
import unionbook.document.UnreadableFile.Reason;

/** What the looks of a cell tell about its content: a day, or letters of an old font. */
final class XlsxStyles {

	private static final Style PLAIN = new Style(false, null, false);

	private static final int MOST = 65_536;

	private final Map<Integer, String> formats = new HashMap<>();

	private final List<String> fonts = new ArrayList<>();

	private final List<Style> styles = new ArrayList<>();

	private @Nullable LegacyText converted;

	static XlsxStyles none() {
		return new XlsxStyles();
	}

	static XlsxStyles read(Xml xml) throws XMLStreamException {
		XlsxStyles styles = new XlsxStyles();
		boolean used = false;
		for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
			switch (element) {
				case "cellXfs" -> used = true;
				case "cellStyleXfs", "cellStyles", "dxfs" -> used = false;
				case "numFmt" ->
					styles.formats.putIfAbsent(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
				case "font" -> styles.fonts.add("");
				case "name" -> styles.nameFont(xml.attribute("val"));
				case "xf" -> {
					if (used) {
						styles.add(number(xml.attribute("numFmtId")), number(xml.attribute("fontId")));
					}
				}
				default -> {
				}
			}
			if (styles.fonts.size() > MOST || styles.styles.size() > MOST || styles.formats.size() > MOST) {
				throw new UnreadableFile(Reason.DAMAGED);
			}
		}
		return styles;
	}

	/** The style of a cell by the number the cell gives; plain when there is none. */
	Style style(String index) {
		int number = index.isEmpty() ? 0 : number(index);
		return (number >= 0 && number < this.styles.size()) ? this.styles.get(number) : PLAIN;
	}

	/** The old encoding texts were converted from so far, empty when there was none. */
	String converted() {
		return (this.converted == null) ? "" : this.converted.name();
	}

	/** The text of a cell in Unicode, whatever its font. */
	String text(Style style, String raw) {
		LegacyText legacy = style.legacy;
		// what no byte can hold was typed in Unicode in spite of the font
		if (legacy == null || LegacyText.isUnicode(raw)) {
			return raw;
		}
		String unicode = legacy.toUnicode(raw);
		if (!unicode.equals(raw)) {
			this.converted = legacy;
		}
		return style.capitals ? unicode.toUpperCase(Locale.ROOT) : unicode;
	}

	private void nameFont(String name) {
		if (!this.fonts.isEmpty() && this.fonts.getLast().isEmpty()) {
			this.fonts.set(this.fonts.size() - 1, name);
		}
	}

	private void add(int format, int font) {
		String name = (font >= 0 && font < this.fonts.size()) ? this.fonts.get(font) : "";
		LegacyText legacy = LegacyText.ofFont(name);
		boolean capitals = legacy == LegacyText.TCVN3 && name.endsWith("H");
		boolean day = isDay(format, this.formats.getOrDefault(format, ""));
		this.styles.add((day || legacy != null) ? new Style(day, legacy, capitals) : PLAIN);
	}

	/**
	 * The built-in formats of days, East Asian ones too, and own ones with day or year.
	 */
	private static boolean isDay(int id, String pattern) {
		if (pattern.isEmpty()) {
			return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
		}
		String letters = pattern.toLowerCase(Locale.ROOT)
			.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^]]*]|general|am/pm|a/p", "");
		return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	/**
	 * What the looks of a cell tell.
	 *
	 * @param day whether a number in it is shown as a day
	 * @param legacy the encoding its font stands for, or null
	 * @param capitals whether the font shows small letters as capitals
	 */
	record Style(boolean day, @Nullable LegacyText legacy, boolean capitals) {
	}

}
