package unionbook.roster;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.HostileCase;
import unionbook.TestDatabase;
import unionbook.platform.Codes;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** People are found with and without accents, by the beginnings of words. */
@RosterTest
class RosterSearchTests {

	@Autowired
	private Rosters rosters;

	@Autowired
	private Codes codes;

	private final RosterExamples examples;

	private UnitId unit = UnitId.next();

	RosterSearchTests(@Autowired TestDatabase database) {
		this.examples = new RosterExamples(database);
	}

	@BeforeEach
	void found() {
		UnitId ministry = this.examples.ministry("Công đoàn Bộ");
		this.unit = this.examples.unit("Công đoàn cơ sở", ministry);
		for (String name : List.of("Lê Thị Hương", "Lê Thị Hường", "Trần Thu Hưởng", "Đặng Minh Đức", "Dang Van Thu",
				"Nguyễn Thị Thu", "Nguyễn Thu Thảo", "Trần Văn 50%_A", "Y-Bloc Êban", "Trần Thị Hoà")) {
			this.examples.enrol(this.unit, RosterExamples.person(name));
		}
	}

	@HostileCase("ROS-06")
	@ParameterizedTest
	@ValueSource(strings = { "huong", "HUONG", "hương", "HƯƠNG", " Hương ", "huon" })
	void allWaysOfTypingFindTheSamePeople(String q) {
		assertThat(found(q)).containsExactlyInAnyOrder("Lê Thị Hương", "Lê Thị Hường", "Trần Thu Hưởng");
		assertThat(found(Normalizer.normalize(q, Normalizer.Form.NFD))).isEqualTo(found(q));
		assertThat(found(q.toUpperCase(Locale.ROOT))).isEqualTo(found(q));
	}

	@Test
	void whoTypesAccentsSeesExactHitsFirst() {
		assertThat(found("hưởng")).first().isEqualTo("Trần Thu Hưởng");
		assertThat(found("huong")).containsExactly("Lê Thị Hương", "Lê Thị Hường", "Trần Thu Hưởng");
		assertThat(found("hường")).containsExactly("Lê Thị Hường", "Lê Thị Hương", "Trần Thu Hưởng");
	}

	@Test
	void exactHitsStayFirstAcrossPages() {
		for (int i = 0; i < 15; i++) {
			this.examples.enrol(this.unit, RosterExamples.person("Bùi Thị Hường"),
					RosterExamples.person("An Thị Hương"));
		}

		List<String> found = names("q", "Hường", "size", "10");

		assertThat(found).hasSize(33);
		assertThat(found.subList(0, 16)).allMatch((name) -> name.endsWith("Hường"));
		assertThat(found.subList(16, 33)).noneMatch((name) -> name.endsWith("Hường"));
	}

	@ParameterizedTest
	@CsvSource({ "dang, 2", "đặng, 2", "Đang, 2", "thu nguyen, 2", "nguyen thu, 2", "thu thao, 1", "guyen, 0", "50%, 1",
			"%, 0", "_, 0", "5_%, 0", "\\, 0", "y bloc, 1", "y-bloc, 1", "eban, 1", "hoà, 1", "hòa, 1", "'''', 10" })
	void wordsBeginWordsAndMeanWhatTheyAre(String q, int people) {
		assertThat(found(q)).hasSize(people);
	}

	@Test
	void noWordOpensASecondQuestion() {
		assertThat(found("x' or '1'='1")).isEmpty();
		assertThat(found("nguyen:day")).isEmpty();
		assertThatThrownBy(() -> RosterExamples.asked(this.codes, "q", "a".repeat(101)))
			.isInstanceOf(RosterQuery.Unreadable.class)
			.hasMessage("q");
	}

	@Test
	void invisibleLettersAreNotSearchedFor() {
		assertThat(found("\u202ehu\u200bong\u0000")).hasSize(3);
		assertThat(found("\ud800")).hasSize(10);
	}

	private List<String> found(String q) {
		return names("q", q);
	}

	private List<String> names(String... asked) {
		return RosterExamples.as(Role.UNIT_OFFICER, this.unit,
				() -> RosterExamples.names(this.rosters, this.unit, RosterExamples.asked(this.codes, asked)));
	}

}
