package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.DemonstrationTest;
import unionbook.Officers;
import unionbook.TestDatabase;
import unionbook.platform.DayClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator reorganises step by step; whatever is done here is undone in the end.
 */
@DemonstrationTest
class ReorganisationPagesTests {

	private static final String ADMIN = "quantri.khdt";

	@Autowired
	private Officers officers;

	@Autowired
	private DayClock clock;

	private final JdbcClient owner;

	ReorganisationPagesTests(@Autowired TestDatabase database) {
		this.owner = JdbcClient.create(database.owner());
	}

	@Test
	void aMergerIsWrittenStepByStepCarriedOutAndUndone() {
		UUID absorbed = unit("V11");
		UUID receiver = unit("V12");
		long people = members(absorbed);
		String draft = begin("ABSORB");
		assertThat(page(draft).select(".tasklist li")).hasSize(5);

		MvcTestResult empty = post(draft + "/units", "version", "0");
		assertThat(empty).hasStatus(422);
		assertThat(Officers.read(empty).select("#errors li")).hasSize(2);
		assertThat(
				post(draft + "/units", "version", "0", "sources", absorbed.toString(), "receiver", absorbed.toString()))
			.hasStatus(422);
		assertThat(post(draft + "/units", "version", "0", "sources", absorbed.toString(), "q", "thống kê", "find", "1"))
			.hasStatus3xxRedirection();
		Document found = page(draft + "/units?q=thống kê");
		assertThat(found.select("input[name=sources][checked]").eachAttr("value")).containsExactly(absorbed.toString());
		next(post(draft + "/units", "version", version(found), "sources", absorbed.toString(), "receiver",
				receiver.toString()), draft + "/decision");

		Document decision = page(draft + "/decision");
		MvcTestResult refused = post(draft + "/decision", "version", version(decision), "decisionSignedOn",
				"31/02/2026", "effectiveOn", "mai");
		assertThat(refused).hasStatus(422);
		assertThat(Officers.read(refused).select("#decisionSignedOn").val()).isEqualTo("31/02/2026");
		decide(draft, "88/QĐ-CĐB", today().plusDays(10), "/people");

		Document everybody = page(draft + "/people");
		assertThat(everybody.select(".remaining").text()).startsWith("0 ");
		assertThat(everybody.select("main").text()).contains("Toàn bộ đoàn viên chuyển về");
		assertThat(page(draft + "/matters").select("#checklist tbody tr")).hasSize(5);

		Document preview = page(draft + "/preview");
		assertThat(preview.select("tfoot td.num").eachText()).last().isEqualTo("0");
		assertThat(preview.select("tbody tr").first().text()).contains("V11").contains("−" + people);
		MvcTestResult mistyped = confirm(draft, preview, "99/QĐ");
		assertThat(mistyped).hasStatus(422);
		assertThat(Officers.read(mistyped).select("#errors").text()).contains("88/QĐ-CĐB");
		next(confirm(draft, preview, "88/qđ-cđb"), draft);

		Document done = page(draft);
		assertThat(done.select(".heading .badge").text()).isEqualTo("Sắp có hiệu lực");
		assertThat(done.select("main").text()).contains("V11").contains("V12");
		assertThat(page("/reorganisations?state=COMING").select("tbody th a").eachAttr("href")).contains(draft);
		assertThat(page("/reorganisations?asOf=" + today().plusDays(20)).select("tbody tr:has(a[href=" + draft + "])")
			.text()).contains("Đã thực hiện");
		Document tree = page("/units/" + receiver + "/lineage");
		assertThat(tree.select("svg.lineage rect.box")).hasSize(2);
		assertThat(tree.select("svg.lineage text").eachText()).contains("Sáp nhập", "88/QĐ-CĐB");
		assertThat(tree.select("table tbody tr").text()).contains("88/QĐ-CĐB");
		assertThat(this.officers.get(ADMIN, draft + "/units")).hasStatus3xxRedirection();

		undo(draft);
		assertThat(page("/units/" + receiver + "/lineage").select("svg.lineage rect.box")).hasSize(1);
		assertThat(members(absorbed)).isEqualTo(people);
	}

