package unionbook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A change and a guess at a password are found in the log, by hand in a real browser. */
@BrowserTest
class AuditJourneyTests {

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
	void aChangeIsFoundAndOpened() {
		String member = JdbcClient.create(this.database.owner())
			.sql("""
					select m.id::text from member m join unit_version v on v.unit_id = m.unit_id and v.code = 'C01'
					join unit_version top on top.unit_id = v.path[1] and top.code = 'KHDT'
					where exists (select from membership p where p.member_id = m.id and upper_inf(p.period))
					order by m.id limit 1""")
			.query(String.class)
			.single();
		Page officer = this.browser.signedIn("cdcs.khdt.c01", Browsing.desktop());
		officer.navigate(this.browser.address("/members/" + member + "/edit"));
		officer.fill("#address", "6B Hoàng Diệu, Hà Nội");
		submit(officer);
		officer.locator("main a", new Page.LocatorOptions().setHasText("Nhật ký")).first().click();
		assertThat(officer.locator("table.log")).containsText("Sửa đoàn viên");

		Page page = this.browser.signedIn("quantri.khdt", Browsing.desktop());
		page.locator("nav#nav a", new Page.LocatorOptions().setHasText("Nhật ký thao tác")).click();
		page.selectOption("#filter-action", "member.changed");
		page.fill("#filter-actor", "cdcs.khdt.c01");
		page.locator(".filters button").click();
		Locator line = page.locator("table.log > tbody > tr").first();
		line.locator("summary").click();

		assertThat(line.locator("details table")).containsText("6B Hoàng Diệu, Hà Nội");
		assertThat(line.locator("details table")).containsText("Nơi ở hiện nay");
		this.browser.picture(page, "audit-change");
		this.browser.accessible(page);
		this.browser.print(page, "audit-change");
		Page phone = this.browser.signedIn("quantri.khdt", Browsing.phone());
		phone.navigate(this.browser.address("/audit"));
		phone.locator("table.log summary").first().click();
		this.browser.fits(phone);
		this.browser.picture(phone, "audit-phone");
		this.browser.accessible(phone);
		Page dark = this.browser.signedIn("quantri.khdt", Browsing.dark());
		dark.navigate(this.browser.address("/audit/verification"));
		submit(dark);
		assertThat(dark.locator(".notice.ok")).isVisible();
		this.browser.picture(dark, "audit-verification-dark");
		this.browser.accessible(dark);
	}

	@Test
	void afterFiveWrongPasswordsTheRightOneHasToWait() {
		Page page = this.browser.open(Browsing.desktop());
		page.navigate(this.browser.address("/login"));
		for (int i = 0; i < 5; i++) {
			signIn(page, "not the password " + i);
			assertThat(page.locator("main [role=alert]")).isVisible();
		}

		signIn(page, Officers.PASSWORD);

		assertThat(page.locator("main [role=alert]")).isVisible();
		this.browser.picture(page, "login-wait");
		this.browser.accessible(page);
		Page log = this.browser.signedIn("quantri.bct", Browsing.desktop());
		log.navigate(this.browser.address("/audit?action=account.sign-in-refused&actor=khach.bct"));
		assertThat(log.locator("table.log > tbody > tr")).hasCount(6);
		this.browser.picture(log, "audit-refused");
	}

	private static void signIn(Page page, String password) {
		page.fill("#username", "khach.bct");
		page.fill("#password", password);
		page.click("main button:not([type=button])");
		page.waitForURL("**/login?error");
	}

	private static void submit(Page page) {
		page.locator("main form button[type=submit], main form button:not([type])").first().click();
	}

}
