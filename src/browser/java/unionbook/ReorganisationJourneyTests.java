package unionbook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A merger, an ending and the family tree they leave, by hand in a real browser. */
@BrowserTest
class ReorganisationJourneyTests {

	@LocalServerPort
	private int port;

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
	void twoUnitsAreMergedDrawnAndTakenApartAgain() {
		Page page = this.browser.signedIn("quantri.khdt", Browsing.desktop());
		page.navigate(this.browser.address("/reorganisations"));
		page.locator("main .actions a.button").first().click();
		go(page);
		assertThat(page.locator("#errors")).isFocused();
		page.locator("input[name=kind][value=ABSORB]").check();
		shown(page, "reorganisation-start");
		go(page);

		go(page);
		assertThat(page.locator("#errors")).isFocused();
		page.locator("label:has-text('V11') input[name=sources]").check();
		choose(page, "#receiver", "V12");
		shown(page, "reorganisation-units");
		go(page);
		decide(page, "88/QĐ-CĐB");
		shown(page, "reorganisation-people");
		page.locator("main > .actions a, main .actions a.button").last().click();
		shown(page, "reorganisation-matters");
		page.locator("main > .actions a.button").click();

		page.fill("#confirmation", "89/QĐ");
		page.locator("main form button.danger").click();
		assertThat(page.locator("#errors")).isFocused();
		shown(page, "reorganisation-preview");
		page.fill("#confirmation", "88/QĐ-CĐB");
		page.locator("#confirmation").press("Enter");
		assertThat(page.locator("main .heading .badge")).hasText("Đã thực hiện");
		shown(page, "reorganisation-done");
		String decision = page.url();

		page.locator("main a[href$='/lineage']").last().click();
		assertThat(page.locator("svg.lineage rect.box")).hasCount(2);
		assertThat(page.locator("main table tbody")).containsText("88/QĐ-CĐB");
		shown(page, "lineage");
		assertThat(this.browser.print(page, "lineage")).isNotEmpty();
		page.setViewportSize(390, 844);
		this.browser.fits(page);
		this.browser.picture(page, "lineage-phone");

		page.setViewportSize(1366, 768);
		undo(page, decision);
	}

	@Test
	void aUnitEndsInTheDarkAndOnAPhone() {
		Page page = this.browser.signedIn("quantri.khdt", Browsing.phone().setColorScheme(ColorScheme.DARK));
		page.navigate(this.browser.address("/units?q=V13&view=table"));
		page.locator("main tbody a[href*='/units/']").first().click();
		page.locator("main .heading a.danger").click();
		assertThat(page.locator("input[name=kind][value=END]")).isChecked();
		go(page);
		assertThat(page.locator("label:has-text('V13') input[name=sources]")).isChecked();
		shown(page, "ending-units");
		go(page);
		decide(page, "90/QĐ-CĐB");
		page.locator("main .actions a.button").last().click();
		page.locator("#checklist input[type=checkbox]").nth(2).check();
		page.locator("input[name='items[2].note']").fill("Biên bản số 3");
		page.locator("#checklist button").click();
		assertThat(page.locator("main").locator("#checklist input[type=checkbox]").nth(2)).isChecked();
		shown(page, "ending-checklist");
		page.locator("main > .actions a.button").click();
		shown(page, "ending-preview");
		page.fill("#confirmation", "90/QĐ-CĐB");
		page.locator("main form button.danger").click();
		assertThat(page.locator("main .heading .badge")).hasText("Đã thực hiện");
		shown(page, "ending-done");
		undo(page, page.url());
	}

	private void shown(Page page, String name) {
		this.browser.fits(page);
		this.browser.accessible(page);
		this.browser.picture(page, name);
	}

	private static void go(Page page) {
		page.locator("main form > .actions button").last().click();
	}

	private static void choose(Page page, String field, String code) {
		Locator option = page.locator(field + " option").filter(new Locator.FilterOptions().setHasText(code + " "));
		page.locator(field).selectOption(option.getAttribute("value"));
	}

	private void decide(Page page, String number) {
		page.fill("#decisionNumber", number);
		page.fill("#decisionSignedOn", "15/10/2026");
		page.fill("#decisionSigner", "Chủ tịch Công đoàn Bộ");
		page.fill("#effectiveOn", "01/11/2026");
		go(page);
		assertThat(page.locator(".remaining")).containsText("0 ");
	}

	private void undo(Page page, String decision) {
		page.navigate(decision);
		page.locator("form[action$='/undo'] button").focus();
		page.keyboard().press("Enter");
		assertThat(page.locator("main .heading .badge")).hasText("Đã hủy");
	}

}