	@Test
	void aUnitEndsWithItsChecklist() {
		UUID unit = unit("V13");
		assertThat(page("/units/" + unit).select("main .heading a.danger").attr("href"))
			.isEqualTo("/reorganisations/new?kind=END&unit=" + unit);
		Document start = page("/reorganisations/new?kind=END&unit=" + unit);
		assertThat(start.select("input[name=kind][checked]").val()).isEqualTo("END");
		MvcTestResult begun = post("/reorganisations", "id", start.select("input[name=id]").val(), "kind", "END",
				"unit", unit.toString());
		String draft = Objects.requireNonNull(begun.getResponse().getRedirectedUrl()).replaceAll("/units.*", "");
		assertThat(page(begun.getResponse().getRedirectedUrl()).select("input[name=sources][checked]").val())
			.isEqualTo(unit.toString());
		next(post(draft + "/units", "version", "0", "sources", unit.toString()), draft + "/decision");
		decide(draft, "90/QĐ-CĐB", today().plusDays(5), "/people");
		assertThat(page(draft + "/people").select("main").text()).contains("thôi sinh hoạt cùng với đơn vị");

		assertThat(post(draft + "/checklist", "items[2].doneOn", "hôm kia", "items[2].done", "true")).hasStatus(422);
		next(post(draft + "/checklist", "items[2].done", "true", "items[2].doneOn", "14/06/2025", "items[2].note",
				"Biên bản số 3", "items[4].done", "true"), draft + "/matters");
		Document list = page(draft + "/matters");
		assertThat(list.select("#checklist input[type=checkbox][checked]")).hasSize(2);
		assertThat(list.select("#checklist .print-only").eachText()).contains("14/06/2025", "Biên bản số 3");

		next(confirm(draft, page(draft + "/preview"), "90/QĐ-CĐB"), draft);
		assertThat(page(draft).select("main").text()).contains("Thôi sinh hoạt");
		next(post(draft + "/checklist", "items[0].done", "true"), draft);
		assertThat(page(draft).select("#checklist input[type=checkbox][checked]")).hasSize(1);
		undo(draft);
	}

	@Test
	void aDivisionCountsDownToNobody() {
		UUID unit = unit("N01");
		String draft = begin("DIVIDE");
		next(post(draft + "/units", "version", "0", "unit", unit.toString()), draft + "/outcome");
		MvcTestResult half = post(draft + "/outcome", "version", "1", "units[0].code", "N81", "units[0].name",
				"Công đoàn Viện A, B", "units[1].name", "B");
		assertThat(half).hasStatus(422);
		assertThat(Officers.read(half).select("#errors li")).hasSize(2);
		assertThat(Officers.read(half).select("input[name='units[0].name']").val()).isEqualTo("Công đoàn Viện A, B");
		Document more = Officers.read(post(draft + "/outcome", "version", "1", "more", "1", "units[0].code", "N81",
				"units[0].name", "Viện A", "units[1].code", "N82", "units[1].name", "Viện B"));
		assertThat(more.select("fieldset.group")).hasSize(3);
		next(post(draft + "/outcome", "version", "1", "units[0].code", "N81", "units[0].name", "Công đoàn Viện A, B",
				"units[1].code", "N82", "units[1].name", "Công đoàn Viện B"), draft + "/decision");
		decide(draft, "91/QĐ-CĐB", today().plusDays(3), "/people");

		Document people = page(draft + "/people");
		assertThat(people.select(".remaining").text()).startsWith(String.valueOf(members(unit)));
		List<String> targets = people.select("#rest option").eachAttr("value");
		Document list = page(draft + "/people?from=" + unit + "&list=0");
		String member = list.select("input[name=members]").first().val();
		assertThat(post(draft + "/people", "version", version(list), "from", unit.toString(), "list", "0"))
			.hasStatus(422);
		next(post(draft + "/people", "version", version(list), "from", unit.toString(), "list", "0", "members", member,
				"to", targets.get(1)), draft + "/people?from=" + unit);
		assertThat(page(draft).select(".remaining").text()).startsWith(String.valueOf(members(unit) - 1));
		assertThat(page(draft + "/preview").select("form button.danger")).isEmpty();
		next(post(draft + "/people", "version", version(page(draft + "/people")), "from", unit.toString(),
				"departments[0].name", "không có", "rest", targets.get(2)), draft + "/people?from=" + unit);
		assertThat(page(draft + "/people").select(".remaining").text()).startsWith("0 ");
		assertThat(page(draft + "/preview").select("tbody tr").eachText()).anyMatch((row) -> row.contains("N81"))
			.anyMatch((row) -> row.contains("+" + (members(unit) - 1)));
		discard(draft);
	}

