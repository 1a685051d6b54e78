package unionbook.statistics;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;
import unionbook.platform.CurrentActor;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page asks of the database does not grow with what it tells about. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@Import({ TestDatabaseConfiguration.class, StatementCount.class })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlatCostTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestDatabase database;

	private UnitId small = UnitId.next();

	private UnitId large = UnitId.next();

	@BeforeAll
	void twoMinistries() {
		StatisticsExamples examples = new StatisticsExamples(this.database.owner());
		this.small = examples.ministry("Công đoàn Bộ nhỏ");
		examples.people(examples.union(this.small, "C01"), 3, "FEMALE", LocalDate.of(2020, 1, 1));
		this.large = examples.ministry("Công đoàn Bộ lớn");
		for (int unit = 10; unit < 18; unit++) {
			UnitId union = examples.union(this.large, "C" + unit);
			for (int year = 2008; year < 2020; year++) {
				examples.people(union, 2, "FEMALE", LocalDate.of(year, 1, 1));
				examples.people(union, 1, "MALE", LocalDate.of(year, 6, 1));
			}
			examples.person(union, "MALE", LocalDate.of(2001, 1, 1), LocalDate.of(1970, 1, 1), "DAY",
					Map.of("union_position", "CHU_TICH", "party_status", "OFFICIAL", "education", "MASTER"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "/statistics/gender?asOf=2020-12-31, 8", "/statistics/gender?asOf=2020-12-31&compare=2015-12-31, 9",
			"/statistics/gender?asOf=2020-12-31&by=education, 8", "/statistics/gender?asOf=2020-12-31&by=age, 8",
			"/statistics/movements?asOf=2020-12-31, 8", "/?asOf=2020-12-31, 16" })
	void aPageAsksAFixedNumberOfQuestions(String address, int most) {
		int few = statements(this.small, address);
		int many = statements(this.large, address);

		assertThat(many).isEqualTo(few).isLessThanOrEqualTo(most);
	}

	@Test
	void anExportAsksTheTableAlone() {
		assertThat(statements(this.large, "/statistics/gender.csv?asOf=2020-12-31"))
			.isEqualTo(statements(this.small, "/statistics/gender.csv?asOf=2020-12-31"))
			.isLessThanOrEqualTo(5);
	}

	private int statements(UnitId unit, String address) {
		return CurrentActor.runAs(StatisticsExamples.actor(Role.MINISTRY_ADMIN, unit), () -> {
			assertThat(this.mvc.get().uri(address)).hasStatusOk();
			StatementCount.reset();
			assertThat(this.mvc.get().uri(address)).hasStatusOk();
			return StatementCount.get();
		});
	}

}
