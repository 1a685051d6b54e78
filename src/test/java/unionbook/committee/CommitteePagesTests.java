package unionbook.committee;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.DemonstrationTest;
import unionbook.Officers;
import unionbook.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of committees, as the demonstration officers see them. */
@DemonstrationTest
class CommitteePagesTests {

	private static final String ADMIN = "quantri.khdt";

	private static final String VIEWER = "khach.khdt";

	@Autowired
	private Officers officers;

	@Autowired
	private TestDatabase database;

	private JdbcClient owner;

	private UUID ministry;

	private UUID unit;

	@BeforeEach
	void findUnits() {
		this.owner = JdbcClient.create(this.database.owner());
		this.ministry = id("select unit_id from unit_version where code = 'KHDT'");
		this.unit = id("select v.unit_id from unit_version v join unit_version t on t.unit_id = v.path[1]"
				+ " where t.code = 'KHDT' and v.code = 'C03' limit 1");
	}

	@Test
	void theMinistryShowsItsBodiesPastAndNow() {
		Document now = this.officers.page(VIEWER, "/units/" + this.ministry + "/committees?asOf=2026-01-01");

		assertThat(now.select("section h2").eachText()).hasSize(5)
			.first()
			.asString()
			.isEqualTo("Ban Chấp hành 2023–2028");
		assertThat(now.select(".tabs a").eachText()).containsExactly("Nhiệm kỳ trước (4)", "Đương nhiệm (5)",
				"Sắp tới (0)");
		assertThat(now.select(".notice.warn").text()).contains("Ủy viên Ban Chấp hành khuyết từ 01/09/2025");
		assertThat(now.select("form[method=post][action*=dismissal]")).as("a reader changes nothing").isEmpty();

		Document then = this.officers.page(VIEWER, "/units/" + this.ministry + "/committees?asOf=2020-01-01");
		assertThat(then.select("section h2").eachText()).hasSize(4).allMatch((title) -> title.endsWith("2018–2023"));
	}

	@Test
	void theHomePageTellsWhatWaits() {
		Document home = this.officers.page(ADMIN, "/?asOf=2026-11-23");

		assertThat(home.select(".tasks").text()).contains("khuyết chức danh", "nhiệm kỳ hết hạn trong 6 tháng");
		String vacant = home.select(".tasks a:contains(khuyết chức danh)").attr("href");
		assertThat(this.officers.page(ADMIN, vacant).select("main").text()).contains("Ban Chấp hành", "2023–2028");
		assertThat(this.officers.page(VIEWER, "/?asOf=2026-11-23").select(".tasks").text()).doesNotContain("khuyết");
	}

	@Test
	void theRegisterCountsWomenByKindOfBody() {
		Document list = this.officers.page(VIEWER, "/committees?asOf=2024-06-01");

		Element committees = list.select("table").first().select("tr:contains(Ban Chấp hành)").first();
		assertThat(committees.select("td").first().text()).isEqualTo("35");
		assertThat(committees.select(".share").text()).matches("\\d+,\\d% \\d+/\\d+");
	}

	@Test
	void aWholeTermIsWrittenInOnePageWithoutScript() {
		List<String> names = names(3);
		String address = "/units/" + this.unit + "/committees?kind=BAN_NU_CONG";
		String[] form = { "name", "2024–2029", "plannedEnd", "1/3/2029", "plannedSize", "3", "effectiveOn", "1/3/2024",
				"decisionNumber", "9/QĐ-CĐCS", "minutes.called", "50", "minutes.present", "48", "minutes.voting", "48",
				"minutes.issued", "48", "minutes.returned", "48", "minutes.valid", "47", "minutes.invalid", "1",
				"lines[0].name", names.get(0), "lines[0].role", "CHAIR", "lines[0].votes", "46", "lines[1].name",
				names.get(1).toUpperCase(java.util.Locale.ROOT), "lines[1].role", "MEMBER", "lines[1].votes", "30",
				"lines[2].name", names.get(2), "lines[2].votes", "11" };

		MvcTestResult saved = this.officers.post(ADMIN, address, form);

		assertThat(saved).hasStatus(302);
		Document page = this.officers.page(ADMIN, saved.getResponse().getRedirectedUrl());
		assertThat(page.select("#seats tbody tr")).hasSize(2);
		assertThat(page.select("main").text()).contains("Trưởng Ban Nữ công", "46/47", "97,87%", "Không trúng cử",
				"9/QĐ-CĐCS", "2/3");
		assertThat(this.officers.post(ADMIN, address, form)).as("sent twice").hasStatus(422);
	}

