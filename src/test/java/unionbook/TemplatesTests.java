package unionbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Templates stay short, hold keys and no words, and need no script or style of their own.
 */
class TemplatesTests {

	private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

	@Test
	void noTemplateIsLongerThanOneHundredAndTwentyLines() {
		assertThat(templates())
			.allSatisfy((path, text) -> assertThat(text.lines().count()).as("%s", path).isLessThan(121));
	}

	@Test
	void noTemplateHoldsLiteralWords() {
		Map<Path, Set<String>> offenders = new TreeMap<>();
		templates().forEach((path, text) -> {
			Document page = Jsoup.parse(text);
			for (Element element : page.getAllElements()) {
				if (element.hasAttr("th:text") || element.hasAttr("th:replace") || element.hasAttr("th:remove")) {
					continue;
				}
				if (element.hasAttr("hreflang")) {
					// a language is named in itself
					continue;
				}
				for (TextNode node : element.textNodes()) {
					Matcher letters = LETTERS.matcher(node.text().replaceAll("\\[\\[.*?]]", ""));
					if (letters.find()) {
						offenders.computeIfAbsent(path, (p) -> new TreeSet<>()).add(node.text().strip());
					}
				}
			}
		});
		assertThat(offenders).isEmpty();
	}

	@Test
	void noTemplateNeedsWhatTheContentSecurityPolicyForbids() {
		assertThat(templates()).allSatisfy((path, text) -> {
			assertThat(text).as("%s", path).doesNotContainPattern("\\s(th:)?style=");
			assertThat(text).as("%s", path).doesNotContainPattern("\\s(th:)?on[a-z]+=");
			assertThat(text).as("%s", path).doesNotContain("hx-on").doesNotContain("js:");
			assertThat(text).as("%s", path).doesNotContain("th:utext").doesNotContain("[(");
			assertThat(text).as("%s", path).doesNotContain("<style");
		});
	}

	@Test
	void everyFormThatChangesSomethingSendsToAThymeleafAction() {
		assertThat(templates()).allSatisfy((path, text) -> {
			Matcher forms = Pattern.compile("<form[^>]*method=\"post\"[^>]*>", Pattern.CASE_INSENSITIVE).matcher(text);
			while (forms.find()) {
				assertThat(forms.group()).as("%s: the hidden token needs th:action", path).contains("th:action");
			}
		});
	}

	private static Map<Path, String> templates() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
			Map<Path, String> templates = new TreeMap<>();
			List<Path> found = files.filter(Files::isRegularFile).toList();
			for (Path file : found) {
				templates.put(file, Files.readString(file));
			}
			return templates;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
