package unionbook;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the pictures of the README from the demonstration data; only when asked, for it writes into the sources. */
@BrowserTest
@EnabledIfSystemProperty(named = "pictures", matches = ".*", disabledReason = "writes the README's pictures when asked")
class PicturesTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestDatabase database;

	@Test
	void thePicturesOfTheReadme() {
		try (Browsing browser = new Browsing(this.port)) {
			picture(browser, Browsing.desktop(), "canbo.khdt", "/?asOf=2020-12-31", "home");
			picture(browser, Browsing.desktop(), "canbo.khdt", "/statistics/gender?asOf=2020-12-31", "gender");
			picture(browser, Browsing.dark(), "canbo.khdt", "/members?asOf=2020-12-31", "roster-dark");
			picture(browser, Browsing.phone().setDeviceScaleFactor(1), "canbo.bct", "/pledges/" + pledge(), "pledge-phone");
		}
	}

	private void picture(Browsing browser, Browser.NewContextOptions window, String officer, String address,
			String name) {
		Page page = browser.signedIn(officer, window);
		page.navigate(browser.address(address));
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("src", "pictures", name + ".png")));
		page.context().close();
	}

	private String pledge() {
		return JdbcClient.create(this.database.owner())
			.sql("select id from pledge where year = 2024 and level = 'MINISTRY_JOINT'")
			.query(String.class)
			.single();
	}

}
