package unionbook.roster;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.TestDatabase;
import unionbook.platform.Codes;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A roster shows the people of the asked day, as they were then. */
@RosterTest
class RosterAsOfTests {

	@Autowired
	private Rosters rosters;

	@Autowired
	private Codes codes;

	private final RosterExamples examples;

	private final UnitId ministry;

	private final UnitId one;

	private final UnitId other;

	RosterAsOfTests(@Autowired TestDatabase database) {
		this.examples = new RosterExamples(database);
		this.ministry = this.examples.ministry("Công đoàn Bộ");
		this.one = this.examples.unit("Công đoàn cơ sở 1", this.ministry);
		this.other = this.examples.unit("Công đoàn cơ sở 2", this.ministry);
	}

	@Test
	void aTransferCountsFromItsDay() {
		RosterExamples.Person lan = RosterExamples.person("Nguyễn Thị Lan");
		this.examples.enrol(this.one, lan.until("2020-07-01"), RosterExamples.person("Trần Văn Hùng").man());
		this.examples.enrol(this.other, lan.from("2020-07-01"));

		assertThat(women(this.one, "2020-06-30")).isEqualTo(new Share(1, 2));
		assertThat(women(this.other, "2020-06-30")).isEqualTo(new Share(0, 0));
		assertThat(women(this.one, "2020-07-01")).isEqualTo(new Share(0, 1));
		assertThat(women(this.other, "2020-07-01")).isEqualTo(new Share(1, 1));
		assertThat(women(this.ministry, "2020-06-30")).isEqualTo(women(this.ministry, "2020-07-01"))
			.isEqualTo(new Share(1, 2));
		assertThat(names(this.one, "2020-06-30")).containsExactly("Trần Văn Hùng", "Nguyễn Thị Lan");
		assertThat(names(this.one, "2020-07-01")).containsExactly("Trần Văn Hùng");
	}

	@Test
	void changesInsideAUnitShowThePersonOnceAsOfThen() {
		RosterExamples.Person lan = RosterExamples.person("Nguyễn Thị Lan");
		this.examples.enrol(this.one, lan.as("CHUYEN_VIEN", "BACHELOR", "NONE").until("2020-07-01"),
				lan.as("VU_TRUONG", "MASTER", "OFFICIAL").from("2020-07-01"));

		assertThat(names(this.one, "2020-06-30", "position", "CHUYEN_VIEN", "education", "BACHELOR")).hasSize(1);
		assertThat(names(this.one, "2020-07-01", "position", "CHUYEN_VIEN")).isEmpty();
		assertThat(names(this.one, "2020-07-01", "party", "MEMBER")).hasSize(1);
		assertThat(names(this.one, "2020-07-01")).hasSize(1);
	}

	@Test
	void whatIsListedIsWhatIsCounted() {
		this.examples.enrol(this.one, RosterExamples.person("Lê An"), RosterExamples.person("Lê Bình").man(),
				RosterExamples.person("Lê Anh").as("VU_TRUONG", null, "NONE"), RosterExamples.person("Lê Châu"));

		for (String[] asked : List.of(new String[] {}, new String[] { "q", "le an" }, new String[] { "gender", "MALE" },
				new String[] { "position", "UNKNOWN" }, new String[] { "position", "VU_TRUONG" },
				new String[] { "age", "U31" }, new String[] { "age", "O60" })) {
			Roster roster = roster(Role.MINISTRY_OFFICER, this.ministry, "2020-12-31", asked);
			long women = roster.rows().stream().filter((row) -> row.gender().equals("FEMALE")).count();
			assertThat(roster.women()).as(String.join("=", asked)).isEqualTo(new Share(women, roster.rows().size()));
		}
	}

	@Test
	void agesAreFullYearsOnTheDay() {
		this.examples.enrol(this.one, RosterExamples.person("Sinh Nhật").born("1989-12-31", "DAY"),
				RosterExamples.person("Sinh Sau").born("1990-01-01", "DAY"),
				RosterExamples.person("Chỉ Năm").born("1989-01-01", "YEAR"),
				RosterExamples.person("Năm Sau").born("1990-01-01", "YEAR"),
				RosterExamples.person("Năm Nhuận").born("1960-02-29", "DAY"));

		assertThat(names(this.one, "2020-12-31", "age", "31-40")).containsExactlyInAnyOrder("Sinh Nhật", "Chỉ Năm");
		assertThat(names(this.one, "2020-12-31", "age", "U31")).containsExactlyInAnyOrder("Sinh Sau", "Năm Sau");
		assertThat(names(this.one, "2020-12-30", "age", "31-40")).containsExactly("Chỉ Năm");
		assertThat(names(this.one, "2021-02-28", "age", "56-60")).containsExactly("Năm Nhuận");
		assertThat(names(this.one, "2021-03-01", "age", "O60")).containsExactly("Năm Nhuận");
	}

