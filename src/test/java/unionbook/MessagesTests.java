package unionbook;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Words stand in the message files, in both languages, each of them used. */
class MessagesTests {

	private static final Path FILES = Path.of("src/main/resources/i18n");

	/**
	 * Keys made at run time from a code: everything with such a beginning counts as used.
	 */
	private static final List<String> COMPOSED = List.of("codes.", "typeMismatch", "jakarta.");

	private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{\\s*([a-zA-Z][\\w.-]*)");

	@Test
	void bothLanguagesHaveTheSameKeys() {
		bases()
			.forEach((base) -> assertThat(read(base).keySet()).as("%s", base).isEqualTo(read(english(base)).keySet()));
	}

	@Test
	void everyFileOfWordsIsLoaded() throws IOException {
		String settings = Files.readString(Path.of("src/main/resources/application.yaml"));

		assertThat(bases()).allSatisfy((base) -> assertThat(settings)
			.contains("i18n/" + base.getFileName().toString().replace(".properties", "")));
	}

	@Test
	void everyKeyOfATemplateHasItsWords() {
		Set<String> known = words().keySet();
		Set<String> missing = new TreeSet<>();
		templates().forEach((path, text) -> {
			Matcher keys = KEY_IN_TEMPLATE.matcher(text);
			while (keys.find()) {
				String key = keys.group(1);
				boolean composed = key.endsWith(".") || text.substring(keys.end()).startsWith("__");
				if (!composed && !known.contains(key)) {
					missing.add(path + ": " + key);
				}
			}
		});
		assertThat(missing).isEmpty();
	}

	@Test
	void everyWordIsUsed() {
		String everything = Stream.concat(templates().values().stream(), sources()).collect(Collectors.joining("\n"));
		Set<String> unused = words().keySet()
			.stream()
			.filter((key) -> COMPOSED.stream().noneMatch(key::startsWith))
			// the hint of a field is found by the name of its label
			.filter((key) -> !used(key.replaceFirst("\\.hint$", ""), everything))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(unused).isEmpty();
	}

	/**
	 * A key counts as used when it is written out, or when a key ending in the part
	 * before a dot is put together.
	 */
	private static boolean used(String key, String everything) {
		if (everything.contains(key)) {
			return true;
		}
		for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
			String beginning = key.substring(0, dot + 1);
			if (everything.contains(beginning + "'") || everything.contains(beginning + "\"")
					|| everything.contains(beginning + "__") || everything.contains(beginning + "${")) {
				return beginning.chars().filter((c) -> c == '.').count() >= 2;
			}
		}
		return false;
	}

	@Test
	void everySentenceCanBeFormatted() {
		words().forEach((key, value) -> {
			assertThat(Normalizer.isNormalized(value, Normalizer.Form.NFC)).as(key).isTrue();
			assertThat(value).as(key).doesNotContain("Uỷ").doesNotContain("uỷ");
			if (value.contains("{0}")) {
				String sample = new MessageFormat(value, Locale.of("vi")).format(new Object[] { 1, 2, 3, 4, 5, 6 });
				assertThat(sample).as(key).doesNotContain("{");
			}
		});
	}

	@Test
	void templatesAndCodeHoldNoVietnameseWords() {
		Pattern vietnamese = Pattern.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
		Map<String, String> offenders = new TreeMap<>();
		templates().forEach((path, text) -> {
			Matcher word = vietnamese.matcher(text.replaceAll("(?s)<!--.*?-->", ""));
			if (word.find()) {
				offenders.put(path.toString(),
						text.substring(word.start(), Math.min(text.length(), word.start() + 20)));
			}
		});
		javaFiles("src/main/java").forEach((path) -> {
			String code = string(path).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "").replaceAll("'.'", "");
			Matcher words = Pattern.compile("\"([^\"]*" + vietnamese.pattern() + "[^\"]{2,})\"").matcher(code);
			if (words.find()) {
				offenders.put(path.toString(), words.group());
			}
		});
		assertThat(offenders).isEmpty();
	}

	private static Map<String, String> words() {
		Map<String, String> words = new TreeMap<>();
		bases().forEach((base) -> words.putAll(read(base)));
		return words;
	}

	private static List<Path> bases() {
		try (Stream<Path> files = Files.list(FILES)) {
			return files.filter((file) -> !file.toString().endsWith("_en.properties")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path english(Path base) {
		return base.resolveSibling(base.getFileName().toString().replace(".properties", "_en.properties"));
	}

	private static Map<String, String> read(Path file) {
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			Map<String, String> words = new TreeMap<>();
			properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
			return words;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<Path, String> templates() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			return files.filter(Files::isRegularFile)
				.collect(Collectors.toMap((path) -> path, MessagesTests::string, (a, b) -> a, TreeMap::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> sources() {
		return Stream.concat(javaFiles("src/main/java").stream(), javaFiles("src/demo/java").stream())
			.map(MessagesTests::string);
	}

	private static List<Path> javaFiles(String root) {
		try (Stream<Path> files = Files.walk(Path.of(root))) {
			return files.filter((path) -> path.toString().endsWith(".java")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String string(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
