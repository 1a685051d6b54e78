package unionbook;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A list with errors on its way into the book and back, by hand in a real browser. */
@BrowserTest
class IntakeJourneyTests {

	private static final String LIST = "\ufeffHọ và tên;Giới tính;Ngày sinh;Chức vụ\r\n"
			+ "Lò Thị Trình Duyệt;Nữ;05/02/1990;Chuyên viên\r\n" + "Hà Văn Trình Duyệt;;1988;Trưởng phòng\r\n"
			+ "Mạc Thị Trình Duyệt;Nữ;31/02/1985;Chuyên viên\r\n";

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
	void aListWithErrorsIsCorrectedConfirmedAndUndone() throws Exception {
		Page page = this.browser.signedIn("canbo.khdt", Browsing.desktop());
		page.navigate(this.browser.address("/imports"));
		this.browser.picture(page, "imports-start");
		this.browser.accessible(page);
		send(page, LIST);
		waitFor(page, "Chờ xác nhận");
		assertThat(page.locator("main")).containsText("C4:");
		this.browser.picture(page, "imports-errors");
		this.browser.accessible(page);

		Download download = page.waitForDownload(() -> page.locator("main a[href*='errors.csv']").click());
		String remarks = new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(remarks).contains("Lỗi").contains("31/02/1985");
		page.navigate(this.browser.address("/imports"));
		send(page, remarks.replace("Hà Văn Trình Duyệt;;", "Hà Văn Trình Duyệt;Nam;").replace("31/02", "28/02"));
		waitFor(page, "Chờ xác nhận");
		page.locator("main a[href$='/confirm']").click();
		page.locator("main form button").first().click();
		assertThat(page.locator("#errors")).isFocused();
		page.locator("input[name=mode][value=ALL]").check();
		page.fill("#effectiveOn", "01/03/2024");
		page.fill("#decisionNumber", "12/QĐ-CĐ");
		this.browser.picture(page, "imports-confirm");
		this.browser.accessible(page);
		page.locator("main form button").first().click();
		waitFor(page, "Đã nhập");
		assertThat(page.locator("main")).containsText("Đã thêm 3 đoàn viên");
		this.browser.picture(page, "imports-result");
		this.browser.accessible(page);

		page.locator("form[action$='/undo'] button").focus();
		page.keyboard().press("Enter");
		waitFor(page, "Đã hoàn tác");
		this.browser.picture(page, "imports-undone");
	}

	@Test
	void aListIsReadOnAPhoneAndInTheDark() {
		Page phone = this.browser.signedIn("cdcs.khdt.c01", Browsing.phone());
		phone.navigate(this.browser.address("/imports"));
		this.browser.fits(phone);
		send(phone, LIST);
		waitFor(phone, "Chờ xác nhận");
		this.browser.fits(phone);
		this.browser.picture(phone, "imports-phone");
		phone.locator("details.card summary").last().click();
		this.browser.fits(phone);
		this.browser.picture(phone, "imports-phone-columns");
		phone.locator("main a[href$='/confirm']").click();
		this.browser.fits(phone);
		Page dark = this.browser.signedIn("cdcs.khdt.c01", Browsing.dark());
		dark.navigate(this.browser.address("/imports"));
		this.browser.accessible(dark);
		this.browser.picture(dark, "imports-list-dark");
		dark.locator("tbody a").first().click();
		this.browser.accessible(dark);
		this.browser.picture(dark, "imports-dark");
	}

	private static void send(Page page, String list) {
		Locator unit = page.locator("#unit");
		unit.selectOption(unit.locator("option").nth(1).getAttribute("value"));
		page.setInputFiles("#file", new FilePayload("danh-sach.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
		page.locator("main form button").first().click();
	}

	private static void waitFor(Page page, String status) {
		assertThat(page.locator("main .heading .badge")).hasText(status,
				new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(20_000));
	}

}