	@Test
	void severalOfOneNameAreToldApart() {
		String name = this.owner.sql("select full_name from membership where unit_id = ? and upper_inf(period) limit 1")
			.param(this.unit)
			.query(String.class)
			.single();
		UUID twin = new CommitteeExamples(this.database).person(new unionbook.shared.UnitId(this.unit), name, "FEMALE");
		String address = "/units/" + this.unit + "/committees?kind=BTTND";

		MvcTestResult asked = this.officers.post(ADMIN, address, term(name, ""));

		assertThat(asked).hasStatus(422);
		Document page = Officers.read(asked);
		assertThat(page.select("select[name='lines[0].member'] option").size()).isGreaterThan(2);
		assertThat(page.select("input[name='lines[0].name']").val()).as("what was typed stays").isEqualTo(name);

		MvcTestResult chosen = this.officers.post(ADMIN, address, term(name, twin.toString()));

		assertThat(chosen).hasStatus(302);
	}

	@Test
	void aSeatIsGivenTakenAndItsVacancyDismissed() {
		UUID term = term("BCH");
		String version = this.officers.page(ADMIN, "/committees/" + term + "/seats/new")
			.select("input[name=version]")
			.val();
		String newcomer = this.owner
			.sql("""
					select full_name from membership m where unit_id = ? and upper_inf(period) and union_position is null
						and not exists (select from membership o where o.search_key = m.search_key and o.member_id <> m.member_id)
					limit 1""")
			.param(this.unit)
			.query(String.class)
			.single();

		MvcTestResult given = this.officers.post("canbo.khdt", "/committees/" + term + "/seats", "version", version,
				"seat.name", newcomer, "seat.role", "MEMBER", "kind", "BY_ELECTION", "effectiveOn", "2/2/2026");

		assertThat(given).hasStatus(302);
		Document page = this.officers.page(ADMIN, "/committees/" + term);
		Element row = page.select("#seats tr:contains(" + newcomer + ")").first();
		assertThat(row.text()).contains("Bầu bổ sung", "từ 02/02/2026");
		String ending = row.select("a[href$=/end]").attr("href");
		assertThat(
				this.officers.post(ADMIN, ending, "version", version, "reason", "RESIGNED", "effectiveOn", "3/3/2026"))
			.as("typed before the other change")
			.hasStatus(409);
		String now = this.officers.page(ADMIN, ending).select("input[name=version]").val();
		assertThat(this.officers.post(ADMIN, ending, "version", now, "reason", "RESIGNED", "effectiveOn", "3/3/2026"))
			.hasStatus(302);
		Document vacant = this.officers.page(ADMIN, "/committees/" + term);
		String dismissal = vacant.select("form[action$=dismissal]").first().attr("action");
		assertThat(vacant.select(".notice.warn").text()).contains("khuyết từ 03/03/2026", newcomer);
		assertThat(this.officers.post(ADMIN, dismissal)).hasStatus(302);
		assertThat(this.officers.page(ADMIN, "/committees/" + term).select(".notice.warn").text())
			.doesNotContain(newcomer);
	}

