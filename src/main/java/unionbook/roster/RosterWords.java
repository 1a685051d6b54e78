package unionbook.roster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words of one answer in the reader's language; each code is looked up once. */
final class RosterWords {

	private final MessageSource messages;

	private final Locale locale;

	private final Map<String, Map<String, String>> codes = new HashMap<>();

	RosterWords(MessageSource messages, Locale locale) {
		this.messages = messages;
		this.locale = locale;
	}

	String of(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.locale);
	}

	String language() {
		return this.locale.getLanguage();
	}

	/**
	 * The word of a code.
	 * @param list the code list
	 * @param code the code, or null
	 * @return the word, the code itself when it has none, null for null
	 */
	@Nullable String code(String list, @Nullable String code) {
		if (code == null) {
			return null;
		}
		Map<String, String> words = this.codes.get(list);
		String word = (words == null) ? null : words.get(code);
		if (word == null) {
			word = String.valueOf(this.messages.getMessage("codes." + list + "." + code, null, code, this.locale));
			this.codes.computeIfAbsent(list, (name) -> new HashMap<>()).put(code, word);
		}
		return word;
	}

}
