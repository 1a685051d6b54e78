package unionbook.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.UnitId;
import unionbook.statistics.StatisticsExamples;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@Import(TestDatabaseConfiguration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeTests {

	private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestDatabase database;

	private UnitId ministry = UnitId.next();

	private UnitId first = UnitId.next();

	private UnitId empty = UnitId.next();

	@BeforeAll
	void oneMinistry() {
		StatisticsExamples examples = new StatisticsExamples(this.database.owner());
		this.empty = examples.ministry("Công đoàn Bộ mới");
		this.ministry = examples.ministry("Công đoàn Bộ");
		this.first = examples.union(this.ministry, "C01");
		UnitId second = examples.union(this.ministry, "C02");
		examples.people(this.first, 5, "FEMALE", LONG_AGO);
		examples.people(second, 4, "MALE", LocalDate.of(2020, 6, 1));
		examples.person(this.first, "FEMALE", LONG_AGO, LocalDate.of(1980, 1, 1), "YEAR",
				Map.of("union_position", "CHU_TICH"));
		// 55 on the first day of the new schedule, so 55 years 4 months on 01/05/2021
		examples.person(this.first, "FEMALE", LONG_AGO, LocalDate.of(1966, 1, 1), "DAY", Map.of());
		// 55 in 2020, under the old law
		examples.person(second, "FEMALE", LONG_AGO, LocalDate.of(1965, 9, 1), "DAY", Map.of());
		examples.published(this.ministry, LocalDate.of(2020, 12, 31), 1853, 961, "51,8", "EXACT");
	}

	@Test
	void theFiguresOfTheDayAndOfTheYear() {
		String figures = page(officer(), "/?asOf=2020-12-31").select(".figures").text();

		assertThat(figures).contains("12").contains("+4 trong năm 2020").contains("66,67%").contains("8/12");
	}

	@Test
	void aGrassrootsOfficerSeesTheOwnUnit() {
		Document page = page(StatisticsExamples.actor(Role.UNIT_OFFICER, this.first), "/?asOf=2020-12-31");

		assertThat(page.select("h1").text()).isEqualTo("Công đoàn C01");
		assertThat(page.select(".figures").text()).contains("7/7");
	}

	@Test
	void whatNeedsDoingLeadsToExactlyThatMuch() {
		Document page = page(officer(), "/?asOf=2020-12-31");

		assertThat(page.select(".tasks li").eachText()).containsExactly(
				"2 công đoàn cơ sở chưa có giao ước thi đua năm 2020", "1 công đoàn cơ sở chưa có Chủ tịch",
				"1 đoàn viên đã đến tuổi nghỉ hưu, chưa ghi giảm", "1 đoàn viên đến tuổi nghỉ hưu trong 12 tháng tới",
				"12 đoàn viên chưa có số CCCD", "1 đoàn viên chưa rõ ngày, tháng sinh");
		page.select(".tasks a[href^=/tasks]")
			.forEach((link) -> assertThat(page(officer(), link.attr("href")).select("tbody tr")).as(link.attr("href"))
				.hasSize(Integer.parseInt(link.select("b").text())));
	}

	@Test
	void retirementFollowsTheLawOfItsYear() {
		assertThat(page(officer(), "/tasks/retiring?asOf=2020-12-31").select("tbody tr").text()).contains("01/01/1966")
			.contains("01/05/2021");
		assertThat(page(officer(), "/tasks/past-retirement?asOf=2020-12-31").select("tbody tr").text())
			.contains("01/09/1965")
			.contains("01/09/2020");
	}

	@Test
	void aReaderHasNothingToDo() {
		Actor viewer = StatisticsExamples.actor(Role.VIEWER, this.ministry);

		assertThat(page(viewer, "/?asOf=2020-12-31").select(".tasks")).isEmpty();
		assertThat(get(viewer, "/tasks/no-identity")).hasStatus(403);
	}

	@Test
	void publishedDaysAreNearAtHand() {
		assertThat(page(officer(), "/").select("a[href='/?asOf=2020-12-31']").text())
			.isEqualTo("31/12/2020 – 1.853 đoàn viên");
	}

	@Test
	void anEmptyInstallationShowsWhereToBegin() {
		assertThat(page(StatisticsExamples.actor(Role.MINISTRY_ADMIN, this.empty), "/").select("ol li").eachText())
			.hasSize(3)
			.first()
			.asString()
			.contains("Khai báo Công đoàn Bộ")
			.contains("đã xong");
	}

	@Test
	void theOperatorReachesNoPersonalData() {
		Actor operator = new Actor(AccountId.next(), "vanhanh", "Vận hành",
				List.of(new Grant(Role.OPERATOR, null, false)));

		assertThat(page(operator, "/").text()).contains("không xem được dữ liệu đoàn viên")
			.contains("kết nối được")
			.contains("PostgreSQL 18");
		assertThat(get(operator, "/statistics/gender")).hasStatus(404);
		assertThat(get(operator, "/tasks/no-chair")).hasStatus(404);
	}

	@Test
	void unknownTasksDoNotExist() {
		assertThat(get(officer(), "/tasks/nothing")).hasStatus(404);
	}

	private Actor officer() {
		return StatisticsExamples.actor(Role.MINISTRY_OFFICER, this.ministry);
	}

	private Document page(Actor actor, String address) {
		var result = get(actor, address);
		assertThat(result).as(address).hasStatusOk();
		return Jsoup
			.parse(new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
	}

	private org.springframework.test.web.servlet.assertj.MvcTestResult get(Actor actor, String address) {
		return CurrentActor.runAs(actor, () -> this.mvc.get().uri(address).exchange());
	}

}
