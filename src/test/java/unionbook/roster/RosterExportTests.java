package unionbook.roster;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.HostileCase;
import unionbook.TestDatabase;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** An export holds what the page shows, on all its pages, and nothing that runs. */
@RosterTest
class RosterExportTests {

	@Autowired
	private MockMvcTester mvc;

	private final TestDatabase database;

	private final RosterExamples examples;

	private final UnitId unit;

	RosterExportTests(@Autowired TestDatabase database) {
		this.database = database;
		this.examples = new RosterExamples(database);
		this.unit = this.examples.unit("Công đoàn cơ sở 1", this.examples.ministry("Công đoàn Bộ"));
	}

	@Test
	void holdsTheRowsColumnsAndOrderOfTheScreen() {
		for (int i = 0; i < 30; i++) {
			this.examples.enrol(this.unit, RosterExamples.person("Nguyễn Thị Anh"),
					RosterExamples.person("Lê Bình").man());
		}
		this.examples.enrol(this.unit, RosterExamples.person("Đỗ An").as("VU_TRUONG", null, "OFFICIAL"),
				RosterExamples.person("Đỗ Cũ").until("2020-12-31"));

		List<String> lines = csv(Role.UNIT_OFFICER,
				"asOf=2020-12-31&gender=FEMALE&dir=desc&cols=name,birth,party&size=10");

		assertThat(lines.getFirst()).isEqualTo("\ufeffDanh sách đoàn viên");
		assertThat(lines).contains("Đơn vị: Công đoàn cơ sở 1", "Tính đến ngày 31/12/2020",
				"Đoàn viên: 31, nữ: 31 (100,00%)", "Bộ lọc: Giới tính: Nữ");
		assertThat(lines.get(5)).startsWith("Xuất lúc ").endsWith("người xuất: Cán bộ <thử>");
		assertThat(lines.get(6)).isEqualTo("Họ và tên;Ngày sinh;Đảng viên");
		assertThat(lines.subList(7, lines.size())).hasSize(31)
			.startsWith("Nguyễn Thị Anh;05/02/1990;Chưa là đảng viên")
			.endsWith("Đỗ An;05/02/1990;Đảng viên chính thức");
		assertThat(audit()).contains("\"rows\": {\"after\": \"31\"").contains("gender=FEMALE");
	}

	@HostileCase("EXP-01")
	@Test
	void holdsNoLiveFormula() throws Exception {
		this.examples.enrol(this.unit, RosterExamples.person("=HYPERLINK(\"http://x\")").inDepartment("+1"),
				RosterExamples.person("@x Lan").inDepartment("-2"));

		assertThat(csv(Role.UNIT_OFFICER, "cols=name,department")).contains("\"'=HYPERLINK(\"\"http://x\"\")\";'+1",
				"'@x Lan;'-2");
		String sheet = part(get(Role.UNIT_OFFICER, "xlsx", "cols=name,department"), "xl/worksheets/sheet1.xml");
		assertThat(Jsoup.parse(sheet, Parser.xmlParser()).select("f")).isEmpty();
		assertThat(sheet).contains("=HYPERLINK(");
	}

	@HostileCase("EXP-04")
	@Test
	void keepsMaskedWhatIsMasked() {
		this.examples.enrol(this.unit, RosterExamples.person("Lê An").as(null, null, "OFFICIAL"));

		List<String> lines = csv(Role.VIEWER, "cols=name,birth,party,cccd&party=OFFICIAL");

		assertThat(lines).endsWith("Họ và tên;Ngày sinh", "Lê An;1990");
		assertThat(String.join("\n", lines)).doesNotContain("05/02/1990").doesNotContain("ảng viên chính");
	}

	@HostileCase("EXP-03")
	@Test
	void hasAVietnameseNameOfTheServersMaking() {
		MvcTestResult result = get(Role.UNIT_OFFICER, "xlsx",
				"asOf=2020-12-31&filename=..%2f..%2fx%0d%0aSet-Cookie:a=b");

		String header = String.valueOf(result.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION));
		assertThat(ContentDisposition.parse(header).getFilename())
			.isEqualTo("Danh sách đoàn viên Công đoàn cơ sở 1 2020-12-31.xlsx");
		assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
	}

	private List<String> csv(Role role, String asked) {
		MvcTestResult result = get(role, "csv", asked);
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).lines().toList();
	}

	private MvcTestResult get(Role role, String format, String asked) {
		return RosterExamples.as(role, this.unit,
				() -> this.mvc.get()
					.uri(URI.create("/units/" + this.unit + "/members." + format + "?" + asked))
					.exchange());
	}

	private String audit() {
		return String.valueOf(new JdbcTemplate(this.database.owner()).queryForObject("""
				select changes::text from audit_entry where action = 'roster.exported' and unit_id = ?
				order by recorded_at desc limit 1""", String.class, this.unit.value()));
	}

	/** A file inside a workbook, found by its directory as spreadsheet programs do. */
	private static String part(MvcTestResult result, String name) throws IOException {
		Path file = Files.createTempFile("roster", ".xlsx");
		Files.write(file, result.getResponse().getContentAsByteArray());
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
		finally {
			Files.delete(file);
		}
	}

}
