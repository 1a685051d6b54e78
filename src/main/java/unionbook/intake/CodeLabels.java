package unionbook.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.shared.VietnameseText;

/** Finds the code a word of a list stands for. */
final class CodeLabels {

	private static final String AMBIGUOUS = "";

	private static final Map<String, List<String>> ALIASES = Words.of("aliases.properties");

	private final Map<String, Map<String, List<String>>> labels;

	private final Map<String, Map<String, String>> codes = new HashMap<>();

	/**
	 * Takes the words of all lists.
	 * @param labels the words in all languages, the reader's first, by list and code
	 */
	CodeLabels(Map<String, Map<String, List<String>>> labels) {
		this.labels = labels;
		labels.forEach((list, words) -> {
			Map<String, String> byWord = this.codes.computeIfAbsent(list, (name) -> new HashMap<>());
			words.forEach((code, own) -> own.forEach((word) -> put(byWord, word, code)));
			words.keySet()
				.forEach((code) -> ALIASES.getOrDefault(list + "." + code, List.of())
					.forEach((word) -> put(byWord, word, code)));
		});
	}

	/** The code of a word, or null when no code is called like that. */
	@Nullable String code(String list, String word) {
		Map<String, String> byWord = this.codes.getOrDefault(list, Map.of());
		String code = byWord.get(exact(word));
		code = (code == null) ? byWord.get(Words.key(word)) : code;
		return AMBIGUOUS.equals(code) ? null : code;
	}

	/** The words most like an unknown one, at most three, nearest first. */
	List<String> nearest(String list, String word) {
		String key = Words.key(word);
		return this.labels.getOrDefault(list, Map.of())
			.values()
			.stream()
			.filter((words) -> !words.isEmpty())
			.map((words) -> new Near(words.getFirst(), distance(key, Words.key(words.getFirst()))))
			.filter((near) -> near.distance * 2 <= Math.max(4, key.length()))
			.sorted(Comparator.comparingInt(Near::distance))
			.limit(3)
			.map(Near::word)
			.toList();
	}

	/**
	 * A word two codes share without accents counts for neither unless written exactly.
	 */
	private static void put(Map<String, String> byWord, String word, String code) {
		String key = Words.key(word);
		byWord.merge(key, code, (known, other) -> known.equals(other) ? known : AMBIGUOUS);
		if (!exact(word).equals(key)) {
			byWord.put(exact(word), code);
		}
	}

	private static String exact(String word) {
		return VietnameseText.normalize(word).toLowerCase(Locale.ROOT);
	}

	/**
	 * How many letters are to be changed, added or left out to get from one to the other.
	 */
	private static int distance(String from, String to) {
		int[] row = new int[to.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= Math.min(from.length(), 100); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int changed = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[to.length()];
	}

	private record Near(String word, int distance) {
	}

}