	@Test
	void theOfficerOfAUnitWhoEndsAMembershipEndsTheSeatInTheMinistrysCommittee() {
		UUID member = this.owner.sql("""
				select s.member_id from committee_seat s join membership m on m.member_id = s.member_id
					and upper_inf(m.period)
				join unit_version v on v.unit_id = m.unit_id and v.code = 'C01'
				where s.unit_id = ? and upper_inf(s.period) limit 1""")
			.param(this.ministry)
			.query(UUID.class)
			.optional()
			.orElseGet(this::seatOfSomebodyOfTheFirstUnit);

		MvcTestResult left = this.officers.post("cdcs.khdt.c01", "/members/" + member + "/leaving", "reason",
				"RETIREMENT", "effectiveOn", "1/6/2026", "decisionNumber", "77/QĐ-CĐCS");

		assertThat(left).hasStatus(302);
		assertThat(this.owner.sql("""
				select count(*) from committee_seat where member_id = ? and upper(period) = date '2026-06-01'
					and end_reason = 'RETIRED' and end_decision = '77/QĐ-CĐCS'""")
			.param(member)
			.query(Long.class)
			.single()).isPositive();
		assertThat(this.owner.sql("select count(*) from committee_seat where member_id = ? and upper_inf(period)")
			.param(member)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.officers.page(ADMIN, "/units/" + this.ministry + "/committees?asOf=2026-06-01")
			.select(".notice.warn")
			.text()).contains("khuyết từ 01/06/2026");
	}