	@Test
	void leaversOfTheYearAreThoseGoneFromTheseUnits() {
		RosterExamples.Person moved = RosterExamples.person("Người Chuyển").from("2015-01-01");
		RosterExamples.Person promoted = RosterExamples.person("Người Lên").from("2015-01-01");
		this.examples.enrol(this.one, moved.until("2020-07-01"),
				RosterExamples.person("Người Nghỉ").until("2020-12-31"),
				RosterExamples.person("Nghỉ Trước").until("2019-12-31"),
				promoted.as("CHUYEN_VIEN", null, "NONE").until("2020-03-01"),
				promoted.as("VU_TRUONG", null, "NONE").from("2020-03-01"));
		this.examples.enrol(this.other, moved.from("2020-07-01"));

		assertThat(names(this.one, "2020-12-31", "status", "left")).containsExactly("Người Chuyển", "Người Nghỉ");
		assertThat(names(this.ministry, "2020-12-31", "status", "left")).containsExactly("Người Nghỉ");
		assertThat(names(this.one, "2020-06-30", "status", "left")).isEmpty();
		assertThat(names(this.one, "2021-01-01", "status", "left")).isEmpty();
		assertThat(roster(Role.MINISTRY_OFFICER, this.one, "2020-12-31", "status", "left").rows().getFirst().leftOn())
			.isEqualTo("2020-07-01");
	}

	@Test
	void aForeignUnitDoesNotExist() {
		UnitId foreign = this.examples.ministry("Công đoàn Bộ khác");
		this.examples.enrol(foreign, RosterExamples.person("Lê An"));

		for (UnitId unit : List.of(foreign, UnitId.next(), this.other, this.ministry)) {
			assertThatThrownBy(() -> RosterExamples.as(Role.UNIT_OFFICER, this.one,
					() -> this.rosters.page(unit, RosterExamples.DAY, RosterExamples.asked(this.codes))))
				.isInstanceOf(NotFound.class);
		}
	}

	@Test
	void aViewerReadsYearsOfBirthAndNoPartyMembership() {
		this.examples.enrol(this.one,
				RosterExamples.person("Lê An").born("1980-12-31", "DAY").as(null, null, "OFFICIAL"),
				RosterExamples.person("Lê Bình").born("1980-01-01", "DAY").as(null, null, "NONE"));

		Roster seen = roster(Role.VIEWER, this.one, "2020-12-31", "cols", "name,birth,party", "party", "OFFICIAL",
				"sort", "birth");

		assertThat(seen.columns()).containsExactly(RosterColumn.NAME, RosterColumn.BIRTH);
		assertThat(seen.rows()).hasSize(2).allSatisfy((row) -> {
			assertThat(row.birth()).isEqualTo("1980");
			assertThat(row.birthDate()).isEqualTo("1980-01-01");
			assertThat(row.partyStatus()).isNull();
		});
		assertThat(seen.rows()).extracting(RosterRow::fullName).containsExactly("Lê An", "Lê Bình");
		assertThat(roster(Role.UNIT_OFFICER, this.one, "2020-12-31", "party", "OFFICIAL").rows()).hasSize(1);
	}

	private Share women(UnitId unit, String day) {
		return roster(Role.MINISTRY_OFFICER, unit, day).women();
	}

	private List<String> names(UnitId unit, String day, String... asked) {
		return roster(Role.MINISTRY_OFFICER, unit, day, asked).rows().stream().map(RosterRow::fullName).toList();
	}

	private Roster roster(Role role, UnitId unit, String day, String... asked) {
		return RosterExamples.as(role, (role == Role.MINISTRY_OFFICER) ? this.ministry : unit,
				() -> this.rosters.page(unit, LocalDate.parse(day), RosterExamples.asked(this.codes, asked)));
	}

}
