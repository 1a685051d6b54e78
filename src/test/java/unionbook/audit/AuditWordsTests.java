package unionbook.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is recorded can be read: every action and every field has its words. */
class AuditWordsTests {

	/** An action is named by its event or where the event is made. */
	private static final List<Pattern> ACTIONS = List
		.of(Pattern.compile("(?<!words\\.of\\(|getMessage\\()\"([a-z]+\\.[a-z-]+)\""));

	private static final Pattern EVENTS = Pattern
		.compile("publishEvent|AuditedEvent|AuditedBatch|MemberEvent|SignInEvent");

	private static final Pattern FIELDS = Pattern.compile(
			"(?:put\\((?:prefix \\+ )?|Map\\.of\\(|, )\"([a-z][a-zA-Z]+)\",\\s*(?:new Change|this\\.|party\\.|target\\.)");

	private final AuditWords words = new AuditWords(messages(), JsonMapper.builder().build());

	@AfterEach
	void forgetLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@ParameterizedTest
	@ValueSource(strings = { "vi", "en" })
	void everyActionHasItsWordsAndCanBeAskedFor(String language) {
		LocaleContextHolder.setLocale(Locale.of(language));
		Set<String> actions = found("", EVENTS, ACTIONS);
		assertThat(actions).contains("member.admitted", "pledge.cancelled", "account.signed-out", "access.denied")
			.hasSizeGreaterThan(20)
			.allSatisfy((action) -> {
				assertThat(this.words.action(action)).as("words of %s", action).isNotEqualTo(action);
				assertThat(AuditAction.of(action)).as("%s in the filter", action).containsExactly(action);
			});
		assertThat(AuditAction.GROUPS).allSatisfy((group) -> assertThat(actions).containsAll(group.actions()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vi", "en" })
	void everyFieldHasItsWords(String language) throws Exception {
		LocaleContextHolder.setLocale(Locale.of(language));
		Set<String> member = new TreeSet<>(Set.of("gender", "identityNumber", "unit", "leaveReason", "movement"));
		for (String type : List.of("Person", "Standing")) {
			for (RecordComponent part : Class.forName("unionbook.member." + type).getRecordComponents()) {
				member.add(part.getName());
			}
		}
		named("member", member);
		for (String type : List.of("UnitFacts", "UnitFounded", "UnitEnded")) {
			named("unit",
					found("unit/" + type, List.of(FIELDS, Pattern.compile("(?:fields|after)\\.put\\(\"(\\w+)\""))));
		}
		for (String type : List.of("PledgeText", "ResultText", "PledgeSigned", "PledgeEnded")) {
			named("pledge", found("emulation/" + type,
					List.of(FIELDS, Pattern.compile("values\\.put\\((?:prefix \\+ )?\"(\\w+)\""))));
		}
		named("audit", found("audit", List.of(FIELDS)));
		named("unit", found("roster/RosterExported", List.of(FIELDS)));
		named("unit", found("archive/UnitArchived", List.of(FIELDS)));
	}

	@Test
	void aResultIsToldPartByPart() {
		LocaleContextHolder.setLocale(Locale.of("vi"));
		assertThat(this.words.field("pledge", "target.2.YEAR.numerator")).isEqualTo("Chỉ tiêu 2 · cả năm · Tử số");
		assertThat(this.words.field("pledge", "party.1.signatoryName")).isEqualTo("Bên 1 · Người ký");
	}

	@Test
	void codesAndDaysAreToldAsPeopleWriteThem() {
		LocaleContextHolder.setLocale(Locale.of("vi"));
		assertThat(this.words.value("gender", "FEMALE")).isEqualTo("Nữ");
		assertThat(this.words.value("position", "TRUONG_PHONG")).isEqualTo("Trưởng phòng");
		assertThat(this.words.value("unionPosition", "CHU_TICH")).isEqualTo("Chủ tịch");
		assertThat(this.words.value("birthDate", "1990-02-05")).isEqualTo("05/02/1990");
		assertThat(this.words.value("target.1.kind", "PERCENT")).isNotEqualTo("PERCENT");
		assertThat(this.words.value("note", "ABC")).isEqualTo("ABC");
	}

	private void named(String kind, Set<String> fields) {
		assertThat(fields).isNotEmpty()
			.allSatisfy((field) -> assertThat(this.words.field(kind, field)).as("%s of %s", field, kind)
				.isNotEqualTo(field));
	}

	private static Set<String> found(String below, List<Pattern> patterns) {
		return found(below, Pattern.compile(""), patterns);
	}

	private static Set<String> found(String below, Pattern wanted, List<Pattern> patterns) {
		Set<String> keys = new TreeSet<>();
		Path root = Path.of("src/main/java/unionbook/" + below);
		try (Stream<Path> found = Files.exists(root) ? Files.walk(root)
				: Stream.of(Path.of("src/main/java/unionbook/" + below + ".java"))) {
			for (Path file : found.filter((path) -> path.toString().endsWith(".java")).toList()) {
				String source = Files.readString(file);
				for (Pattern pattern : wanted.matcher(source).find() ? patterns : List.<Pattern>of()) {
					Matcher matcher = pattern.matcher(source);
					while (matcher.find()) {
						keys.add(matcher.group(1));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return keys;
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		List<String> files = new ArrayList<>();
		for (String name : List.of("platform", "codes", "member", "unit", "emulation", "roster", "audit")) {
			files.add("i18n/" + name);
		}
		messages.setBasenames(files.toArray(String[]::new));
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
