package unionbook.roster;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.HostileCase;
import unionbook.TestDatabase;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a roster as it reaches the reader. */
@RosterTest
class RosterPageTests {

	private static final String DAY = "asOf=2020-12-31";

	@Autowired
	private MockMvcTester mvc;

	private final RosterExamples examples;

	private final UnitId ministry;

	private final UnitId one;

	RosterPageTests(@Autowired TestDatabase database) {
		this.examples = new RosterExamples(database);
		this.ministry = this.examples.ministry("Công đoàn Bộ");
		this.one = this.examples.unit("Công đoàn cơ sở 1", this.ministry);
		this.examples.enrol(this.one,
				RosterExamples.person("Đặng Thị Ánh").as("VU_TRUONG", "MASTER", "OFFICIAL").born("1980-12-30", "DAY"),
				RosterExamples.person("Lê <b>An</b>").man().inDepartment("\"><script>alert(1)</script>"),
				RosterExamples.person("Trần [[${7*7}]] Bình").born("1975-01-01", "YEAR"));
	}

	@Test
	void showsPeopleByGivenNameWithWhatIsCounted() {
		Document page = page(Role.UNIT_OFFICER, "/units/" + this.one + "/members?" + DAY);

		assertThat(page.select("thead th").eachText().stream().map((text) -> text.split("[▲▼↕]")[0].strip()))
			.containsExactly("Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Chức vụ công đoàn",
					"Ngày vào Công đoàn");
		assertThat(page.select("tbody th").eachText()).containsExactly("Lê <b>An</b>", "Đặng Thị Ánh",
				"Trần [[${7*7}]] Bình");
		Element anh = page.select("tbody tr").get(1);
		assertThat(anh.select("td").eachText()).startsWith("Nữ", "30/12/1980", "Vụ trưởng");
		assertThat(anh.select("th a").attr("href")).matches("/members/[0-9a-f-]{36}\\?" + DAY);
		assertThat(anh.select("td").eachAttr("data-label")).startsWith("Giới tính", "Ngày sinh");
		assertThat(page.select("#results [role=status]").text()).isEqualTo("3 đoàn viên · 2 nữ");
		assertThat(page.select(".share").text()).contains("66,7%", "2/3");
		assertThat(page.select("tbody tr").get(2).text()).contains("1975").doesNotContain("49");
		assertThat(page.select("script:not([src]), tbody b")).isEmpty();
		assertThat(page.select("th[aria-sort=ascending]").text()).startsWith("Họ và tên");
		assertThat(page.select(".breadcrumb li").eachText()).containsExactly("Công đoàn Bộ", "Công đoàn cơ sở 1");
		assertThat(page.select(".breadcrumb a").eachAttr("href")).containsExactly("/units/" + this.one + "?" + DAY);
	}

	@Test
	void stateStandsInTheAddressAndEachConditionHasItsWayOut() {
		Document page = page(Role.MINISTRY_OFFICER,
				"/members?" + DAY + "&q=dang&gender=FEMALE&sort=birth&cols=name&cols=party&cols=unit");

		assertThat(page.select("tbody tr").eachText())
			.containsExactly("Đặng Thị Ánh Công đoàn cơ sở 1 Đảng viên chính thức");
		assertThat(page.select("#results .badge").eachText()).containsExactly("Họ tên: dang ✕, bỏ điều kiện này",
				"Giới tính: Nữ ✕, bỏ điều kiện này");
		assertThat(page.select("#results .badge").getFirst().attr("href"))
			.isEqualTo("/members?" + DAY + "&gender=FEMALE&sort=birth&cols=name,unit,party");
		assertThat(page.select("form[hx-get] [name=q]").val()).isEqualTo("dang");
		assertThat(page.select("form[hx-get] [name=gender] [selected]").val()).isEqualTo("FEMALE");
		assertThat(page.select("form[hx-get] [name=sort]").val()).isEqualTo("birth");
		assertThat(page.select("details.filters summary").text()).contains("2");
		assertThat(page.select("a[href*=members.xlsx]").attr("href"))
			.isEqualTo("/members.xlsx?" + DAY + "&q=dang&gender=FEMALE&sort=birth&cols=name,unit,party");
	}

