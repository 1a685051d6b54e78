package unionbook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** The installed Chromium, signed in as an officer; keeps pictures and what the pages complained about. */
final class Browsing implements AutoCloseable {

	private static final Path PICTURES = Path.of("target", "pictures");

	private final Playwright playwright;

	private final Browser browser;

	private final String base;

	private final List<String> complaints = new ArrayList<>();

	Browsing(int port) {
		this.base = "http://localhost:" + port;
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium())
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	/** A window of an officer who has signed in by hand. */
	Page signedIn(String username, Browser.NewContextOptions options) {
		Page page = open(options);
		page.navigate(this.base + "/login");
		page.fill("#username", username);
		page.fill("#password", Officers.PASSWORD);
		page.click("main button:not([type=button])");
		page.waitForURL(this.base + "/");
		return page;
	}

	Page open(Browser.NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options.setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh"));
		context.setDefaultTimeout(20_000);
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			if ("error".equals(message.type()) && !message.text().contains("status of 4")) {
				this.complaints.add(message.text());
			}
		});
		page.onPageError(this.complaints::add);
		return page;
	}

	static Browser.NewContextOptions desktop() {
		return new Browser.NewContextOptions().setViewportSize(1366, 768);
	}

	static Browser.NewContextOptions dark() {
		return desktop().setColorScheme(ColorScheme.DARK);
	}

	static Browser.NewContextOptions phone() {
		return new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2).setHasTouch(true);
	}

	String address(String path) {
		return this.base + path;
	}

	/** Keeps a picture to be looked at. */
	void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
	}

	/** Prints a page on A4, as an officer would. */
	byte[] print(Page page, String name) {
		return page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve(name + ".pdf")));
	}

	/** Asks axe for every rule of WCAG 2.2 A and AA. */
	void accessible(Page page) {
		List<Rule> violations = new AxeBuilder(page)
			.withTags(Arrays.asList("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations();
		assertThat(violations.stream().map((rule) -> rule.getId() + " " + rule.getNodes().getFirst().getHtml()))
			.as(page.url())
			.isEmpty();
	}

	/** Nothing sticks out sideways on a narrow screen. */
	void fits(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.as("overflow of %s", page.url())
			.isEqualTo(0);
	}

	List<String> complaints() {
		return this.complaints;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

	private static Path chromium() {
		return Stream.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"), "/usr/bin/chromium-browser",
				"/usr/bin/google-chrome")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no Chromium: install it, or name it in CHROMIUM"));
	}

}
