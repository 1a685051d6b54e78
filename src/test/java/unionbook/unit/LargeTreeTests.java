package unionbook.unit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static unionbook.unit.UnitExamples.admin;
import static unionbook.unit.UnitExamples.as;

/** A federation with more units than a page can hold is unfolded level by level. */
@UnitTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeTreeTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private TestDatabase database;

	private UnitId top;

	private UnitId branch;

	@BeforeAll
	void aFederationWithManyUnits() {
		JdbcClient owner = JdbcClient.create(this.database.owner());
		this.top = UnitId.next();
		owner
			.sql("""
					do $$
					declare
						top uuid := '%s';
						branch uuid;
						leaf uuid;
					begin
						insert into unit (id) values (top);
						insert into unit_reach (root_id, unit_id) values (top, top);
						insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, path)
						values (uuidv7(), top, '[2000-01-01,)', 'T', 'Liên đoàn Thử nghiệm', 'LDLD_TINH', 'KHAC', 'ADMIN', array[top]);
						for b in 1..3 loop
							branch := uuidv7();
							insert into unit (id) values (branch);
							insert into unit_reach (root_id, unit_id) values (top, branch), (branch, branch);
							insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
							values (uuidv7(), branch, '[2000-01-01,)', 'X' || b, 'Công đoàn phường ' || b, 'CD_XA', 'KHAC', 'ADMIN',
								top, array[top, branch]);
							for l in 1..210 loop
								leaf := uuidv7();
								insert into unit (id) values (leaf);
								insert into unit_reach (root_id, unit_id) values (top, leaf), (branch, leaf), (leaf, leaf);
								insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id,
									path)
								values (uuidv7(), leaf, '[2000-01-01,)', 'X' || b || '.' || to_char(l, 'FM000'),
									'Công đoàn trường ' || b || '.' || l, 'CDCS', 'TRUONG', 'ADMIN', branch,
									array[top, branch, leaf]);
							end loop;
						end loop;
					end $$"""
				.formatted(this.top))
			.update();
		this.branch = new UnitId(
				owner.sql("select unit_id from unit_version where code = 'X2'").query(UUID.class).single());
	}

	@Test
	void theFirstPageShowsOneLevelAndCountsNobody() {
		Document page = page("/units");

		assertThat(page.select(".tree .name small").eachText()).containsExactly("T", "X1", "X2", "X3");
		assertThat(page.select(".tree a.unfold[hx-get='/units/" + this.branch + "/below']")).hasSize(1);
		assertThat(page.select(".tree .count")).isEmpty();
		assertThat(page("/units?view=table").select(".tree a.unfold")).hasSize(3);
	}

	@Test
	void anUnfoldedUnitShowsTwoHundredAndLeadsToTheRest() {
		Document first = page("/units/" + this.branch + "/below?asOf=2020-01-01");

		assertThat(first.select(".tree ul .name").size()).isEqualTo(200);
		String next = first.select(".tree a[href*=after]").attr("href");
		assertThat(next).isEqualTo("/units/" + this.branch + "/below?after=X2.200&asOf=2020-01-01");
		assertThat(page(next).select(".tree .name small").eachText()).hasSize(10)
			.startsWith("X2.201")
			.endsWith("X2.210");
		assertThat(partial(next).select("html h1, header")).isEmpty();
	}

	@Test
	void codesAndNamesAreFoundInTheWholeTree() {
		assertThat(page("/units?q=x3.01").select(".tree ul .name small").eachText()).hasSize(10).startsWith("X3.010");
		assertThat(page("/units?q=trường 1.77").select(".tree ul .name small").eachText()).containsExactly("X1.077");
	}

	@Test
	void aBranchSmallEnoughIsCountedOnItsPage() {
		assertThat(page("/units/" + this.branch).select("dl.figures dd").eachText()).contains("210");
		assertThat(page("/units/" + this.top).select("dl.figures")).isEmpty();
		assertThat(get("/units/" + UUID.randomUUID() + "/below")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private Document page(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return read(result);
	}

	private Document partial(String address) {
		Actor admin = admin(this.top);
		return read(as(admin,
				() -> this.mvc.get().uri(address).header("HX-Request", "true").with(user("admin")).exchange()));
	}

	private MvcTestResult get(String address) {
		Actor admin = admin(this.top);
		return as(admin, () -> this.mvc.get().uri(address).with(user("admin")).exchange());
	}

	private static Document read(MvcTestResult result) {
		return Jsoup
			.parse(new String(result.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