	@Test
	void nobodyFoundNamesTheConditionsToDrop() {
		Document page = page(Role.UNIT_OFFICER, "/units/" + this.one + "/members?q=%3Cscript%3E&gender=MALE");

		assertThat(page.select("tbody")).isEmpty();
		assertThat(page.select(".empty a").eachText()).containsExactly("Họ tên: <script> ✕", "Giới tính: Nam ✕");
		assertThat(page.select("script:not([src])")).isEmpty();
	}

	@Test
	void htmxGetsTheResultsAndTheAddressToShow() {
		MvcTestResult result = get(Role.UNIT_OFFICER, "/units/" + this.one + "/members?q=anh&gender=&age=", "true");

		assertThat(result).hasStatusOk();
		assertThat(result.getResponse().getHeader("HX-Push-Url")).isEqualTo("/units/" + this.one + "/members?q=anh");
		assertThat(result.getResponse().getHeader(HttpHeaders.VARY)).contains("HX-Request");
		Document part = Jsoup.parse(text(result));
		assertThat(part.select("body > *").eachAttr("id")).containsExactly("results");
		assertThat(part.select("tbody th").eachText()).containsExactly("Đặng Thị Ánh");
	}

	@HostileCase("ROS-11")
	@Test
	void aViewerGetsNeitherPartyNorBirthdays() {
		String page = text(
				get(Role.VIEWER, "/units/" + this.one + "/members?cols=cccd,party,birth&party=OFFICIAL", null));

		assertThat(Jsoup.parse(page).select("tbody tr")).hasSize(3);
		assertThat(Jsoup.parse(page).select("select[name=party], [name=cols][value=party]")).isEmpty();
		assertThat(page).doesNotContain("30/12/1980", "Đảng viên", "/members/new").contains("1980");
	}

	@Test
	void onlyWhoMayWriteIsInvitedToAdd() {
		String href = "/units/" + this.one + "/members/new";

		assertThat(page(Role.UNIT_OFFICER, "/units/" + this.one + "/members").select("a[href=" + href + "]"))
			.hasSize(1);
		assertThat(page(Role.VIEWER, "/units/" + this.one + "/members").select("a[href=" + href + "]")).isEmpty();
	}

	@Test
	void unreadableRequestsAreToldByName() {
		for (String[] wrong : List.of(new String[] { "sort", "password_hash" }, new String[] { "gender", "X" },
				new String[] { "after", "zz" }, new String[] { "asOf", "31/02/2020" })) {
			MvcTestResult result = get(Role.UNIT_OFFICER,
					"/units/" + this.one + "/members?" + wrong[0] + "=" + wrong[1], null);
			assertThat(result).hasStatus(400);
			assertThat(Jsoup.parse(text(result)).select("main").text()).contains(wrong[0]).doesNotContain(wrong[1]);
		}
	}

	@HostileCase("IDR-01")
	@Test
	void aForeignUnitLooksLikeAnIdNobodyHas() {
		UnitId foreign = this.examples.ministry("Công đoàn Bộ khác");

		String foreignPage = text(notFound("/units/" + foreign + "/members"));
		String unknownPage = text(notFound("/units/" + UnitId.next() + "/members"));
		assertThat(main(foreignPage)).isEqualTo(main(unknownPage));
		for (String malformed : List.of("0", "-1", "null", "1%20OR%201=1", "00000000-0000-0000-0000-000000000000")) {
			notFound("/units/" + malformed + "/members");
		}
		notFound("/units/" + foreign + "/members.csv");
	}

	private static String main(String page) {
		return Jsoup.parse(page).select("main").html().replaceAll("<code.*?</code>", "");
	}

	private MvcTestResult notFound(String address) {
		MvcTestResult result = get(Role.UNIT_OFFICER, address, null);
		assertThat(result).hasStatus(404);
		return result;
	}

	private Document page(Role role, String address) {
		MvcTestResult result = get(role, address, null);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(text(result));
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private MvcTestResult get(Role role, String address, @org.jspecify.annotations.Nullable String htmx) {
		return RosterExamples.as(role, (role == Role.MINISTRY_OFFICER) ? this.ministry : this.one, () -> {
			var request = this.mvc.get().uri(java.net.URI.create(address.replace("<", "%3C")));
			return ((htmx == null) ? request : request.header("HX-Request", htmx)).exchange();
		});
	}

}
