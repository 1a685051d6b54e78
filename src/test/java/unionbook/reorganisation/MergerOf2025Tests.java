package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import unionbook.Officers;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;
import unionbook.platform.Actor;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.reorganisation.ReorganisationExamples.as;

/**
 * The Ministry of Planning and Investment enters the Ministry of Finance on 01/03/2025,
 * and the unions of bodies paid fully by the state budget end on 15/06/2025.
 */
@SpringBootTest(properties = { "spring.datasource.url=given-by-the-test-database", "unionbook.demo.merger=true" })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({ TestDatabaseConfiguration.class, Officers.class })
class MergerOf2025Tests {

	private static final LocalDate EVE = LocalDate.of(2025, 2, 28);

	private static final LocalDate MERGED = LocalDate.of(2025, 3, 1);

	private static final LocalDate ENDED = LocalDate.of(2025, 6, 15);

	private final Book book;

	private final UnitId old;

	private final UnitId successor;

	@Autowired
	private Reorganisations reorganisations;

	@Autowired
	private UnitScope scope;

	@Autowired
	private Officers officers;

	MergerOf2025Tests(@Autowired TestDatabase database) {
		this.book = new Book(JdbcClient.create(database.owner()));
		this.old = root("KHDT");
		this.successor = root("BTC");
	}

	@Test
	void thirtyFourUnitsOfOneMinistryBecomeTwentyTwoOfTheOther() {
		assertThat(this.book.tree(this.old, EVE)).hasSize(35);
		assertThat(this.book.tree(this.successor, EVE)).containsExactly("BTC");
		assertThat(this.book.tree(this.old, MERGED)).isEmpty();
		assertThat(this.book.tree(this.successor, MERGED)).hasSize(23).contains("BTC/C06", "BTC/N01");
	}

	@Test
	void nobodyAndNoWomanIsLostOrDoubled() {
		List<UnitId> units = units(this.successor);
		String before = this.book.people(units, EVE);
		assertThat(before).isEqualTo(this.book.people(below(this.old, EVE), EVE)).doesNotStartWith("0");
		assertThat(this.book.people(units, MERGED)).isEqualTo(before);
		assertThat(this.book.people(below(this.successor, MERGED), MERGED)).isEqualTo(before);
		assertThat(this.book.contradictions(units)).isEmpty();
		assertThat(this.book.people(below(this.old, LocalDate.of(2020, 12, 31)), LocalDate.of(2020, 12, 31)))
			.isEqualTo("1853/961");
	}

	@Test
	void eachUnitSaysWhatItCameFrom() {
		Actor admin = Actor.system("admin", this.successor);
		for (String[] named : new String[][] { { "C02", "C02 C04 C05" }, { "N01", "N01 N02 N03" },
				{ "V09", "V07 V08" } }) {
			UnitId unit = unit(named[0], MERGED);
			Lineage lineage = as(admin, () -> this.reorganisations.lineage(unit));
			assertThat(
					lineage.nodes().stream().filter((node) -> node.generation() == 0).map(Lineage.Node::code).sorted())
				.as(named[0])
				.containsExactly(named[1].split(" "));
			assertThat(lineage.edges())
				.allSatisfy((edge) -> assertThat(edge.decision().number()).isEqualTo("112/QĐ-CĐBTC"));
		}
		assertThat(as(admin, () -> this.reorganisations.list())).hasSize(2)
			.allSatisfy((done) -> assertThat(done.status()).isEqualTo(Status.EXECUTED));
	}

	@Test
	void unionsPaidFullyByTheStateEndAndTheOthersLiveOn() {
		assertThat(this.book.tree(this.successor, ENDED)).containsExactly("BTC", "BTC/N02", "BTC/N03", "BTC/N04",
				"BTC/N05", "BTC/N06");
		assertThat(this.book.people(below(this.successor, ENDED), ENDED)).isNotEqualTo("0/0")
			.isEqualTo(this.book.people(units(this.successor), ENDED));
	}

