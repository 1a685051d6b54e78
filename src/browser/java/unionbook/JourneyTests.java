package unionbook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What officers do in a year, done by hand in a real browser. */
@BrowserTest
class JourneyTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestDatabase database;

	private Browsing browser;

	@BeforeAll
	void open() {
		this.browser = new Browsing(this.port);
	}

	@AfterAll
	void close() {
		this.browser.close();
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void aMemberIsFoundWithoutAccentsWhileTyping() {
		Page page = this.browser.signedIn("canbo.khdt", Browsing.desktop());
		page.navigate(this.browser.address("/members"));
		openFilters(page);

		page.locator("#filter-q").pressSequentially("dang");

		page.waitForURL("**q=dang**");
		assertThat(page.locator("#results tbody tr").first()).containsText("Đặng");
		this.browser.picture(page, "search");
		this.browser.accessible(page);
	}

	@Test
	void theAsOfDayMovesEveryFigure() {
		Page page = this.browser.signedIn("canbo.khdt", Browsing.desktop());
		page.locator("details.asof summary").first().click();
		page.fill("#as-of", "31/12/2020");

		page.locator("details.asof button").first().click();

		page.waitForURL("**asOf=**2020**");
		assertThat(page.locator("main")).containsText("1.853");
		assertThat(page.locator("main")).containsText("961");
		this.browser.picture(page, "home-2020");
		page.locator("nav#nav a", new Page.LocatorOptions().setHasText("giới tính")).click();
		assertThat(page.locator("main")).containsText("51,86%");
		assertThat(page.locator("main")).containsText("51,8");
		this.browser.picture(page, "gender-2020");
		this.browser.accessible(page);
		this.browser.print(page, "gender-2020");
	}

	@Test
	void aFigureOpensTheListBehindIt() {
		Page page = this.browser.signedIn("canbo.khdt", Browsing.desktop());
		page.navigate(this.browser.address("/statistics/gender?asOf=2020-12-31"));

		page.locator("main a", new Page.LocatorOptions().setHasText(java.util.regex.Pattern.compile("^961$"))).first().click();

		assertThat(page.locator("#results [role=status]")).containsText("961");
		assertThat(page.locator("#results tbody tr")).hasCount(50);
	}

	@Test
	void aRecordIsChangedAndAMemberTransferred() {
		Page page = this.browser.signedIn("canbo.khdt", Browsing.desktop());
		String member = memberOf("V02");
		page.navigate(this.browser.address("/members/" + member + "/edit"));
		this.browser.accessible(page);
		page.fill("#address", "12 phố Hoàng Văn Thụ, Hà Nội");
		page.locator("main form button[type=submit], main form button:not([type])").first().click();
		assertThat(page.locator(".notice.ok")).isVisible();
		assertThat(page.locator("main")).containsText("12 phố Hoàng Văn Thụ");

		page.navigate(this.browser.address("/members/" + member + "/transfers/new"));
		page.locator("select#unit").selectOption(unit("V03"));
		page.fill("#effectiveOn", "01/02/2026");
		page.fill("#decisionNumber", "12/QĐ-CĐB");
		this.browser.picture(page, "transfer");
		page.locator("main form button[type=submit], main form button:not([type])").first().click();

		assertThat(page.locator(".notice.ok")).isVisible();
		assertThat(page.locator("ol.timeline")).containsText("01/02/2026");
		this.browser.picture(page, "member");
		this.browser.accessible(page);
		page.navigate(this.browser.address("/units/" + unit("V02") + "/members?asOf=2026-01-31"));
		Assertions.containsMember(page, member);
		page.navigate(this.browser.address("/units/" + unit("V03") + "/members?asOf=2026-02-01"));
		Assertions.containsMember(page, member);
	}

	@Test
	void aPledgeIsReadAndADraftIsChanged() {
		Page page = this.browser.signedIn("canbo.bct", Browsing.desktop());
		page.navigate(this.browser.address("/pledges?year=2024"));
		this.browser.picture(page, "pledges");
		this.browser.accessible(page);
		page.navigate(this.browser.address("/pledges/" + pledge("BCT", 2024, "SIGNED")));
		assertThat(page.locator("main")).containsText("95%");
		this.browser.picture(page, "pledge");
		this.browser.accessible(page);
		page.navigate(this.browser.address("/pledges/" + pledge("BCT", 2024, "SIGNED") + "/print"));
		this.browser.print(page, "pledge");
		page.navigate(this.browser.address("/pledges/" + pledge("BCT", 2024, "DRAFT") + "/edit"));
		page.fill("#motto", "Đoàn kết, trách nhiệm, đổi mới");

		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu").setExact(true)).last().click();

		assertThat(page.locator(".notice.ok")).isVisible();
		assertThat(page.locator("main")).containsText("Đoàn kết, trách nhiệm, đổi mới");
	}

	@Test
	void theKeyboardAloneReachesARecord() {
		Page page = this.browser.signedIn("canbo.khdt", Browsing.desktop());
		page.keyboard().press("/");
		page.keyboard().type("nguyen thi huong");
		page.keyboard().press("Enter");
		page.waitForURL("**/members?**");
		Locator first = page.locator("#results tbody tr a[href*='/members/']").first();
		for (int i = 0; i < 120 && !Boolean.TRUE.equals(first.evaluate("e => e === document.activeElement")); i++) {
			page.keyboard().press("Tab");
		}

		page.keyboard().press("Enter");

		page.waitForURL("**/members/*-*-*-*");
		assertThat(page.locator("h1")).containsText("Hương");
	}

	@Test
	void everyMainPageWorksInTheDarkOnAPhoneAndOnPaper() {
		String[] pages = { "/?asOf=2020-12-31", "/units", "/units/" + unit("C01"), "/units/" + unit("C01") + "/members",
				"/members/" + memberOf("C01"), "/statistics/gender?asOf=2020-12-31&compare=2019-12-31", "/pledges" };
		Page dark = this.browser.signedIn("canbo.khdt", Browsing.dark());
		Page phone = this.browser.signedIn("canbo.khdt", Browsing.phone());
		for (int i = 0; i < pages.length; i++) {
			dark.navigate(this.browser.address(pages[i]));
			this.browser.picture(dark, "page" + i + "-dark");
			this.browser.accessible(dark);
			phone.navigate(this.browser.address(pages[i]));
			this.browser.picture(phone, "page" + i + "-phone");
			this.browser.fits(phone);
		}
		dark.navigate(this.browser.address("/units/" + unit("C01") + "/members"));
		org.assertj.core.api.Assertions.assertThat(this.browser.print(dark, "roster")).isNotEmpty();
	}

	private static void openFilters(Page page) {
		if (!page.locator("#filter-q").isVisible()) {
			page.locator("details.filters summary").click();
		}
	}

	private String memberOf(String code) {
		return one("""
				select m.member_id from membership m join unit_version v on v.unit_id = m.unit_id
				join unit_version top on top.unit_id = v.path[1] and top.code = 'KHDT'
				where v.code = ? and upper_inf(m.period) and lower(m.period) < '2024-01-01' and m.union_position is null
				order by m.member_id limit 1""", code);
	}

	private String unit(String code) {
		return one("""
				select v.unit_id from unit_version v join unit_version top on top.unit_id = v.path[1]
				where top.code = 'KHDT' and v.code = ?""", code);
	}

	private String pledge(String ministry, int year, String status) {
		return one("""
				select p.id from pledge p join unit_version v on v.unit_id = p.unit_id
				join unit_version top on top.unit_id = v.path[1]
				where top.code = ? and p.year = cast(? as smallint) and p.status = ?
				order by cardinality(v.path), v.code limit 1""", ministry, year, status);
	}

	private String one(String sql, Object... parameters) {
		return JdbcClient.create(this.database.owner()).sql(sql).params(parameters).query(String.class).single();
	}

	/** What a list must hold. */
	private static final class Assertions {

		static void containsMember(Page page, String member) {
			assertThat(page.locator("#results a[href*='" + member + "']").first()).isVisible();
		}

	}

}