	private UUID seatOfSomebodyOfTheFirstUnit() {
		return this.owner.sql("""
				insert into committee_seat (id, term_id, unit_id, member_id, role, kind, period)
				select uuidv7(), t.id, t.unit_id, m.member_id, 'MEMBER', 'BY_ELECTION', '[2025-11-01,)'
				from committee_term t, membership m
				join unit_version v on v.unit_id = m.unit_id and v.code = 'C01'
				join unit_version top on top.unit_id = v.path[1] and top.code = 'KHDT'
				where t.unit_id = ? and t.kind = 'BCH' and upper_inf(t.period) and upper_inf(m.period)
					and m.union_position = 'CHU_TICH'
				limit 1 returning member_id""").param(this.ministry).query(UUID.class).single();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			plannedEnd     | 31/02/2029            | plannedEnd
			plannedEnd     | 1/1/2020              | plannedEnd
			plannedEnd     | 1/1/2099              | plannedEnd
			plannedSize    | 0                     | plannedSize
			plannedSize    | 99999999999           | plannedSize
			plannedSize    | <b>x</b>              | plannedSize
			effectiveOn    | hôm qua               | effectiveOn
			number         | -1                    | number
			minutes.valid  | 60                    | minutes
			lines[0].role  | EMPEROR               | lines0.role
			lines[0].name  | Khôngcó Ai Nhưthế     | lines0.name
			lines[0].votes | 7                     | lines0.votes
			""")
	void badInputIsToldAtItsFieldAndNothingIsWritten(String field, String value, String told) {
		long before = terms();
		List<String> names = names(1);
		java.util.Map<String, String> form = new java.util.LinkedHashMap<>(
				java.util.Map.of("name", "X", "plannedEnd", "1/3/2029", "plannedSize", "3", "effectiveOn", "1/3/2024",
						"lines[0].name", names.getFirst(), "lines[0].role", "CHAIR"));
		form.put(field, value);

		MvcTestResult result = this.officers.post(ADMIN, "/units/" + this.unit + "/committees?kind=BTV",
				form.entrySet()
					.stream()
					.flatMap((e) -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
					.toArray(String[]::new));

		assertThat(result).hasStatus(422);
		Document page = Officers.read(result);
		assertThat(page.select("#errors li")).isNotEmpty();
		assertThat(page.select("#errors a").eachAttr("href")).anyMatch((href) -> href.contains(told));
		assertThat(page.text()).doesNotContain("Exception", "java.");
		assertThat(terms()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/committees?kind=NONE", "/committees?state=x", "/committees?unit=1",
			"/units/%s/committees?when=never", "/units/%s/committees/new?kind=' or 1=1--", "/committees/x",
			"/committees/00000000-0000-0000-0000-000000000000", "/committees/%s/profiles.exe",
			"/units/%s/committees?asOf=9999-99-99" })
	void addressesNobodyWroteAreRefusedKindly(String address) {
		MvcTestResult result = this.officers.get(ADMIN, address.formatted(this.unit));

		assertThat(result.getResponse().getStatus()).isBetween(400, 404);
		assertThat(Officers.read(result).text()).doesNotContain("Exception", "org.springframework");
	}

	@Test
	void onlyOfficersOfTheUnitWrite() {
		assertThat(this.officers.get(VIEWER, "/units/" + this.unit + "/committees/new")).hasStatus(403);
		assertThat(this.officers.post(VIEWER, "/units/" + this.unit + "/committees?kind=BCH")).hasStatus(403);
		assertThat(this.officers.get("cdcs.khdt.c01", "/units/" + this.unit + "/committees")).hasStatus(404);
		assertThat(this.officers.get("vanhanh", "/committees")).hasStatus(404);
		UUID own = id("select v.unit_id from unit_version v join unit_version t on t.unit_id = v.path[1]"
				+ " where t.code = 'KHDT' and v.code = 'C01' limit 1");
		assertThat(this.officers.get("cdcs.khdt.c01", "/units/" + own + "/committees/new?kind=BCH")).hasStatusOk();
	}

	@Test
	void theShortProfilesHaveTheOfficialColumnsInTheOrderOfGivenNames() {
		UUID term = term("BCH");
		String day = "?asOf=2024-06-01";
		Document paper = this.officers.page(ADMIN, "/committees/" + term + "/profiles" + day);

		assertThat(paper.select("thead th").eachText()).containsExactly("STT", "Họ và tên", "Chức vụ, đơn vị công tác",
				"Ngày tháng năm sinh", "Dân tộc", "Quê quán", "Đảng viên (ngày kết nạp)", "Trình độ", "Nam", "Nữ",
				"Học vấn", "Chuyên môn", "Chính trị", "Ngoại ngữ");
		List<String> given = paper.select("tbody th")
			.eachText()
			.stream()
			.map((name) -> name.substring(name.lastIndexOf(' ') + 1))
			.toList();
		assertThat(given).isSortedAccordingTo(java.text.Collator.getInstance(java.util.Locale.of("vi")));
		assertThat(paper.select("tbody tr").first().select("td").get(4).text()).as("ethnicity").isNotEmpty();

		Document masked = this.officers.page(VIEWER, "/committees/" + term + "/profiles" + day);
		assertThat(masked.select("tbody tr").eachText()).noneMatch((row) -> row.matches(".*\\d\\d/\\d\\d/\\d{4}.*"));
		assertThat(masked.select(".notice.warn").text()).contains("để trống");
	}

	@Test
	void theShortProfilesAreExportedMaskedAndRecorded() {
		UUID term = term("BCH");

		String officer = text(this.officers.get(ADMIN, "/committees/" + term + "/profiles.csv?asOf=2024-06-01"));
		String viewer = text(this.officers.get(VIEWER, "/committees/" + term + "/profiles.csv?asOf=2024-06-01"));

		assertThat(officer).contains("STT;Họ và tên;", ";Kinh;", "Chủ tịch, ");
		assertThat(viewer).contains("STT;Họ và tên;", "để trống").doesNotContain(";Kinh;");
		MvcTestResult workbook = this.officers.get(ADMIN, "/committees/" + term + "/profiles.xlsx");
		assertThat(new ByteArrayInputStream(workbook.getResponse().getContentAsByteArray())).isNotEmpty();
		assertThat(this.owner
			.sql("select count(*) from audit_entry where action = 'committee.exported' and subject_id = ?")
			.param(term)
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	private String[] term(String name, String member) {
		return new String[] { "name", "2024–2026", "plannedEnd", "1/3/2026", "plannedSize", "3", "effectiveOn",
				"1/3/2024", "lines[0].name", name, "lines[0].member", member, "lines[0].role", "CHAIR" };
	}

	/** Names only one person of the unit has. */
	private List<String> names(int count) {
		return this.owner.sql("""
				select min(full_name) from membership where unit_id = ? and period @> date '2024-03-01'
				group by search_key having count(distinct member_id) = 1 order by search_key limit ?""")
			.params(this.unit, count)
			.query(String.class)
			.list();
	}

	private UUID term(String kind) {
		return this.owner.sql("select id from committee_term where unit_id = ? and kind = ? and upper_inf(period)")
			.params(this.unit, kind)
			.query(UUID.class)
			.single();
	}

	private long terms() {
		return this.owner.sql("select count(*) from committee_term").query(Long.class).single();
	}

	private UUID id(String sql) {
		return this.owner.sql(sql).query(UUID.class).single();
	}

	private static String text(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
