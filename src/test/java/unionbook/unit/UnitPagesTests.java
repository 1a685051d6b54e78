package unionbook.unit;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.platform.Actor;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static unionbook.unit.UnitExamples.START;
import static unionbook.unit.UnitExamples.admin;
import static unionbook.unit.UnitExamples.as;
import static unionbook.unit.UnitExamples.officer;
import static unionbook.unit.UnitExamples.operator;
import static unionbook.unit.UnitExamples.viewer;

/** The pages of the organisation, read as HTML. */
@UnitTest
class UnitPagesTests {

	private final MockMvcTester mvc;

	private final UnitExamples.Tree tree;

	private final UnitExamples.Figures figures;

	private UnitId ministry = UnitId.next();

	private UnitId first = UnitId.next();

	private UnitId second = UnitId.next();

	private UnitId section = UnitId.next();

	UnitPagesTests(@Autowired MockMvcTester mvc, @Autowired UnitExamples.Tree tree,
			@Autowired UnitExamples.Figures figures) {
		this.mvc = mvc;
		this.tree = tree;
		this.figures = figures;
	}

	@BeforeEach
	void twoGrassrootsUnionsAndASection() {
		this.ministry = this.tree.ministry();
		this.first = this.tree.grassroots(this.ministry, "C01", "Công đoàn Vụ Đầu tư");
		this.second = this.tree.grassroots(this.ministry, "C02", "Công đoàn Vụ Pháp chế");
		this.section = this.tree.under(this.ministry, this.first,
				new UnitFacts("B01", "Công đoàn bộ phận Một", "CDBP", "VU", "ADMIN"), START);
		this.figures.say(this.first, 5, 10);
		this.figures.say(this.section, 2, 3);
		this.figures.say(this.second, 1, 4);
	}

	@Test
	void theTreeSumsWhatStandsBelow() {
		Document page = page(admin(this.ministry), "/units?asOf=2020-12-31");

		assertThat(page.select(".tree li > div").eachText()).anyMatch((line) -> line.contains("17 đoàn viên"))
			.anyMatch((line) -> line.startsWith("Công đoàn Vụ Đầu tư C01 13 đoàn viên"));
		assertThat(page.select(".tree a[href='/units/" + this.first + "/members?asOf=2020-12-31']")).isNotEmpty();
		assertThat(page.select(".tree a[href='/units/" + this.first + "/members?gender=FEMALE&asOf=2020-12-31']"))
			.isNotEmpty();
	}

	@Test
	void theTableAddsUpAndCountsEachPersonOnce() {
		Document page = page(admin(this.ministry), "/units?view=table");

		assertThat(page.select("tfoot tr").text()).contains("3 đơn vị").contains("17").contains("8/17");
		assertThat(names(page)).containsExactly("Công đoàn bộ phận Một", "Công đoàn Vụ Đầu tư",
				"Công đoàn Vụ Pháp chế");
		assertThat(names(page(admin(this.ministry), "/units?view=table&sort=-members")))
			.containsExactly("Công đoàn Vụ Đầu tư", "Công đoàn Vụ Pháp chế", "Công đoàn bộ phận Một");
		assertThat(names(page(admin(this.ministry), "/units?view=table&sort=share")))
			.containsExactly("Công đoàn Vụ Pháp chế", "Công đoàn Vụ Đầu tư", "Công đoàn bộ phận Một");
		assertThat(page.select("th[aria-sort=ascending]").text()).startsWith("Mã");
	}

	@Test
	void namesAreFoundWithoutAccents() {
		Document page = page(admin(this.ministry), "/units?view=table&q=dau vu");

		assertThat(names(page)).containsExactly("Công đoàn Vụ Đầu tư");
		assertThat(page.select("tfoot tr").first()).extracting(Element::text).asString().contains("7/13");
		assertThat(page.select("a.sort[href*='q=dau']")).isNotEmpty();
		assertThat(page(admin(this.ministry), "/units?q=phap").select(".tree").text()).contains("17 đoàn viên")
			.doesNotContain("Đầu tư");
		assertThat(page(admin(this.ministry), "/units?q=khongco").select(".empty")).hasSize(1);
	}

