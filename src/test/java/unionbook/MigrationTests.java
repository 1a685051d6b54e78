package unionbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationTests {

	private static final String AFTER_EACH = "afterMigrate__grants.sql";

	/** What would open the wall again, with the words that say so. */
	private static final List<Pattern> FORBIDDEN = List.of(Pattern.compile("grant\\b[^;]*\\btruncate\\b"),
			Pattern.compile("grant\\s+all\\b"), Pattern.compile("\\bsecurity\\s+definer\\b"),
			Pattern.compile("disable\\s+row\\s+level\\s+security"), Pattern.compile("\\bbypassrls\\b"));

	@Test
	void filesAreNamedByNumberAndSubject() throws IOException {
		for (Resource file : files()) {
			assertThat(file.getFilename()).matches("V\\d{3}__[a-z0-9_]+\\.sql|" + AFTER_EACH);
		}
	}

	@Test
	void noMigrationOpensTheWall() throws IOException {
		for (Resource file : files()) {
			String sql = file.getContentAsString(StandardCharsets.UTF_8).toLowerCase().replaceAll("--[^\n]*", "");
			for (Pattern forbidden : FORBIDDEN) {
				assertThat(forbidden.matcher(sql).find()).as(file.getFilename() + " says " + forbidden).isFalse();
			}
		}
	}

	@Test
	void theOwnerMigratesAnEmptyDatabaseOnceAndForAll() throws IOException {
		TestDatabase database = TestDatabase.empty();

		MigrateResult first = database.flyway().migrate();
		MigrateResult second = database.flyway().migrate();

		assertThat(first.success).isTrue();
		assertThat(first.migrationsExecuted).isEqualTo(versions().size());
		assertThat(second.success).isTrue();
		assertThat(second.migrationsExecuted).isZero();
	}

	private static List<Resource> files() throws IOException {
		List<Resource> files = List
			.of(new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*"));
		assertThat(files).isNotEmpty();
		return files;
	}

	private static List<Resource> versions() throws IOException {
		List<Resource> versions = new ArrayList<>(files());
		versions.removeIf((file) -> Objects.equals(file.getFilename(), AFTER_EACH));
		return versions;
	}

}
