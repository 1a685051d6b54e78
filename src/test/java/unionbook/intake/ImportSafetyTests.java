package unionbook.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.DemonstrationTest;
import unionbook.HostileCase;
import unionbook.Officers;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.intake.ImportOffice.HEADINGS;
import static unionbook.intake.ImportOffice.OFFICER;
import static unionbook.intake.ImportOffice.text;
import static unionbook.intake.ImportOffice.workbook;

/** What may go wrong with a list, and that nothing is written then. */
@DemonstrationTest
@Import(ImportOffice.class)
class ImportSafetyTests {

	@Autowired
	private ImportOffice office;

	@Autowired
	private ImportCaretaker caretaker;

	private UUID unit;

	@BeforeEach
	void choose() {
		this.unit = this.office.unit("KHDT", "N06");
	}

	@Test
	@HostileCase("IMP-11")
	void aRuleBrokenFarBelowKeepsAllRowsOut() {
		List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
		for (int i = 1; i < 2000; i++) {
			rows.add(List.of("Lù Thị " + word(i), "Nữ", (i == 1500) ? "1/1/1790" : "05/02/1990"));
		}
		long people = this.office.people(this.unit);
		UUID run = this.office.send(this.unit, workbook(rows.toArray(List[]::new)));

		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("NEW", 1998, "ERROR", 1));
		assertThat(this.office.officers()
			.post(OFFICER, "/imports/" + run + "/confirm", "mode", "ALL", "kind", "IN_ADMISSION", "effectiveOn",
					"1/3/2024"))
			.hasStatus(422);
		assertThat(this.office.people(this.unit)).isEqualTo(people);
		assertThat(this.office.page(OFFICER, run).select("table.table-cards tbody tr")).hasSize(ImportPreview.PAGE);
		assertThat(this.office.officers().page(OFFICER, "/imports/" + run + "?verdict=ERROR").text()).contains("C1501");
	}

	@Test
	@HostileCase("IMP-11")
	void aRunWhoseProcessDiedIsMarkedAndDoneAgain() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Sầm Thị Đứt Gánh", "Nữ", "05/02/1990")));
		this.office.database()
			.sql("update import_run set status = 'COMMITTING', heartbeat_at = now() - interval '5 minutes' where id = ?")
			.param(run)
			.update();
		long people = this.office.people(this.unit);

		assertThat(this.caretaker.findDead()).isOne();

		assertThat(this.office.page(OFFICER, run).text()).contains("Thất bại").contains("Máy chủ đã dừng");
		assertThat(this.office.people(this.unit)).isEqualTo(people);
		this.office.officers().post(OFFICER, "/imports/" + run + "/retry");
		this.office.await(run);
		this.office.confirm(OFFICER, run, "ALL", "1/3/2024");
		assertThat(this.office.people(this.unit)).isEqualTo(people + 1);
	}

	@Test
	@HostileCase("IMP-16")
	void aUnitHasOneImportAtWork() {
		UUID busy = this.office.send(this.unit, workbook(HEADINGS, List.of("Ma Thị Bận", "Nữ", "05/02/1990")));
		this.office.database().sql("update import_run set status = 'CHECKING' where id = ?").param(busy).update();
		try {
			MvcTestResult answer = this.office.officers()
				.upload(OFFICER, "/imports", "b.xlsx", workbook(HEADINGS), "unit", this.unit.toString());

			assertThat(answer).hasStatus(429).headers().containsHeader("Retry-After");
			assertThat(Officers.read(answer).text()).contains("đang có một lần nhập chạy");
		}
		finally {
			this.office.database().sql("update import_run set status = 'CHECKED' where id = ?").param(busy).update();
		}
	}

	@Test
	@HostileCase("IMP-16")
	void aFloodOfImportsIsTakenOneByOneOrRefusedKindly() {
		byte[] list = workbook(HEADINGS, List.of("Nông Thị Lũ", "Nữ", "05/02/1990"));
		List<Integer> answers = java.util.stream.IntStream.range(0, 20)
			.parallel()
			.mapToObj((i) -> this.office.officers()
				.upload(OFFICER, "/imports", "flood.xlsx", list, "unit", this.unit.toString())
				.getResponse()
				.getStatus())
			.toList();

		assertThat(answers).isSubsetOf(302, 303, 429).containsAnyOf(302, 303);
		this.office.database()
			.sql("select id from import_run where unit_id = ? and status = 'CHECKING'")
			.param(this.unit)
			.query(UUID.class)
			.list()
			.forEach(this.office::await);
	}

	@Test
	@HostileCase("IDR-08")
	void theListOfASiblingUnitDoesNotExist() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Lục Thị Kín", "", "05/02/1990")));
		UUID nothing = UUID.randomUUID();
		for (String address : List.of("", "/errors.csv", "/errors.xlsx", "/confirm")) {
			MvcTestResult foreign = this.office.officers().get("cdcs.khdt.c01", "/imports/" + run + address);
			MvcTestResult none = this.office.officers().get("cdcs.khdt.c01", "/imports/" + nothing + address);

			assertThat(foreign).hasStatus(404);
			assertThat(Officers.read(foreign).select("main").text().replaceAll("\\b[2-9A-HJKMNP-Z]{8}\\b", ""))
				.isEqualTo(Officers.read(none).select("main").text().replaceAll("\\b[2-9A-HJKMNP-Z]{8}\\b", ""));
		}
		assertThat(this.office.officers().page("cdcs.khdt.c01", "/imports").text()).doesNotContain("Lục Thị Kín");
	}

	@Test
	void whoOnlyReadsMayNotImport() {
		assertThat(this.office.officers().get("khach.khdt", "/imports")).hasStatus(403);
		assertThat(this.office.officers().get("khach.khdt", "/imports/template.xlsx")).hasStatus(403);
		assertThat(this.office.officers()
			.upload("khach.khdt", "/imports", "a.xlsx", workbook(HEADINGS), "unit", this.unit.toString()))
			.hasStatus(403);
		assertThat(this.office.officers()
			.upload("cdcs.khdt.c01", "/imports", "a.xlsx", workbook(HEADINGS), "unit", this.unit.toString()))
			.hasStatus(404);
	}

	@Test
	void aRefusedFileLeavesNothing() {
		long runs = runs();

		MvcTestResult answer = this.office.officers()
			.upload(OFFICER, "/imports", "a.xls", new byte[] { 1, 2, 3 }, "unit", this.unit.toString());

		assertThat(answer).hasStatus(422);
		assertThat(Officers.read(answer).select(".error").text()).isNotEmpty();
		assertThat(runs()).isEqualTo(runs);
		assertThat(this.office.officers().post(OFFICER, "/imports")).hasStatus(422);
	}

	@Test
	void whatWasChangedSinceStandsInTheWayOfUndoing() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Ong Thị Đã Sửa", "Nữ", "05/02/1990"),
				List.of("Ong Văn Còn Nguyên", "Nam", "05/02/1990")));
		this.office.confirm(OFFICER, run, "ALL", "1/3/2024");
		UUID member = this.office.database()
			.sql("select id from member where full_name = 'Ong Thị Đã Sửa'")
			.query(UUID.class)
			.single();
		this.office.officers()
			.post(OFFICER, "/members/" + member + "/leaving", "reason", "RESIGNATION", "effectiveOn", "1/6/2024");

		assertThat(this.office.page(OFFICER, run).text()).contains("Không hoàn tác được").contains("Ong Thị Đã Sửa");
		assertThat(this.office.undo(OFFICER, run)).hasStatus(422);

		assertThat(this.office.status(run)).isEqualTo("COMMITTED");
		assertThat(this.office.differences()).isZero();
	}

	@Test
	void whatChangedSinceTheCheckIsToldAndNothingIsWritten() {
		byte[] list = workbook(HEADINGS, List.of("Kha Thị Đồng Thời", "Nữ", "05/02/1990"));
		UUID first = this.office.send(this.unit, list);
		UUID second = this.office.send(this.unit, list);
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");
		long people = this.office.people(this.unit);

		this.office.confirm(OFFICER, second, "ALL", "1/3/2024");

		assertThat(this.office.status(second)).isEqualTo("CHECKED");
		assertThat(this.office.page(OFFICER, second).text()).contains("đã thay đổi sau khi kiểm tra")
			.contains("đã có người như vậy");
		assertThat(this.office.people(this.unit)).isEqualTo(people);
	}

	@Test
	void aDayThatDoesNotFitIsToldAtItsRows() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Thào Thị Nhỏ Tuổi", "Nữ", "05/02/2008")));

		this.office.confirm(OFFICER, run, "ALL", "1/3/2020");

		assertThat(this.office.status(run)).isEqualTo("CHECKED");
		assertThat(this.office.page(OFFICER, run).text()).contains("từ 15 đến 80");
	}

	@Test
	void theFileComesBackWithItsErrorsAndGoesInCorrected() {
		UUID run = this.office.send(OFFICER, this.unit, "b.csv", text(HEADINGS,
				List.of("Giàng Thị Sai", "", "05/02/1990"), List.of("Giàng Thị Đúng", "Nữ", "05/02/1991")));

		String remarks = new String(
				ImportOffice.body(this.office.officers().get(OFFICER, "/imports/" + run + "/errors.csv")),
				java.nio.charset.StandardCharsets.UTF_8);

		assertThat(remarks).contains("Ngày sinh;Lỗi").contains("05/02/1990;").contains("Ghi Nam hoặc Nữ");
		UUID corrected = this.office.send(OFFICER, this.unit, "c.csv",
				remarks.replace("Giàng Thị Sai;;", "Giàng Thị Sai;Nữ;")
					.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(this.office.verdicts(corrected)).isEqualTo(Map.of("NEW", 2));
		UUID workbook = this.office.send(OFFICER, this.unit, "d.xlsx",
				ImportOffice.body(this.office.officers().get(OFFICER, "/imports/" + run + "/errors.xlsx")));
		assertThat(this.office.verdicts(workbook)).isEqualTo(Map.of("NEW", 1, "ERROR", 1));
	}

	@Test
	void columnsAreChosenByHandWhereHeadingsSayNothing() {
		UUID run = this.office.send(this.unit,
				workbook(List.of("A", "B", "C"), List.of("Lầu Thị Tay", "Nữ", "05/02/1990")));
		assertThat(this.office.page(OFFICER, run).text()).contains("Chờ chọn cột");

		this.office.officers()
			.post(OFFICER, "/imports/" + run + "/columns", "sheet", "0", "headerFirst", "1", "headerLast", "1");
		this.office.officers()
			.post(OFFICER, "/imports/" + run + "/columns", "sheet", "0", "headerFirst", "1", "headerLast", "1",
					"column.0", "FULL_NAME", "column.1", "GENDER", "column.2", "BIRTH");
		this.office.await(run);

		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("NEW", 1));
	}

	@Test
	void aDraftIsDiscardedWithItsFile() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Cứ Thị Bỏ", "Nữ", "05/02/1990")));

		assertThat(this.office.officers().post(OFFICER, "/imports/" + run + "/discard")).hasStatus3xxRedirection();

		assertThat(this.office.status(run)).isEqualTo("DISCARDED");
		assertThat(this.office.database()
			.sql("select (select count(*) from import_file where run_id = :run) + (select count(*) from import_row where run_id = :run)")
			.param("run", run)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void filesAreRemovedAfterTheirTime() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Lò Thị Cũ", "Nữ", "05/02/1990")));
		this.office.database()
			.sql("update import_run set created_at = now() - interval '91 days' where id = ?")
			.param(run)
			.update();

		assertThat(this.caretaker.tidy()).isOne();

		assertThat(this.office.status(run)).isEqualTo("DISCARDED");
	}

	@Test
	void everyPersonHasAnEntryInTheRecord() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Phàn Thị Nhật Ký", "Nữ", "05/02/1990")));
		this.office.confirm(OFFICER, run, "ALL", "1/3/2024");

		assertThat(this.office.database().sql("""
				select a.changes->'fullName'->>'after' from audit_entry a join member m on m.id = a.subject_id
				where a.action = 'member.imported' and a.actor = 'canbo.khdt' and m.full_name = 'Phàn Thị Nhật Ký'
				""").query(String.class).single()).isEqualTo("Phàn Thị Nhật Ký");
		assertThat(this.office.database()
			.sql("select action from audit_entry where subject_id = ? order by recorded_at")
			.param(run)
			.query(String.class)
			.list()).containsExactly("import.received", "import.committed");
	}

	@Test
	void theTemplateIsRecognised() {
		byte[] template = ImportOffice.body(this.office.officers().get(OFFICER, "/imports/template.xlsx"));

		Recognised recognised = ImportFiles.open(template, "t.xlsx", Recogniser::propose);

		assertThat(recognised.columns()).hasSize(20).allSatisfy((column) -> assertThat(column.field()).isNotNull());
	}

	private long runs() {
		return this.office.database().sql("select count(*) from import_run").query(Long.class).single();
	}

	/** A word for a number, for names have no digits. */
	private static String word(int number) {
		return String.valueOf(number)
			.chars()
			.mapToObj((digit) -> "abcdeghikl".substring(digit - '0', digit - '0' + 1))
			.reduce("B", String::concat);
	}

}
