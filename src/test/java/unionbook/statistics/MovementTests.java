package unionbook.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@Import(TestDatabaseConfiguration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovementTests {

	private static final LocalDate NEW_YEAR = LocalDate.of(2020, 1, 1);

	private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestDatabase database;

	@Autowired
	private Movements movements;

	@Autowired
	private Headcounts headcounts;

	@Autowired
	private HeadcountCheck check;

	private StatisticsExamples examples;

	private UnitId ministry = UnitId.next();

	private UnitId other = UnitId.next();

	private UnitId first = UnitId.next();

	private UnitId second = UnitId.next();

	@BeforeAll
	void oneYear() {
		this.examples = new StatisticsExamples(this.database.owner());
		this.ministry = this.examples.ministry("Công đoàn Bộ");
		this.other = this.examples.ministry("Công đoàn Bộ khác");
		this.first = this.examples.union(this.ministry, "C01");
		this.second = this.examples.union(this.ministry, "C02");
		this.examples.people(this.first, 10, "FEMALE", LocalDate.of(2018, 1, 1));
		this.examples.people(this.first, 6, "MALE", LocalDate.of(2018, 1, 1));
		this.examples.people(this.second, 5, "MALE", LocalDate.of(2018, 1, 1));
		UUID moved = woman(this.first, LocalDate.of(2018, 1, 1));
		UUID retired = woman(this.second, LocalDate.of(2018, 1, 1));
		UUID both = woman(this.first, LocalDate.of(2020, 2, 1));
		this.examples.transfer(moved, this.second, LocalDate.of(2020, 7, 1));
		this.examples.leave(retired, "OUT_RETIREMENT", LocalDate.of(2020, 12, 31));
		this.examples.leave(both, "OUT_TRANSFER_EXTERNAL", LocalDate.of(2020, 3, 1));
		woman(this.second, NEW_YEAR);
		woman(this.second, LocalDate.of(2021, 1, 1));
	}

	@Test
	void theLedgerClosesForTheWholeAndForEachUnit() {
		for (UnitId unit : List.of(this.ministry, this.first, this.second)) {
			assertThat(ledger(unit, NEW_YEAR, DAY).balanced()).isTrue();
		}
		Ledger whole = ledger(this.ministry, NEW_YEAR, DAY);

		assertThat(whole.opening()).isEqualTo(new Share(12, 23));
		assertThat(whole.in()).isEqualTo(new Share(2, 2));
		assertThat(whole.out()).isEqualTo(new Share(2, 2));
		assertThat(whole.closing()).isEqualTo(new Share(12, 23));
	}

	@Test
	void aTransferInsideIsNoIncreaseOfTheWhole() {
		assertThat(ledger(this.ministry, NEW_YEAR, DAY).moved()).isEqualTo(new Share(1, 1));
		assertThat(ledger(this.first, NEW_YEAR, DAY).of(List.of("OUT_TRANSFER_INTERNAL"))).isEqualTo(new Share(1, 1));
		assertThat(ledger(this.first, NEW_YEAR, DAY).moved()).isEqualTo(Headcounts.NOBODY);
	}

	@Test
	void theUnitsAddUpToTheWholeOnEveryDay() {
		for (LocalDate day = LocalDate.of(2019, 12, 30); day
			.isBefore(LocalDate.of(2021, 1, 3)); day = day.plusDays(1)) {
			Share whole = ledger(this.ministry, day, day).closing();
			Share units = Headcounts
				.sum(List.of(ledger(this.first, day, day).closing(), ledger(this.second, day, day).closing()));
			assertThat(units).as("%s", day).isEqualTo(whole);
			assertThat(whole).as("%s", day).isEqualTo(recounted(day));
		}
	}

	@Test
	void theDayBeforeATransferIsAsItWas() {
		LocalDate before = LocalDate.of(2020, 6, 30);

		assertThat(ledger(this.first, before, before).closing().whole()).isEqualTo(17);
		assertThat(ledger(this.first, before.plusDays(1), before.plusDays(1)).closing().whole()).isEqualTo(16);
	}

	@Test
	void everyFigureLeadsToExactlyThatManyPeople() {
		assertThat(figures("/statistics/movements?asOf=2020-12-31")).hasSizeGreaterThan(8);
	}

	@Test
	void unitsThatComeAndGoLeadToTheirPeopleToo() {
		UnitId third = this.examples.ministry("Công đoàn Bộ thứ ba");
		UnitId came = this.examples.union(third, "C11");
		UnitId went = this.examples.union(this.other, "C12");
		this.examples.people(came, 5, "FEMALE", LocalDate.of(2019, 1, 1));
		this.examples.people(came, 3, "MALE", LocalDate.of(2020, 5, 1));
		this.examples.people(went, 4, "MALE", LocalDate.of(2019, 1, 1));
		this.examples.handOver(came, this.other, LocalDate.of(2020, 5, 1));
		this.examples.handOver(went, third, LocalDate.of(2020, 6, 1));

		assertThat(figures("/statistics/movements?asOf=2020-12-31&unit=" + this.other)).containsEntry("UNITS_IN", 5)
			.containsEntry("UNITS_IN&gender=FEMALE", 5)
			.containsEntry("UNITS_OUT", 4)
			.containsEntry("UNITS_OUT&gender=FEMALE", 0)
			.containsEntry("IN_ADMISSION", 3)
			.containsEntry("IN", 8)
			.containsEntry("OUT", 4);
	}

	/**
	 * The figures of a page by what they are of, each leading to as many people.
	 */
	private Map<String, Integer> figures(String address) {
		Document page = page(address);
		assertThat(page.select(".notice.warn:not(.then)")).isEmpty();
		Map<String, Integer> figures = new TreeMap<>();
		for (Element link : page.select(".ledger a[href*=kind]")) {
			int figure = Integer.parseInt(link.text().replaceAll("\\D", ""));
			assertThat(page(link.attr("href").replace("#people", "")).select("#people tbody tr")).as(link.attr("href"))
				.hasSize(figure);
			figures.put(link.attr("href").replaceAll(".*kind=|#people", ""), figure);
		}
		return figures;
	}

	@Test
	void aForeignUnitHasNoLedger() {
		assertThatThrownBy(() -> ledger(UnitId.next(), NEW_YEAR, DAY)).isInstanceOf(NotFound.class);
	}

	@Test
	void badPeriodsAreRefused() {
		for (String bad : List.of("from=2021-01-01", "kind=IN_A", "gender=X", "after=1")) {
			assertThat(as(() -> this.mvc.get().uri("/statistics/movements?asOf=2020-12-31&" + bad).exchange())).as(bad)
				.hasStatus(400);
		}
	}

	@Test
	void aUnitsChairIsTheChairOfTheDay() {
		UnitId unit = this.examples.union(this.other, "C09");
		this.examples.person(unit, "FEMALE", LocalDate.of(2022, 5, 1), LocalDate.of(1980, 1, 1), "DAY",
				Map.of("union_position", "CHU_TICH"));

		UUID[] units = { unit.value() };
		assertThat(as(() -> this.headcounts.on(units, LocalDate.of(2022, 4, 30)))).isEmpty();
		assertThat(as(() -> this.headcounts.on(units, LocalDate.of(2022, 5, 1)).get(unit.value())))
			.satisfies((figure) -> {
				assertThat(figure.women()).isEqualTo(new Share(1, 1));
				assertThat(figure.chairName()).isEqualTo("Nguyễn Thị An");
			});
	}

	@Test
	void agesTurnOnTheBirthday() {
		UnitId unit = this.examples.union(this.other, "C10");
		LocalDate since = LocalDate.of(2015, 1, 1);
		this.examples.person(unit, "FEMALE", since, LocalDate.of(1990, 3, 15), "DAY", Map.of());
		this.examples.person(unit, "MALE", since, LocalDate.of(1990, 1, 1), "YEAR", Map.of());
		this.examples.person(unit, "MALE", since, LocalDate.of(1960, 2, 29), "DAY", Map.of());

		assertThat(ages(unit, LocalDate.of(2021, 3, 14))).containsEntry("U31", new Share(1, 1))
			.containsEntry("31-40", new Share(0, 1))
			.containsEntry("O60", new Share(0, 1));
		assertThat(ages(unit, LocalDate.of(2021, 3, 15))).doesNotContainKey("U31")
			.containsEntry("31-40", new Share(1, 2));
		assertThat(ages(unit, LocalDate.of(2021, 2, 28))).containsEntry("56-60", new Share(0, 1));
		assertThat(ages(unit, LocalDate.of(2021, 3, 1))).containsEntry("O60", new Share(0, 1));
		assertThat(ages(unit, LocalDate.of(2020, 12, 31))).containsEntry("U31", new Share(1, 2));
	}

	@Test
	void theNightlyCheckFindsWhatTheLedgerLost() {
		assertThat(this.check.check()).isZero();
		assertThat(this.check.health().getStatus()).isEqualTo(Status.UP);

		this.examples.jdbc()
			.sql("update headcount_day set delta = delta + 1 where dimension = 'ALL' and unit_id = ?")
			.param(this.second.value())
			.update();
		assertThat(this.check.check()).isPositive();
		assertThat(this.check.health().getStatus().getCode()).isEqualTo("DIFFERENT");

		this.examples.jdbc()
			.sql("update headcount_day set delta = delta - 1 where dimension = 'ALL' and unit_id = ?")
			.param(this.second.value())
			.update();
		assertThat(this.check.check()).isZero();
	}

	private UUID woman(UnitId unit, LocalDate from) {
		return this.examples.person(unit, "FEMALE", from, LocalDate.of(1970, 1, 1), "DAY", Map.of());
	}

	private Share recounted(LocalDate day) {
		return this.examples.jdbc()
			.sql("""
					select count(*) filter (where gender = 'FEMALE') as part, count(*) as whole from membership
					where period @> cast(:day as date) and unit_id in (:first, :second)""")
			.param("day", day)
			.param("first", this.first.value())
			.param("second", this.second.value())
			.query(Share.class)
			.single();
	}

	private Map<String, Share> ages(UnitId unit, LocalDate day) {
		UUID[] units = { unit.value() };
		return as(() -> this.headcounts.perValue(Dimension.AGE, units, List.of(day)).getOrDefault(day, Map.of()));
	}

	private Ledger ledger(UnitId unit, LocalDate from, LocalDate to) {
		return as(() -> this.movements.of(unit, from, to));
	}

	private Document page(String address) {
		return Jsoup.parse(as(() -> {
			var result = this.mvc.get().uri(address).exchange();
			assertThat(result).hasStatusOk();
			return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
		}));
	}

	private <T> T as(Supplier<T> work) {
		Actor actor = new Actor(AccountId.next(), "officer", "Lê Thị Hà", List
			.of(new Grant(Role.MINISTRY_ADMIN, this.ministry, true), new Grant(Role.MINISTRY_ADMIN, this.other, true)));
		return CurrentActor.runAs(actor, work);
	}

}
