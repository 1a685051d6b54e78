package unionbook.emulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.platform.DayClock;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.emulation.PledgeExamples.admin;
import static unionbook.emulation.PledgeExamples.as;
import static unionbook.emulation.PledgeExamples.html;
import static unionbook.emulation.PledgeExamples.officer;
import static unionbook.emulation.PledgeExamples.percent;
import static unionbook.emulation.PledgeExamples.text;

/** Results, the board, the list, the export and the printed paper. */
@PledgeTest
class PledgeResultTests {

	private static final TargetText GOOD_UNITS = percent("Đơn vị hoàn thành tốt", "100", "ALL_UNITS");

	private static final TargetText GOOD_STAFF = percent("Người lao động hoàn thành tốt", "95", "ALL_STAFF");

	private static final TargetText MEMBERS = percent("Đoàn viên học tập", "50", "UNION_MEMBERS");

	private static final TargetText CLEAN = new TargetText("Cơ quan xanh, sạch, đẹp",
			new Goal(TargetKind.TITLE, TargetOperator.MET, null, null, null), null, null, null, null,
			"Nguồn tin chưa nói rõ");

	@Autowired
	private PledgeExamples examples;

	@Autowired
	private Pledges pledges;

	@Autowired
	private DayClock clock;

	private UnitId ministry = UnitId.next();

	private UnitId first = UnitId.next();

	private PledgeId id = PledgeId.next();

	@BeforeEach
	void aMinistryWithASignedPledge() {
		this.ministry = this.examples.ministry("BO");
		this.first = this.examples.grassroots(this.ministry, "C01");
		this.examples.grassroots(this.ministry, "C02");
		this.examples.grassroots(this.ministry, "C03");
		this.examples.members(this.first, 7);
		this.id = this.examples.signed(this.ministry, text(GOOD_UNITS, GOOD_STAFF, MEMBERS, CLEAN));
	}

	@ParameterizedTest
	@CsvSource({ "1.760, 1.853, Không đạt, '94,98% (1.760/1.853)'", "1761, 1853, Đạt, '95,04% (1.761/1.853)'" })
	void aVerdictIsTakenFromIntegersAndExplained(String part, String whole, String verdict, String share) {
		assertThat(record("YEAR", "lines[1].numerator", part, "lines[1].denominator", whole)).hasStatus3xxRedirection();

		Document page = this.examples.page(admin(this.ministry), "/pledges/" + this.id);
		assertThat(page.select("#targets tbody tr").get(1).select("td:last-child").text())
			.startsWith(verdict + ' ' + share)
			.contains("cần ít nhất 1.761 trên 1.853");
		assertThat(page.select(".timeline li").get(0).text()).contains("31/12/2024 Kết quả cả năm: 1/4 chỉ tiêu");
	}

	@Test
	void theRegistersProposeTheWhole() {
		Document form = this.examples.page(admin(this.ministry), "/pledges/" + this.id + "/results?period=YEAR");

		assertThat(form.select("[name='lines[0].denominator']").val()).isEqualTo("3");
		assertThat(form.select("[name='lines[2].denominator']").val()).isEqualTo("7");
		assertThat(form.text()).contains("Theo sổ, tổng số ngày 31/12/2024 là 7");
		assertThat(form.select("[name=asOf]").val()).isEqualTo("31/12/2024");
	}

	@Test
	void anotherWholeNeedsAReason() {
		MvcTestResult refused = record("YEAR", "lines[0].numerator", "2", "lines[0].denominator", "2");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(refused).select("#errors").text()).contains("Theo sổ là 3, ở đây là 2");

