package unionbook.intake;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Finds the code a word of a list stands for. */
final class CodeLabels {

	/**
	 * Takes the words of all lists.
	 * @param labels the words in all languages, by list and code
	 */
	CodeLabels(Map<String, Map<String, List<String>>> labels) {
	}

	/** The code of a word, or null when no code is called like that. */
	@Nullable String code(String list, String word) {
		return null;
	}

	/** The words most like an unknown one, at most three, nearest first. */
	List<String> nearest(String list, String word) {
		return List.of();
	}

}
