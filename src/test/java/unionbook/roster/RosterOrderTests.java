package unionbook.roster;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.TestDatabase;
import unionbook.platform.Codes;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists run by given name, then surname, then middle words, in the Vietnamese alphabet.
 */
@RosterTest
class RosterOrderTests {

	/** The 17 given names that go wrong in other orders. */
	private static final List<String> GIVEN = List.of("An", "Anh", "Ánh", "Ăn", "Ân", "Bình", "Dung", "Dũng", "Đào",
			"Đạt", "Đức", "Oanh", "Ôn", "Ơn", "Uyên", "Ước", "Yến");

	@Autowired
	private Rosters rosters;

	@Autowired
	private Codes codes;

	private final RosterExamples examples;

	private UnitId unit = UnitId.next();

	RosterOrderTests(@Autowired TestDatabase database) {
		this.examples = new RosterExamples(database);
	}

	@BeforeEach
	void found() {
		this.unit = this.examples.ministry("Công đoàn Bộ");
	}

	@Test
	void seventeenGivenNamesStandInVietnameseOrder() {
		enrolShuffled(GIVEN.stream().map((given) -> "Trần Văn " + given).toArray(String[]::new));

		assertThat(names("sort", "name"))
			.containsExactlyElementsOf(GIVEN.stream().map((g) -> "Trần Văn " + g).toList());
		assertThat(names("dir", "desc"))
			.containsExactlyElementsOf(GIVEN.reversed().stream().map((g) -> "Trần Văn " + g).toList());
	}

	@Test
	void theGivenNameGoesBeforeTheSurname() {
		enrolShuffled("Nguyễn Thị Ánh", "Trần Văn An", "Lê Đức Anh", "Phạm Thu Đào", "Vũ Thị Dung");

		assertThat(names()).containsExactly("Trần Văn An", "Lê Đức Anh", "Nguyễn Thị Ánh", "Vũ Thị Dung",
				"Phạm Thu Đào");
	}

	@Test
	void equalGivenNamesGoBySurnameThenMiddleWords() {
		enrolShuffled("Trần Văn Anh", "Đỗ Văn Anh", "Trần Anh", "Đỗ Thị Anh", "Dương Bảo Anh", "Trần Ánh An");

		assertThat(names()).containsExactly("Trần Ánh An", "Dương Bảo Anh", "Đỗ Thị Anh", "Đỗ Văn Anh", "Trần Anh",
				"Trần Văn Anh");
	}

	@Test
	void bothWaysOfWritingAToneStandTogether() {
		enrolShuffled("Lê Thị Hòa", "Bùi Thị Hoà", "Võ Thị Hoà", "Lê Thị Hoa", "An Thị Hoàng");

		assertThat(names()).containsExactly("Lê Thị Hoa", "Bùi Thị Hoà", "Lê Thị Hòa", "Võ Thị Hoà", "An Thị Hoàng");
	}

	@Test
	void otherOrdersKeepTheNamesInOrderInsideThem() {
		this.examples.enrol(this.unit,
				RosterExamples.person("Lê Bình").born("1980-01-01", "DAY").as("CHUYEN_VIEN", null, "NONE"),
				RosterExamples.person("Lê An").born("1980-01-01", "DAY").as(null, null, "NONE"),
				RosterExamples.person("Lê Yến").born("1970-01-01", "DAY").as("VU_TRUONG", null, "NONE"));

		assertThat(names("sort", "birth")).containsExactly("Lê Yến", "Lê An", "Lê Bình");
		assertThat(names("sort", "birth", "dir", "desc")).containsExactly("Lê An", "Lê Bình", "Lê Yến");
		assertThat(names("sort", "position")).containsExactly("Lê Yến", "Lê Bình", "Lê An");
		assertThat(names("sort", "joined")).containsExactly("Lê An", "Lê Bình", "Lê Yến");
	}

	private List<String> names(String... asked) {
		return RosterExamples.as(Role.MINISTRY_OFFICER, this.unit,
				() -> RosterExamples.names(this.rosters, this.unit, RosterExamples.asked(this.codes, asked)));
	}

	private void enrolShuffled(String... names) {
		List<String> shuffled = Arrays.asList(names.clone());
		Collections.shuffle(shuffled, new Random(42));
		shuffled.forEach((name) -> this.examples.enrol(this.unit, RosterExamples.person(name)));
	}

}
