package unionbook.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import unionbook.platform.Codes;

/** The words of the code lists in both languages, as lists may write them. */
@Component
class ImportLabels {

	private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

	private final Codes codes;

	private final MessageSource messages;

	ImportLabels(Codes codes, MessageSource messages) {
		this.codes = codes;
		this.messages = messages;
	}

	/** Finds codes by their words. */
	CodeLabels codes() {
		Map<String, Map<String, List<String>>> lists = new LinkedHashMap<>();
		for (Field field : Field.values()) {
			if (!field.codes().isEmpty()) {
				Map<String, List<String>> words = new LinkedHashMap<>();
				this.codes.list(field.codes()).forEach((code) -> words.put(code, words(field.codes(), code)));
				lists.put(field.codes(), words);
			}
		}
		return new CodeLabels(lists);
	}

	private List<String> words(String list, String code) {
		return LANGUAGES.stream()
			.map((language) -> this.messages.getMessage("codes." + list + "." + code, null, code, language))
			.distinct()
			.toList();
	}

}
