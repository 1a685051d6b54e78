package unionbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

import unionbook.shared.VietnameseText;

/** The words of lists this module knows, kept as data. */
final class Words {

	private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

	private Words() {
	}

	/** The words of a resource, in the order of its keys. */
	static Map<String, List<String>> of(String resource) {
		Properties properties = new Properties();
		try (InputStream in = Words.class.getResourceAsStream("/intake/" + resource)) {
			if (in == null) {
				throw new IllegalStateException("No words " + resource);
			}
			properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, List<String>> words = new TreeMap<>();
		properties.stringPropertyNames()
			.forEach((key) -> words.put(key, Arrays.asList(properties.getProperty(key).split("\\|"))));
		return words;
	}

	/** What words are compared by: no accents, no punctuation, small letters. */
	static String key(String text) {
		String folded = VietnameseText.fold(text);
		for (int i = 0; i < folded.length(); i++) {
			char letter = folded.charAt(i);
			if (letter != ' ' && (letter < '0' || letter > '9') && (letter < 'a' || letter > 'z')) {
				return NO_WORD.matcher(folded).replaceAll(" ").strip();
			}
		}
		return folded;
	}

}
