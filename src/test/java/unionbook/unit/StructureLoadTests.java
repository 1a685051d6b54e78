package unionbook.unit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static unionbook.unit.UnitExamples.admin;
import static unionbook.unit.UnitExamples.as;
import static unionbook.unit.UnitExamples.viewer;

/**
 * A tree of units comes as a sheet, is looked at, written at once, and goes out again.
 */
@UnitTest
class StructureLoadTests {

	private static final String HEAD = "Mã;Tên đơn vị;Loại tổ chức;Mã cấp trên;Loại cơ quan, đơn vị;Tên cơ quan, đơn vị;Nguồn kinh phí;Khối thi đua\n";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private UnitExamples.Tree tree;

	@Autowired
	private TestDatabase database;

	private UnitId ministry = UnitId.next();

	@BeforeEach
	void aMinistryWithOneUnion() {
		this.ministry = this.tree.ministry();
		this.tree.grassroots(this.ministry, "C01", "Công đoàn Vụ Đầu tư");
	}

	@Test
	void aTreeIsLookedAtAndThenWrittenAtOnce() {
		Document preview = send(HEAD + "T1;Tổ công đoàn 1;Tổ công đoàn;C02;;;;\n"
				+ "c02;Công đoàn Cục Đấu thầu;Công đoàn cơ sở;;Cục;Cục Quản lý đấu thầu;;Khối II\n"
				+ "C01;Công đoàn Vụ Đầu tư và Hợp tác;Công đoàn cơ sở;BO;;;;Khối I\n");

		assertThat(verdicts(preview)).containsExactly("Mới T1", "Mới c02", "Thay đổi C01");
		assertThat(preview.select("main").text()).contains("Công đoàn Vụ Đầu tư → Công đoàn Vụ Đầu tư và Hợp tác")
			.contains("Khối thi đua: – → Khối I");
		assertThat(tree("2026-01-01")).hasSize(2);

		assertThat(post("/confirm")).hasStatus3xxRedirection();

		assertThat(tree("2021-12-31")).containsExactlyInAnyOrder("BO", "C01 Công đoàn Vụ Đầu tư");
		assertThat(tree("2022-01-01")).containsExactlyInAnyOrder("BO", "C01 Công đoàn Vụ Đầu tư và Hợp tác",
				"C02 Công đoàn Cục Đấu thầu", "T1 Tổ công đoàn 1");
		assertThat(owner()
			.sql("select count(*) from unit_reach where unit_id = (select unit_id from unit_version"
					+ " where code = 'T1' and root_id = ?)")
			.param(this.ministry.value())
			.query(Long.class)
			.single()).isEqualTo(3);
		assertThat(owner()
			.sql("select distinct decision_number from unit_event where effective_on = '2022-01-01'"
					+ " and unit_id in (select unit_id from unit_version where root_id = ?)")
			.param(this.ministry.value())
			.query(String.class)
			.list()).containsExactly("5/QĐ-CĐB");
		assertThat(post("/confirm")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void whatGoesOutComesBackWithoutAChange() {
		send(HEAD + "C02;Công đoàn Cục Đấu thầu;Công đoàn cơ sở;;Cục;Cục Quản lý đấu thầu;;Khối II\n"
				+ "B1;Công đoàn bộ phận 1;Công đoàn bộ phận;C02;;;;\n");
		post("/confirm");
		for (String extension : List.of("xlsx", "csv")) {
			for (String language : List.of("vi", "en")) {
				byte[] file = as(admin(this.ministry), () -> this.mvc.get()
					.uri("/units/" + this.ministry + "/structure." + extension + "?asOf=2023-01-01&lang=" + language)
					.with(user("admin"))
					.exchange()).getResponse().getContentAsByteArray();

				Document preview = send(file, "tree." + extension, "01/01/2023");

				assertThat(verdicts(preview)).as(extension + " " + language)
					.containsExactlyInAnyOrder("Giữ nguyên BO", "Giữ nguyên C01", "Giữ nguyên C02", "Giữ nguyên B1");
				assertThat(post("/confirm")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
				assertThat(post("/discard")).hasStatus3xxRedirection();
			}
		}
	}

	@Test
	void whatIsWrongIsSaidRowByRowAndNothingIsWritten() {
		Document preview = send(HEAD + "C02;Công đoàn Hai;Công đoàn cơ sở;KHONGCO;;;;\n"
				+ "C03;Công đoàn Ba;Liên minh;BO;;;;\nC01;Công đoàn Vụ Đầu tư;Tổ công đoàn;BO;;;;\n"
				+ "C04;Công đoàn Bốn;Công đoàn cơ sở;BO;;;;\nC04;Công đoàn Bốn nữa;Công đoàn cơ sở;BO;;;;\n"
				+ "X1;Công đoàn vòng 1;Công đoàn bộ phận;X2;;;;\nX2;Công đoàn vòng 2;Công đoàn cơ sở thành viên;X1;;;;\n"
				+ "C05;Công đoàn Bộ con;Công đoàn Bộ (cấp trên trực tiếp cơ sở);BO;;;;\n;Không mã;Công đoàn cơ sở;BO;;;;\n");

		assertThat(preview.select("main table").text()).contains("Không có đơn vị mã KHONGCO")
			.contains("không hiểu “Liên minh”")
			.contains("Loại tổ chức khác với loại đang ghi")
			.contains("đã có ở dòng 5")
			.contains("nối thành vòng")
			.contains("không thể trực thuộc")
			.contains("Thiếu mã");
		assertThat(preview.select("form[action$=confirm] button").eachText()).containsExactly("Bỏ tệp này");
		assertThat(post("/confirm")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(tree("2026-01-01")).hasSize(2);
	}

	@Test
	void aSheetOfAnotherLayoutIsRefusedWithAdvice() {
		assertThat(send("Họ và tên;Ngày sinh\nNguyễn An;1980\n").select(".error, #errors").text())
			.contains("Không thấy dòng tiêu đề");
		assertThat(send("x".getBytes(StandardCharsets.UTF_8), "tree.exe", "01/01/2022").select(".error, #errors"))
			.isNotEmpty();
	}

	@Test
	void onlyWhoWritesUnitsLoadsThem() {
		assertThat(exchange(viewer(this.ministry), "/import")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(exchange(admin(this.tree.ministry()), "/import")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(exchange(admin(this.tree.ministry()), "/structure.csv")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(exchange(viewer(this.ministry), "/structure.csv")).hasStatusOk();
	}

	@Test
	void aThousandUnitsAreWrittenAtOnce() {
		String rows = IntStream.rangeClosed(1, 990)
			.mapToObj((i) -> "N" + i + ";Công đoàn số " + i + ";Công đoàn cơ sở;BO;;;;\n")
			.collect(Collectors.joining());

		assertThat(send(HEAD + rows).select("dl.figures dd").eachText()).contains("990");
		assertThat(post("/confirm")).hasStatus3xxRedirection();

		assertThat(tree("2022-01-01")).hasSize(992);
	}

	private List<String> tree(String day) {
		return owner().sql("""
				select case when parent_id is null then code else code || ' ' || name end from unit_version
				where root_id = ? and period @> cast(? as date)""")
			.params(this.ministry.value(), day)
			.query(String.class)
			.list();
	}

	private JdbcClient owner() {
		return JdbcClient.create(this.database.owner());
	}

	private static List<String> verdicts(Document preview) {
		return preview.select("main tbody tr")
			.stream()
			.map((row) -> row.select(".badge").text() + " " + row.child(2).text())
			.toList();
	}

	private Document send(String csv) {
		return send(csv.getBytes(StandardCharsets.UTF_8), "tree.csv", "01/01/2022");
	}

	private Document send(byte[] content, String name, String day) {
		MvcTestResult sent = as(admin(this.ministry),
				() -> this.mvc.post()
					.uri("/units/" + this.ministry + "/import")
					.multipart()
					.file(new MockMultipartFile("file", name, "application/octet-stream", content))
					.param("effectiveOn", day)
					.param("decisionNumber", "5/QĐ-CĐB")
					.with(user("admin"))
					.with(csrf())
					.exchange());
		return (sent.getResponse().getStatus() == 302) ? read(exchange(admin(this.ministry), "/import")) : read(sent);
	}

	private MvcTestResult post(String suffix) {
		return as(admin(this.ministry),
				() -> this.mvc.post()
					.uri("/units/" + this.ministry + "/import" + suffix)
					.with(user("admin"))
					.with(csrf())
					.exchange());
	}

	private MvcTestResult exchange(Actor actor, String suffix) {
		return as(actor, () -> this.mvc.get().uri("/units/" + this.ministry + suffix).with(user("admin")).exchange());
	}

	private static Document read(MvcTestResult result) {
		return Jsoup
			.parse(new String(result.getMvcResult().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