	@Test
	void whoComesSecondSeesWhatChanged() {
		String draft = begin("RENAME");
		String unit = unit("V14").toString();
		String version = version(page(draft + "/units"));
		next(post(draft + "/units", "version", version, "unit", unit), draft + "/outcome");
		Document decision = page(draft + "/decision");
		next(post(draft + "/decision", "version", version(decision), "decisionNumber", "1/QĐ", "decisionSignedOn",
				"01/02/2026", "effectiveOn", "01/03/2026"), draft + "/preview");
		MvcTestResult second = post(draft + "/decision", "version", version(decision), "decisionNumber", "2/QĐ",
				"decisionSignedOn", "01/02/2026", "effectiveOn", "01/03/2026");
		assertThat(second).hasStatus(409);
		Document conflict = Officers.read(second);
		assertThat(conflict.select("#conflict tbody tr").eachText()).containsExactly("Số, ký hiệu 2/QĐ 1/QĐ");
		assertThat(conflict.select("#decisionNumber").val()).isEqualTo("2/QĐ");
		next(post(draft + "/decision", "version", version(conflict), "decisionNumber", "2/QĐ", "decisionSignedOn",
				"01/02/2026", "effectiveOn", "01/03/2026"), draft + "/preview");
		discard(draft);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void everyKindCanBeBegunAndSaysWhatIsMissing(Kind kind) {
		String draft = begin(kind.name());
		for (Stage stage : Stage.of(kind)) {
			assertThat(page(draft + "/" + stage.path()).select("h1")).as("%s", stage).isNotEmpty();
		}
		assertThat(post(draft + "/units", "version", "0")).hasStatus(422);
		assertThat(page(draft + "/preview").select("button.danger")).isEmpty();
		discard(draft);
	}

	@Test
	void strangeInputIsRefusedAndChangesNothing() {
		String draft = begin("ABSORB");
		String own = unit("V15").toString();
		String foreign = this.owner
			.sql("select v.unit_id from unit_version v join unit_version t on t.unit_id = v.path[1]"
					+ " and t.code = 'BCT' where v.code = 'C02'")
			.query(UUID.class)
			.single()
			.toString();
		assertThat(post(draft + "/units", "version", "0", "sources", foreign, "receiver", own)).hasStatus(404);
		assertThat(post(draft + "/units", "version", "0", "sources", "'; drop table unit", "receiver", own))
			.hasStatus(404);
		assertThat(post(draft + "/units", "version", "nonsense", "sources", own, "receiver", unit("V16").toString()))
			.hasStatus(409);
		assertThat(post(draft + "/people", "version", "0")).hasStatus(404);
		assertThat(post(draft + "/preview", "version", "0", "seen", "x", "confirmation", "")).hasStatus(422);
		assertThat(post(draft + "/decision", "version", "0", "decisionNumber", "x".repeat(51))).hasStatus(422);
		assertThat(this.officers.upload(ADMIN, draft + "/decision", "run.exe", new byte[] { 1 }, "version", "0",
				"decisionNumber", "1", "decisionSignedOn", "01/02/2026", "effectiveOn", "01/03/2026"))
			.hasStatus(422);
		assertThat(this.officers.get(ADMIN, draft + "/file")).hasStatus(404);
		assertThat(this.officers.get(ADMIN, "/reorganisations?state=NOWHERE")).hasStatus(400);
		assertThat(post("/reorganisations", "kind", "EXPLODE")).hasStatus(422);
		assertThat(post(draft + "/undo", "version", "0")).hasStatus4xxClientError();
		assertThat(this.officers.get("canbo.khdt", draft)).hasStatusOk();
		assertThat(this.officers.get("canbo.khdt", draft + "/units")).hasStatus(403);
		assertThat(this.officers.get("canbo.khdt", "/reorganisations/new")).hasStatus(403);
		assertThat(this.officers.get("cdcs.khdt.c01", draft)).hasStatus(404);
		assertThat(this.owner.sql("select version from reorganisation where id = cast(? as uuid)")
			.param(draft.substring(draft.lastIndexOf('/') + 1))
			.query(Integer.class)
			.single()).isZero();
		discard(draft);
	}

	@Test
	void theScanIsKeptWithTheDecision() {
		String draft = begin("FOUND");
		assertThat(this.officers.upload(ADMIN, draft + "/decision", "C:\\scan\\Quyết định 5.pdf", new byte[] { 7, 7 },
				"version", "0", "decisionNumber", "5", "decisionSignedOn", "01/02/2026", "effectiveOn", "01/03/2026"))
			.hasStatus3xxRedirection();
		MvcTestResult file = this.officers.get(ADMIN, draft + "/file");
		assertThat(file).hasStatusOk().body().isEqualTo(new byte[] { 7, 7 });
		assertThat(page(draft).select("main a[href$=/file]").text()).isEqualTo("Quyết định 5.pdf");
		discard(draft);
	}

	private String begin(String kind) {
		MvcTestResult begun = post("/reorganisations", "id", UUID.randomUUID().toString(), "kind", kind);
		assertThat(begun).hasStatus3xxRedirection();
		return Objects.requireNonNull(begun.getResponse().getRedirectedUrl()).replaceAll("/units$", "");
	}

	private void decide(String draft, String number, LocalDate day, String then) {
		next(post(draft + "/decision", "version", version(page(draft + "/decision")), "decisionNumber", number,
				"decisionSignedOn", today().toString(), "decisionSigner", "Chủ tịch", "effectiveOn", day.toString()),
				draft + then);
	}

	private MvcTestResult confirm(String draft, Document preview, String typed) {
		return post(draft + "/preview", "version", version(preview), "seen", preview.select("input[name=seen]").val(),
				"confirmation", typed);
	}

	private void undo(String draft) {
		next(post(draft + "/undo", "version", version(page(draft))), draft);
		assertThat(page(draft).select(".heading .badge").text()).isEqualTo("Đã hủy");
	}

	private void discard(String draft) {
		next(post(draft + "/discard", "version", version(page(draft))), "/reorganisations");
	}

	private static void next(MvcTestResult result, String address) {
		assertThat(result).hasStatus3xxRedirection();
		assertThat(result.getResponse().getRedirectedUrl()).isEqualTo(address);
	}

	private MvcTestResult post(String address, String... parameters) {
		return this.officers.post(ADMIN, address, parameters);
	}

	private Document page(String address) {
		return this.officers.page(ADMIN, address);
	}

	private static String version(Document page) {
		return page.select("main input[name=version]").last().val();
	}

	private LocalDate today() {
		return this.clock.today();
	}

	private UUID unit(String code) {
		return this.owner
			.sql("select v.unit_id from unit_version v join unit_version t on t.unit_id = v.path[1] and t.code = 'KHDT'"
					+ " where v.code = ? and upper_inf(v.period) limit 1")
			.param(code)
			.query(UUID.class)
			.single();
	}

	private long members(UUID unit) {
		return this.owner.sql("select count(*) from membership where unit_id = ? and upper_inf(period)")
			.param(unit)
			.query(Long.class)
			.single();
	}

}
