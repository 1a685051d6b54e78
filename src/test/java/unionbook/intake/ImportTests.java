package unionbook.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import unionbook.DemonstrationTest;
import unionbook.Officers;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.intake.ImportOffice.HEADINGS;
import static unionbook.intake.ImportOffice.OFFICER;
import static unionbook.intake.ImportOffice.workbook;

/** A list on its way into the book and out of it again. */
@DemonstrationTest
@Import(ImportOffice.class)
class ImportTests {

	@Autowired
	private ImportOffice office;

	private UUID unit;

	@BeforeEach
	void choose() {
		this.unit = this.office.unit("KHDT", "C05");
	}

	@Test
	void aListIsComparedConfirmedAndUndone() {
		long before = this.office.people(this.unit);
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Lò Thị Nhập Một", "Nữ", "05/02/1990"),
				List.of("Hà Văn Nhập Hai", "Nam", "1988"), List.of("Không Giới Tính", "", "1/1/1980")));

		assertThat(this.office.page(OFFICER, run).text()).contains("Chờ xác nhận").contains("Lò Thị Nhập Một");
		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("NEW", 2, "ERROR", 1));
		assertThat(this.office.people(this.unit)).isEqualTo(before);

		this.office.confirm(OFFICER, run, "VALID", "1/3/2024");

		assertThat(this.office.page(OFFICER, run).text()).contains("Đã thêm 2 đoàn viên");
		assertThat(this.office.people(this.unit)).isEqualTo(before + 2);
		assertThat(this.office.officers().page(OFFICER, "/units/" + this.unit + "/members?q=nhap").text())
			.contains("Lò Thị Nhập Một");
		assertThat(this.office.differences()).isZero();

		this.office.undo(OFFICER, run);

		assertThat(this.office.status(run)).isEqualTo("UNDONE");
		assertThat(this.office.people(this.unit)).isEqualTo(before);
		assertThat(this.office.officers().page(OFFICER, "/units/" + this.unit + "/members?q=nhap").text())
			.doesNotContain("Lò Thị Nhập Một");
		assertThat(this.office.differences()).isZero();
	}

	@Test
	void theOwnExportChangesNothing() {
		byte[] export = ImportOffice.body(this.office.officers()
			.get(OFFICER, "/units/" + this.unit
					+ "/members.xlsx?cols=name&cols=gender&cols=birth&cols=department&cols=position&cols=union_position"
					+ "&cols=education&cols=party&cols=joined"));

		UUID run = this.office.send(this.unit, export);

		assertThat(Officers.read(this.office.officers().get(OFFICER, "/imports/" + run)).text()).contains("Giữ nguyên");
		assertThat(this.office.verdicts(run)).doesNotContainKeys("NEW", "CHANGED", "DUPLICATE", "ERROR")
			.containsEntry("SAME", (int) this.office.people(this.unit));
	}

}
