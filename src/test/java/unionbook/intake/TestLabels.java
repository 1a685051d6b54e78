package unionbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The code lists as the message files name them, without a database. */
final class TestLabels {

	private TestLabels() {
	}

	static CodeLabels all() {
		Map<String, Map<String, List<String>>> labels = new HashMap<>();
		for (String file : List.of("codes.properties", "codes_en.properties")) {
			Properties words = new Properties();
			try (InputStream in = TestLabels.class.getResourceAsStream("/i18n/" + file)) {
				words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			words.forEach((key, word) -> {
				String[] parts = key.toString().split("\\.");
				labels.computeIfAbsent(parts[1], (list) -> new HashMap<>())
					.computeIfAbsent(parts[2], (code) -> new ArrayList<>())
					.add(word.toString());
			});
		}
		return new CodeLabels(labels);
	}

}