	@Test
	void whatNoLinkAsksForIsABadRequest() {
		assertThat(get(admin(this.ministry), "/units?sort=password")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get(admin(this.ministry), "/units?kind=X")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get(admin(this.ministry), "/units?asOf=31/02/2020")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void anEndedUnitIsShownWhenAskedForWithItsDecision() {
		this.tree.end(this.ministry, this.second, LocalDate.of(2020, 6, 1));

		assertThat(page(admin(this.ministry), "/units").text()).doesNotContain("Công đoàn Vụ Pháp chế");
		assertThat(page(admin(this.ministry), "/units?asOf=2020-05-31").text()).contains("Công đoàn Vụ Pháp chế");
		Document ended = page(admin(this.ministry), "/units?state=ended&view=table");
		assertThat(ended.select("tr.ended").text()).contains("Công đoàn Vụ Pháp chế")
			.contains("01/06/2020")
			.contains("12/QĐ-CĐB");
		Document page = page(viewer(this.ministry), "/units/" + this.second);
		assertThat(page.select("main").text()).contains("Giải thể, kết thúc hoạt động 01/06/2020, QĐ số 12/QĐ-CĐB");
		assertThat(page.select("a[href='/units/" + this.second + "/members?asOf=2020-05-31']")).isNotEmpty();
	}

	@Test
	void anOfficerSeesTheOwnUnitAndTheNamesAbove() {
		Document list = page(officer(this.second), "/units");

		assertThat(list.select(".tree").text()).contains("Công đoàn Vụ Pháp chế").doesNotContain("Đầu tư");
		assertThat(list.select(".breadcrumb li").eachText()).containsExactly("Công đoàn Bộ Thử nghiệm");
		assertThat(list.select(".breadcrumb a")).isEmpty();
		assertThat(get(officer(this.second), "/units/" + this.ministry)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(officer(this.second), "/units/" + this.first)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void anOperatorIsToldWhyThereIsNothing() {
		assertThat(page(operator(), "/units").select(".empty").text()).contains("vận hành hệ thống");
	}

	@Test
	void aForeignUnitLooksLikeNone() {
		UnitId foreign = this.tree.ministry();

		for (String suffix : List.of("", "/edit", "/units/new")) {
			String there = withoutIds(get(admin(this.ministry), "/units/" + foreign + suffix));
			String nowhere = withoutIds(get(admin(this.ministry), "/units/" + UUID.randomUUID() + suffix));
			assertThat(there).isEqualTo(nowhere).contains("404");
		}
		assertThat(post(admin(foreign), "/units/" + this.first, "name", "X")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aViewerReadsAndChangesNothing() {
		Document page = page(viewer(this.ministry), "/units/" + this.first);

		assertThat(page.select(".heading .actions a")).isEmpty();
		for (String suffix : List.of("", "/units")) {
			assertThat(post(viewer(this.ministry), "/units/" + this.first + suffix)).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(get(viewer(this.ministry), "/units/" + this.first + "/edit")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aUnitIsFoundedFromTheForm() {
		Document form = page(admin(this.ministry), "/units/" + this.ministry + "/units/new");
		assertThat(form.select("select[name=kind] option[value]:not([value=''])").eachAttr("value"))
			.containsExactly("CDCS");

		MvcTestResult saved = post(admin(this.ministry), "/units/" + this.ministry + "/units", "kind", "CDCS", "code",
				"c03", "name", "Công đoàn Vụ Mới", "hostKind", "VU", "fundingType", "ADMIN", "decisionNumber", "9/QĐ",
				"effectiveOn", "1/6/2020");

		assertThat(saved).hasStatus3xxRedirection();
		assertThat(page(admin(this.ministry), "/units?asOf=2020-06-01").text()).contains("Công đoàn Vụ Mới C03");
		assertThat(page(admin(this.ministry), "/units?asOf=2020-05-31").text()).doesNotContain("Công đoàn Vụ Mới");
	}

	@Test
	void aFormWithErrorsTellsThemAtTheFields() {
		MvcTestResult refused = post(admin(this.ministry), "/units/" + this.ministry + "/units", "code", "?",
				"effectiveOn", "31/02/2020");

		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		Document page = Jsoup.parse(text(refused));
		assertThat(page.select("#errors a").eachAttr("href")).contains("#kind", "#code", "#name", "#hostKind",
				"#fundingType", "#decisionNumber", "#effectiveOn");
		assertThat(page.text()).contains("Mã bắt đầu bằng chữ hoặc số");

		MvcTestResult wrongKind = post(admin(this.ministry), "/units/" + this.ministry + "/units", "kind", "TO_CD",
				"code", "T9", "name", "Tổ Chín", "hostKind", "VU", "fundingType", "ADMIN", "decisionNumber", "9/QĐ",
				"effectiveOn", "1/6/2020");
		assertThat(wrongKind).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(text(wrongKind)).contains("Tổ công đoàn không thể trực thuộc Công đoàn Bộ");
	}

	@Test
	void aStaleEditShowsBothVersionsAndChangesNothing() {
		change("0", "Công đoàn Vụ Đầu tư công", "01/06/2020");

		MvcTestResult stale = change("0", "Công đoàn Vụ Đầu tư tư nhân", "01/07/2020");

		assertThat(stale).hasStatus(HttpStatus.CONFLICT);
		Document page = Jsoup.parse(text(stale));
		assertThat(page.select("[role=alert] tbody tr").first()).extracting(Element::text)
			.asString()
			.contains("Công đoàn Vụ Đầu tư công")
			.contains("Công đoàn Vụ Đầu tư tư nhân");
		assertThat(page.select("input[name=version]").attr("value")).isEqualTo("1");
		assertThat(page(admin(this.ministry), "/units/" + this.first).select("h1").text())
			.isEqualTo("Công đoàn Vụ Đầu tư công");
	}

	@Test
	void thePageOfAUnitTellsItsHistoryNewestFirst() {
		change("0", "Công đoàn Vụ Đầu tư công", "01/06/2020");

		Document page = page(admin(this.ministry), "/units/" + this.first + "?asOf=2020-05-31");

		assertThat(page.select("h1").text()).isEqualTo("Công đoàn Vụ Đầu tư");
		assertThat(page.select(".timeline li").eachText()).hasSize(2)
			.first()
			.asString()
			.contains("01/06/2020 Đổi tên QĐ số 7/QĐ-CĐB")
			.contains("Công đoàn Vụ Đầu tư → Công đoàn Vụ Đầu tư công");
		assertThat(page.select(".figure").text()).contains("13").contains("7/13");
		assertThat(page.select("#below").text()).contains("Công đoàn bộ phận Một");
	}

	@Test
	void olderFactsCanOnlyBeCorrected() {
		change("0", "Công đoàn Vụ Đầu tư công", "01/06/2020");

		Document form = page(admin(this.ministry), "/units/" + this.first + "/edit?asOf=2020-05-31");

		assertThat(form.select("input[name=mode]").eachAttr("value")).containsExactly("CORRECTION");
		assertThat(form.select("input[name=effectiveOn]")).isEmpty();
	}

	@Test
	void theTableIsExportedAsItStands() {
		MvcTestResult file = get(admin(this.ministry), "/units.csv?q=dau&asOf=2020-12-31");

		assertThat(file).hasStatusOk();
		assertThat(text(file)).contains("31/12/2020").contains("Công đoàn Vụ Đầu tư").doesNotContain("Pháp chế");
		assertThat(get(admin(this.ministry), "/units.xlsx")).hasStatusOk();
	}

	private MvcTestResult change(String version, String name, String day) {
		return post(admin(this.ministry), "/units/" + this.first, "version", version, "mode", "CHANGE", "code", "C01",
				"name", name, "hostKind", "VU", "fundingType", "ADMIN", "decisionNumber", "7/QĐ-CĐB", "effectiveOn",
				day);
	}

	private List<String> names(Document page) {
		return page.select("tbody th a").eachText();
	}

	private Document page(Actor actor, String address) {
		MvcTestResult result = get(actor, address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(text(result));
	}

	private MvcTestResult get(Actor actor, String address) {
		return as(actor, () -> this.mvc.get().uri(address).with(user("test")).exchange());
	}

	private MvcTestResult post(Actor actor, String address, String... fields) {
		return as(actor, () -> {
			MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(address).with(user("test")).with(csrf());
			for (int i = 0; i < fields.length; i += 2) {
				request.param(fields[i], fields[i + 1]);
			}
			return request.exchange();
		});
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Without what differs in each answer: ids, and the codes of the request. */
	private static String withoutIds(MvcTestResult result) {
		return text(result).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "")
			.replaceAll("(?s)<(script|footer).*?</\\1>", "")
			.replaceAll("<meta name=\"_csrf\"[^>]*>|name=\"_csrf\"[^>]*>|<code.*?</code>", "");
	}

}