	@Test
	void theSuccessorReachesEverythingAndTheOldMinistryReadsOnlyThePast() {
		List<UnitId> all = units(this.old);
		Actor admin = Actor.system("admin", this.successor);
		Actor former = Actor.system("former", this.old);
		assertThat(all).allSatisfy((unit) -> assertThat(as(admin, () -> this.scope.reaches(unit))).isTrue());
		assertThat(all).allSatisfy((unit) -> {
			assertThat(as(former, () -> this.scope.reaches(unit, EVE))).isTrue();
			assertThat(as(former, () -> this.scope.may(Right.WRITE_MEMBERS, unit))).isFalse();
		});
	}

	@Test
	void theirAccountsOpenTheSamePast() {
		for (String officer : List.of("quantri.btc", "canbo.btc", "quantri.khdt", "canbo.khdt", "khach.khdt")) {
			assertThat(this.officers.page(officer, "/units/" + this.old + "?asOf=2020-12-31").text()).as(officer)
				.contains("1.853", "961");
		}
		assertThat(this.officers.page("quantri.btc", "/units/" + this.successor + "?asOf=2025-03-01").text())
			.contains("Công đoàn Cục Thống kê");
		assertThat(this.officers.get("quantri.khdt", "/units/" + unit("C06", MERGED) + "/members?asOf=2025-03-02"))
			.satisfies((result) -> assertThat(result.getResponse().getContentAsString()).doesNotContain("<td"));
	}

	@Test
	void pledgesThatStillRunAreToldBeforeTheirUnitEnds() {
		UnitId ministry = root("BCT");
		Actor admin = Actor.system("admin", ministry);
		UnitId unit = unit(ministry, "C01", EVE);
		LocalDate day = LocalDate.of(2024, 7, 1);
		UUID id = as(admin, () -> {
			UUID draft = this.reorganisations.draft(UUID.randomUUID(), Kind.END, ministry);
			this.reorganisations.save(draft, 0, ReorganisationExamples.DECISION, day,
					Plan.of(Plan.Step.of(Kind.END, List.of(unit))));
			return draft;
		});

		Preview preview = as(admin, () -> this.reorganisations.preview(id));

		assertThat(preview.matters()).anySatisfy((matter) -> {
			assertThat(matter.unit()).isEqualTo(unit);
			assertThat(matter.key()).isEqualTo("emulation.matter.running");
			assertThat(matter.href()).isEqualTo("/pledges?year=2024");
		});
		assertThat(as(admin, () -> this.reorganisations.find(id)).status()).isEqualTo(Status.DRAFT);
	}

	private UnitId unit(String code, LocalDate day) {
		return unit(this.successor, code, day);
	}

	private UnitId unit(UnitId root, String code, LocalDate day) {
		return new UnitId(this.book.owner()
			.sql("select unit_id from unit_version where root_id = ? and code = ? and period @> cast(? as date)")
			.params(root.value(), code, day)
			.query(UUID.class)
			.single());
	}

	private UnitId root(String code) {
		return new UnitId(this.book.owner()
			.sql("select distinct unit_id from unit_version where parent_id is null and code = ?")
			.param(code)
			.query(UUID.class)
			.single());
	}

	/** Everything ever reached from a root. */
	private List<UnitId> units(UnitId root) {
		return ids("select unit_id from unit_reach where root_id = ? and ? is not null", root, EVE);
	}

	private List<UnitId> below(UnitId root, LocalDate day) {
		return ids("select unit_id from unit_version where ? = any (path) and period @> cast(? as date)", root, day);
	}

	private List<UnitId> ids(String sql, UnitId root, LocalDate day) {
		return this.book.owner()
			.sql(sql)
			.params(root.value(), day)
			.query((row, number) -> new UnitId(row.getObject(1, UUID.class)))
			.list();
	}

}