		assertThat(record("YEAR", "lines[0].numerator", "2", "lines[0].denominator", "2", "lines[0].manualReason",
				"Một đơn vị mới lập"))
			.hasStatus3xxRedirection();
		assertThat(this.examples.page(admin(this.ministry), "/pledges/" + this.id).select("#targets").text())
			.contains("Tổng số theo sổ: 3. Dùng số khác vì: Một đơn vị mới lập");
	}

	@Test
	void aProposalAloneIsNoResult() {
		assertThat(record("YEAR", "lines[0].denominator", "3")).hasStatus3xxRedirection();

		assertThat(count("target_result")).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1,853|1.853|1,853", "-1|10|-1", "NaN|10|NaN", "Infinity|10|Infinity",
			"1e308|10|1e308", "99999999999999999999|10|99999999999999999999", "11|10|11", "1,5|10|1,5", "1||1" })
	void badNumbersAreRefusedAndKept(String part, String whole, String kept) {
		MvcTestResult refused = record("YEAR", "lines[1].numerator", part, "lines[1].denominator",
				(whole == null) ? "" : whole);

		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(refused).select("[name='lines[1].numerator']").val()).isEqualTo(kept);
		assertThat(html(refused).select("#errors a")).isNotEmpty();
		assertThat(count("target_result")).isZero();
	}

	@Test
	void halfWayNothingIsLostYet() {
		record("H1", "lines[0].numerator", "2", "lines[0].denominator", "3", "lines[3].judgement", "NA");

		Document page = this.examples.page(admin(this.ministry), "/pledges/" + this.id);
		assertThat(page.select("#targets tbody tr").get(0).select("td").get(1).text()).startsWith("Chưa đến hạn");
		assertThat(page.select("#targets tbody tr").get(3).select("td").get(1).text()).startsWith("Không áp dụng");
		assertThat(page.select("#targets").text()).contains("Nguồn tin chưa nói rõ");
	}

	@Test
	void twoOfficersDoNotOverwriteEachOther() {
		record("YEAR", "lines[1].numerator", "90", "lines[1].denominator", "100");

		MvcTestResult stale = record("YEAR", "lines[1].numerator", "80", "lines[1].denominator", "100");

		assertThat(stale).hasStatus(HttpStatus.CONFLICT);
		assertThat(html(stale).select(".notice.warn").text()).contains("(90/100)");
		assertThat(html(stale).select("[name='lines[1].numerator']").val()).isEqualTo("80");
		assertThat(this.examples.page(admin(this.ministry), "/pledges/" + this.id).text()).contains("(90/100)");
		assertThat(record("YEAR", "lines[1].version", html(stale).select("[name='lines[1].version']").val(),
				"lines[1].numerator", "80", "lines[1].denominator", "100"))
			.hasStatus3xxRedirection();
	}

	@Test
	void linesOfAnotherPledgeAreNotFound() {
		UnitId other = this.examples.ministry("KH");
		PledgeId foreign = this.examples.signed(other, text(GOOD_STAFF));

		assertThat(this.examples.post(admin(this.ministry), "/pledges/" + this.id + "/results", "period", "YEAR",
				"asOf", "31/12/2024", "lines[0].target", this.examples.targets(foreign).getFirst().toString()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aClosedYearTakesNoResults() {
		assertThat(this.examples.post(admin(this.ministry), "/pledges/" + this.id + "/closure", "version",
				String.valueOf(this.examples.version(this.id))))
			.hasStatus3xxRedirection();

		MvcTestResult late = record("YEAR", "lines[1].numerator", "1", "lines[1].denominator", "1");

		assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(late).text()).contains("kết quả không đổi được nữa");
	}

	@Test
	void resultsAreAudited() {
		record("YEAR", "lines[1].numerator", "90", "lines[1].denominator", "100");

		assertThat(
				this.examples.value("select changes ->> 'target.2.YEAR.numerator' from audit_entry where subject_id = ?"
						+ " and action = 'pledge.result'", String.class, this.id.value()))
			.contains("\"after\": \"90\"");
	}

	@Test
	void theListShowsWhoHasPledged() {
		this.examples.signed(this.first, text(GOOD_UNITS));

		Document list = this.examples.page(admin(this.ministry), "/pledges?year=2024&sort=-code");

		assertThat(list.select(".figure").text()).contains("Đã ký 1/3").contains("Chưa có giao ước 2");
		assertThat(list.select("tbody tr").eachText()).hasSize(3).first().asString().startsWith("Công đoàn C03");
		assertThat(list.select("section.card").get(0).text()).contains("Giao ước cấp Bộ").contains("4 chỉ tiêu");
		assertThat(list.select("tbody a[href='/pledges/new?unit=" + this.first + "&year=2024']")).isEmpty();
		assertThat(this.examples.page(admin(this.ministry), "/pledges?year=2024&state=NONE").select("tbody tr"))
			.hasSize(2);
		assertThat(
				this.examples.page(admin(this.ministry), "/pledges?year=2024&asOf=2024-02-27").select(".figure").text())
			.contains("Đã ký 0/3")
			.contains("Bản nháp 1");
		assertThat(this.examples.page(officer(this.first), "/pledges?year=2024").select("tbody tr")).hasSize(1);
		assertThat(this.examples.get(officer(this.first), "/pledges?unit=" + this.ministry))
			.hasStatus(HttpStatus.NOT_FOUND);
		for (String bad : List.of("year=1", "year=x", "level=X", "state=X")) {
			assertThat(this.examples.get(admin(this.ministry), "/pledges?" + bad)).matches((result) -> {
				assertThat(result.getResponse().getStatus()).isIn(400, 422);
			});
		}
	}

	@Test
	void theListIsExportedAsShown() {
		record("YEAR", "lines[1].numerator", "1761", "lines[1].denominator", "1853");

		MvcTestResult csv = this.examples.get(admin(this.ministry), "/pledges.csv?year=2024&level=MINISTRY_JOINT");

		assertThat(csv).hasStatus(HttpStatus.OK);
		assertThat(html(csv).wholeText()).contains("Chỉ tiêu giao ước thi đua năm 2024")
			.contains("Từ 95% trở lên")
			.contains("1761;1853;Đạt")
			.contains("31/12/2024")
			.contains("Nguyễn Thử");
		assertThat(this.examples.get(admin(this.ministry), "/pledges.xlsx?year=2024")).hasStatus(HttpStatus.OK);
		assertThat(this.examples.get(admin(this.ministry), "/pledges.pdf?year=2024")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void theSummaryCountsTheUnions() {
		this.examples.signed(this.first, text(GOOD_UNITS));

		assertThat(as(admin(this.ministry), () -> this.pledges.summary(this.ministry, 2024)))
			.isEqualTo(new PledgeSummary(2024, 1, 0, 3, "SIGNED"));
		assertThat(as(officer(this.first), () -> this.pledges.summary(this.first, 2024)))
			.isEqualTo(new PledgeSummary(2024, 1, 0, 1, null));
		assertThat(as(admin(this.ministry), () -> this.pledges.summary(this.ministry, this.clock.today().getYear())))
			.extracting(PledgeSummary::signed, PledgeSummary::units)
			.containsExactly(0, 3);
	}

	@Test
	void thePrintedPaperHasItsOfficialParts() {
		Document page = this.examples.page(admin(this.ministry), "/pledges/" + this.id + "/print");
		Document paper = new Document("");
		paper.append(page.select("article.paper").outerHtml());

		assertThat(paper.select(".motto").text()).contains("CÔNG ĐOÀN BỘ BO")
			.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
			.contains("Độc lập - Tự do - Hạnh phúc")
			.contains("Hà Nội, ngày 28 tháng 02 năm 2024");
		assertThat(paper.select("h1").text()).isEqualTo("BẢN GIAO ƯỚC THI ĐUA NĂM 2024");
		assertThat(paper.text()).contains("Căn cứ Luật Thi đua;")
			.contains("Bên A: Lãnh đạo Bộ. Đại diện: Trần Văn Bình, Bộ trưởng")
			.contains("Bên B: Công đoàn Bộ")
			.contains("Thứ nhất: Vận động")
			.contains("Thứ hai: Chăm lo")
			.contains("lập thành 04 bản");
		assertThat(paper.select("thead th").eachText()).containsExactly("STT", "Nội dung chỉ tiêu", "Đơn vị tính",
				"Kế hoạch năm", "Ghi chú");
		assertThat(paper.select("tbody tr")).hasSize(4);
		assertThat(paper.select("tbody tr").get(0).text()).contains("100%");
		assertThat(paper.select(".signatures > div")).hasSize(2);
		assertThat(paper.select(".signatures").text()).contains("BỘ TRƯỞNG").contains("TM. CÔNG ĐOÀN BỘ");
	}

	@Test
	void thePaperIsReadInEnglishToo() {
		assertThat(this.examples.page(admin(this.ministry), "/pledges/" + this.id + "?lang=en").text())
			.contains("At least 95%")
			.contains("The text is the one that was signed.");
	}

	private MvcTestResult record(String period, String... fields) {
		List<String> parameters = new ArrayList<>(
				List.of("period", period, "asOf", "H1".equals(period) ? "30/06/2024" : "31/12/2024"));
		List<UUID> targets = this.examples.targets(this.id);
		for (int i = 0; i < targets.size(); i++) {
			parameters.addAll(List.of("lines[" + i + "].target", targets.get(i).toString()));
		}
		parameters.addAll(List.of(fields));
		return this.examples.post(admin(this.ministry), "/pledges/" + this.id + "/results",
				parameters.toArray(String[]::new));
	}

	private int count(String table) {
		return this.examples.value("select count(*) from " + table + " x join pledge_target t on t.id = x.target_id"
				+ " where t.pledge_id = ?", Integer.class, this.id.value());
	}

}
