package unionbook;

import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A union of one demonstration ministry went to the other on 1 March 2025: what the
 * officers of both see of it on their pages, at which day.
 */
@DemonstrationTest
@TestPropertySource(properties = "tests.database=handed-over")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverTests {

	private static final String HANDED_OVER = "2025-03-01";

	@Autowired
	private Officers officers;

	@Autowired
	private TestDatabase database;

	private WallsTests.Things moved;

	@BeforeAll
	void handOver() {
		this.moved = WallsTests.Things.of(this.database, "KHDT", "C02");
		JdbcClient owner = JdbcClient.create(this.database.owner());
		UUID to = WallsTests.Things.of(this.database, "BCT", "C02").unit();
		owner.sql("alter table membership drop constraint membership_unit_id_period_fkey").update();
		owner.sql(
				"update unit_version set period = daterange(lower(period), ?::date) where unit_id = ? and upper_inf(period)")
			.params(HANDED_OVER, this.moved.unit())
			.update();
		owner
			.sql("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					select uuidv7(), v.unit_id, daterange(?::date, null), 'C99', 'Công đoàn Tên Mới', v.kind, v.host_kind,
						v.funding_type, t.parent_id, t.path[1:1] || v.unit_id
					from unit_version v, unit_version t
					where v.unit_id = ? and upper(v.period) = ?::date and t.unit_id = ? and upper_inf(t.period)""")
			.params(HANDED_OVER, this.moved.unit(), HANDED_OVER, to)
			.update();
		owner.sql(
				"insert into unit_event (id, unit_id, kind, effective_on, decision_number) values (uuidv7(), ?, 'REPARENTED', ?::date, '7/QĐ')")
			.params(this.moved.unit(), HANDED_OVER)
			.update();
		owner.sql("call settle_reach(?)").param(new UUID[] { this.moved.unit() }).update();
	}

	@Test
	void whoLostItReadsTheRosterOfThatTime() {
		String roster = "/units/" + this.moved.unit() + "/members";

		assertThat(this.officers.page("quantri.khdt", roster + "?asOf=2025-02-28").text())
			.contains(this.moved.memberName());
		Document today = this.officers.page("quantri.khdt", roster);
		assertThat(today.select("main table tbody tr")).isEmpty();
		assertThat(today.select("main").text()).doesNotContain(this.moved.memberName());
	}

	@Test
	void whoLostItSeesWhenAndByWhichDecisionItWent() {
		String page = this.officers.page("quantri.khdt", "/units/" + this.moved.unit()).select("main").text();

		assertThat(page).contains("01/03/2025").contains("7/QĐ").doesNotContain("Công đoàn Tên Mới");
		assertThat(this.officers.page("quantri.khdt", "/units/" + this.moved.unit() + "/history").text())
			.contains("7/QĐ")
			.doesNotContain("Công đoàn Tên Mới");
		assertThat(this.officers.page("quantri.khdt", "/units").text()).doesNotContain(this.moved.unitName());
		assertThat(this.officers.page("quantri.khdt", "/units?asOf=2025-02-28").text()).contains(this.moved.unitName());
	}

	@Test
	void whoLostItChangesNothingThere() {
		assertThat(this.officers.get("quantri.khdt", "/units/" + this.moved.unit() + "/edit"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.officers.get("quantri.khdt", "/units/" + this.moved.unit() + "/members/new"))
			.hasStatus(HttpStatus.FORBIDDEN);
		Document page = this.officers.page("quantri.khdt", "/units/" + this.moved.unit() + "?asOf=2025-02-28");
		assertThat(page.select(".heading .actions a")).isEmpty();
		assertThat(this.officers.get("quantri.khdt", "/members/" + this.moved.member() + "/edit"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.officers.page("quantri.khdt", "/members/" + this.moved.member() + "?asOf=2025-02-28").text())
			.contains(this.moved.memberName());
	}

	@Test
	void whoTookItOverReadsAndChangesAllOfIt() {
		assertThat(this.officers.page("quantri.bct", "/units").text()).contains("Công đoàn Tên Mới");
		assertThat(this.officers.page("quantri.bct", "/units/" + this.moved.unit() + "/members?asOf=2025-02-28").text())
			.contains(this.moved.memberName());
		assertThat(this.officers.get("quantri.bct", "/members/" + this.moved.member() + "/edit")).hasStatusOk();
		assertThat(this.officers.page("quantri.bct", "/units/" + this.moved.unit() + "/history").text())
			.contains("Công đoàn Tên Mới")
			.contains(this.moved.unitName());
	}

	@Test
	void aPageOfAnotherDaySaysSoAndLeadsBackToToday() {
		Document then = this.officers.page("quantri.khdt", "/units?view=table&asOf=2025-02-28");

		assertThat(then.select(".notice.then").text()).contains("28/02/2025");
		assertThat(then.select(".notice.then a").attr("href")).isEqualTo("/units?view=table");
		assertThat(then.select("nav a, main a").eachAttr("href"))
			.filteredOn((href) -> href.startsWith("/") && !href.contains("/new") && !href.endsWith("/import"))
			.allMatch((href) -> href.contains("asOf=") || href.contains("/audit"));
		assertThat(this.officers.page("quantri.khdt", "/units").select(".notice.then")).isEmpty();
	}

}
