package unionbook.statistics;

import java.time.LocalDate;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The ministry of 31/12/2020 in small: one unit of 1,853 members, 961 women. */
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@Import(TestDatabaseConfiguration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenderPageTests {

	private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestDatabase database;

	private UnitId ministry = UnitId.next();

	private UnitId first = UnitId.next();

	private UnitId foreign = UnitId.next();

	@BeforeAll
	void oneMinistry() {
		StatisticsExamples examples = new StatisticsExamples(this.database.owner());
		this.ministry = examples.ministry("Công đoàn Bộ Kế hoạch");
		this.first = examples.union(this.ministry, "C01");
		UnitId second = examples.union(this.ministry, "C02");
		UnitId section = examples.unit(second, "BP1", "Bộ phận 1", "CDBP");
		examples.union(this.ministry, "C03");
		examples.people(this.first, 500, "FEMALE", LocalDate.of(2015, 3, 1));
		examples.people(this.first, 400, "MALE", LocalDate.of(2015, 3, 1));
		examples.people(second, 461, "FEMALE", LocalDate.of(2018, 3, 1));
		examples.people(section, 490, "MALE", LocalDate.of(2018, 3, 1));
		examples.person(section, "MALE", LocalDate.of(2020, 5, 1), LocalDate.of(1990, 1, 1), "DAY",
				Map.of("party_status", "PROBATIONARY", "education", "MASTER"));
		examples.person(this.first, "MALE", LocalDate.of(2020, 12, 31), LocalDate.of(1990, 1, 1), "DAY",
				Map.of("party_status", "OFFICIAL", "union_position", "CHU_TICH"));
		examples.person(this.first, "FEMALE", LocalDate.of(2021, 1, 1), LocalDate.of(1990, 1, 1), "DAY", Map.of());
		examples.published(this.ministry, DAY, 1853, 961, "51,8", "EXACT");
		UnitId other = examples.ministry("Công đoàn Bộ khác");
		this.foreign = examples.union(other, "C01");
		examples.people(this.foreign, 3, "FEMALE", LocalDate.of(2015, 1, 1));
	}

	@Test
	void womenShareIsCountedOnTheAskedDay() {
		Document page = page(officer(), "/statistics/gender?asOf=2020-12-31");

		assertThat(page.select(".figure").text()).contains("51,86%").contains("961").contains("1.853").contains("892");
		assertThat(page.select("tbody th[scope=row]").eachText()).startsWith("Công đoàn C01", "Công đoàn C02",
				"Công đoàn C03");
		assertThat(page.select("tfoot").text()).contains("961/1.853");
	}

	@Test
	void oneDecimalInTheListAndTwoWhenAsked() {
		assertThat(row(page(officer(), "/statistics/gender?asOf=2020-12-31"), "C01")).contains("55,5%");
		assertThat(row(page(officer(), "/statistics/gender?asOf=2020-12-31&decimals=2"), "C01")).contains("55,49%");
	}

	@Test
	void nothingOfNothingIsADash() {
		assertThat(row(page(officer(), "/statistics/gender?asOf=2020-12-31"), "C03")).contains("–").contains("0/0");
	}

	@Test
	void theDayAfterCountsOneMore() {
		assertThat(page(officer(), "/statistics/gender?asOf=2021-01-01").select("tfoot").text()).contains("962/1.854");
	}

	@Test
	void thePublishedFigureIsExplained() {
		assertThat(page(officer(), "/statistics/gender?asOf=2020-12-31").select(".notice").text()).contains("51,8%")
			.contains("961/1.853 = 51,86%")
			.contains("cắt sau 1 chữ số thập phân, không phải làm tròn")
			.contains("51,9%")
			.contains("a report");
	}

	@Test
	void comparesInPointsOfTheExactShares() {
		Document page = page(officer(), "/statistics/gender?asOf=2020-12-31&compare=31/12/2019&decimals=2");

		// 961/1851 = 51.9179…%, 961/1853 = 51.8618…%: −0.0560…
		assertThat(page.select("tfoot").text()).contains("1.851").contains("+2").contains("−0,06");
	}

	@Test
	void everyFigureLeadsToItsPeople() {
		Document page = page(officer(), "/statistics/gender?asOf=2020-12-31");
		Element row = page.select("tbody tr").get(0);

		assertThat(row.select("a[href*=members]").eachAttr("href")).containsExactly(
				"/units/" + this.first + "/members?asOf=2020-12-31",
				"/units/" + this.first + "/members?asOf=2020-12-31&gender=FEMALE",
				"/units/" + this.first + "/members?asOf=2020-12-31&gender=MALE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "by=unit&compare=2019-12-31", "by=age", "by=education", "by=position", "by=party" })
	void everyFigureLeadsToExactlyThatManyPeople(String question) {
		Elements figures = page(officer(), "/statistics/gender?asOf=2020-12-31&" + question)
			.select("main a[href*=/members]");

		assertThat(figures).hasSizeGreaterThan(10);
		for (Element figure : figures) {
			Document roster = page(officer(), figure.attr("href"));
			assertThat(roster.select("[role=status] b").get(0).text()).as(figure.attr("href")).isEqualTo(figure.text());
		}
	}

	@Test
	void aPartyMemberIsNamedOnlyToWhoMayKnow() {
		Document officers = page(officer(), "/statistics/gender?asOf=2020-12-31&by=party");
		Document viewers = page(StatisticsExamples.actor(Role.VIEWER, this.ministry),
				"/statistics/gender?asOf=2020-12-31&by=party");

		assertThat(officers.select("a[href*=party=OFFICIAL]")).isNotEmpty();
		assertThat(viewers.select("a[href*=/members][href*=party=]")).isEmpty();
		assertThat(viewers.select("tbody tr").eachText()).anyMatch((row) -> row.contains("<3"))
			.anyMatch((row) -> row.contains("ẩn"));
		assertThat(viewers.select("tfoot").text()).contains("961/1.853");
	}

	@Test
	void sortsByTheExactShare() {
		assertThat(page(officer(), "/statistics/gender?asOf=2020-12-31&sort=-share").select("tbody th[scope=row]")
			.eachText()).startsWith("Công đoàn C01", "Công đoàn C02", "Công đoàn C03");
		assertThat(page(officer(), "/statistics/gender?asOf=2020-12-31&sort=members").select("tbody th[scope=row]")
			.eachText()).startsWith("Công đoàn C03", "Công đoàn C01", "Công đoàn C02");
	}

	@Test
	void theLineOverTheYearsEndsOnTheDay() {
		assertThat(
				page(officer(), "/statistics/gender?asOf=2021-06-30").select("section:has(.chart) tbody tr").eachText())
			.hasSize(6)
			.first()
			.asString()
			.startsWith("2016 900 500");
	}

	@Test
	void foreignUnitsDoNotExist() {
		assertThat(get(officer(), "/statistics/gender?unit=" + this.foreign)).hasStatus(404);
		assertThat(get(officer(), "/statistics/gender?unit=" + UnitId.next())).hasStatus(404);
		assertThat(get(officer(), "/statistics/gender.csv?unit=" + this.foreign)).hasStatus(404);
	}

	@Test
	void badQuestionsAreRefused() {
		for (String bad : new String[] { "asOf=2020-02-30", "compare=yesterday", "by=religion", "sort=note",
				"decimals=9", "unit=1" }) {
			assertThat(get(officer(), "/statistics/gender?" + bad)).as(bad).hasStatus(400);
		}
	}

	@Test
	void theFileHoldsTheTableOfThePage() throws Exception {
		MvcTestResult file = get(officer(), "/statistics/gender.csv?asOf=2020-12-31&compare=2019-12-31");

		assertThat(file).hasStatusOk();
		assertThat(file.getResponse().getContentAsString()).contains("31/12/2020")
			.contains("C01;Công đoàn C01;901;500;401;55,49%;900;500;55,56%;1;0;-0,06")
			.contains(";Tổng số;1853;961;892;51,86%;1851;961;51,92%;2;0;-0,06");
		assertThat(get(officer(), "/statistics/gender.xlsx")).hasStatusOk();
	}

	private Actor officer() {
		return StatisticsExamples.actor(Role.MINISTRY_OFFICER, this.ministry);
	}

	private static String row(Document page, String code) {
		return page.select("tbody tr:has(td:containsOwn(" + code + "))").text();
	}

	private Document page(Actor actor, String address) {
		MvcTestResult result = get(actor, address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(CurrentActor.runAs(actor, () -> body(result)));
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult get(Actor actor, String address) {
		return CurrentActor.runAs(actor, () -> this.mvc.get().uri(address).exchange());
	}

}
