package unionbook.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import unionbook.document.LegacyText;
import unionbook.shared.VietnameseText;

/** Knows what columns are called. */
final class Headings {

	private static final Pattern REMARK = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

	private static final Map<String, Field> BY_KEY = new HashMap<>();

	/** Of men and women, told from other headings by their accents only. */
	private static final Map<String, Field> EXACT = new HashMap<>();

	static {
		Words.of("headings.properties").forEach((name, aliases) -> {
			Field field = Field.valueOf(name);
			for (String alias : aliases) {
				if (field.kind() == Field.Kind.SPLIT) {
					EXACT.put(alias, field);
				}
				else {
					BY_KEY.put(Words.key(alias), field);
				}
			}
		});
	}

	private Headings() {
	}

	/**
	 * What a column is, by its heading and the one above that spans it.
	 * @param upper the heading above, possibly empty
	 * @param lower the heading itself
	 */
	static @Nullable Field of(String upper, String lower) {
		Field field = of(upper + " " + lower);
		return (field != null || upper.isEmpty()) ? field : of(lower);
	}

	/** What a heading stands for, or null; also when it is written in an old font. */
	static @Nullable Field of(String heading) {
		Field field = known(heading);
		for (LegacyText legacy : (field == null) ? List.of(LegacyText.values()) : List.<LegacyText>of()) {
			field = (field == null) ? known(legacy.toUnicode(heading)) : field;
		}
		return field;
	}

	/** Whether a heading stands above names or a part of them. */
	static boolean isOfNames(String heading) {
		Field field = of(heading);
		return field != null && field.kind() == Field.Kind.NAME;
	}

	/** Whether a line repeats the heading of the names where the names are. */
	static boolean repeats(String key) {
		return BY_KEY.get(key) == Field.FULL_NAME;
	}

	private static @Nullable Field known(String heading) {
		String clean = VietnameseText.normalize(REMARK.matcher(heading).replaceAll(" "));
		Field exact = EXACT.get(clean.toLowerCase(Locale.ROOT));
		if (exact != null) {
			return exact;
		}
		Field field = BY_KEY.get(Words.key(clean));
		return (field != null) ? field : BY_KEY.get(Words.key(heading));
	}

}
