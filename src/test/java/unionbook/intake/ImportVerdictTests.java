package unionbook.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import unionbook.DemonstrationTest;
import unionbook.HostileCase;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.intake.ImportOffice.HEADINGS;
import static unionbook.intake.ImportOffice.OFFICER;
import static unionbook.intake.ImportOffice.workbook;

/** What each row of a list is taken to mean. */
@DemonstrationTest
@Import(ImportOffice.class)
class ImportVerdictTests {

	private static final List<String> WITH_UNIT = List.of("Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị");

	private static final List<String> WITH_NUMBER = List.of("Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD");

	@Autowired
	private ImportOffice office;

	private UUID unit;

	@BeforeEach
	void choose() {
		this.unit = this.office.unit("KHDT", "N04");
	}

	@Test
	void theSameListTwiceChangesNobody() {
		byte[] list = workbook(WITH_NUMBER, List.of("Lý Thị Hai Lần", "Nữ", "05/02/1990", "001190000011"),
				List.of("Lý Văn Hai Lần", "Nam", "1988", ""));
		UUID first = this.office.send(this.unit, list);
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");
		long people = this.office.people(this.unit);

		UUID second = this.office.send(this.unit, list);

		assertThat(this.office.verdicts(second)).isEqualTo(Map.of("SAME", 2));
		assertThat(this.office.officers()
			.post(OFFICER, "/imports/" + second + "/confirm", "mode", "ALL", "kind", "IN_ADMISSION", "effectiveOn",
					"1/3/2024"))
			.hasStatus(422);
		assertThat(this.office.people(this.unit)).isEqualTo(people);
	}

	@Test
	void aChangedRowTellsOldAndNewAndAnEmptyCellErasesNothing() {
		List<String> headings = List.of("Họ và tên", "Giới tính", "Ngày sinh", "Chức vụ", "Số điện thoại", "Quê quán");
		UUID first = this.office.send(this.unit, workbook(headings,
				List.of("Mạc Thị Thay Đổi", "Nữ", "05/02/1990", "Chuyên viên", "0912345678", "Hà Nam")));
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");

		UUID second = this.office.send(this.unit,
				workbook(headings, List.of("Mạc Thị Thay Đổi", "Nữ", "05/02/1990", "Trưởng phòng", "0912345679", "")));

		Document page = this.office.page(OFFICER, second);
		assertThat(this.office.verdicts(second)).isEqualTo(Map.of("CHANGED", 1));
		assertThat(page.select("del").eachText()).contains("0912345678", "Chuyên viên");
		assertThat(page.select("ins").eachText()).contains("0912345679", "Trưởng phòng");
		assertThat(page.select("td li").text()).doesNotContain("Quê quán");
		this.office.confirm(OFFICER, second, "ALL", "1/6/2024");
		assertThat(position("2024-05-31")).isEqualTo("CHUYEN_VIEN");
		assertThat(position("2024-06-01")).isEqualTo("TRUONG_PHONG");
		assertThat(record("hometown")).isEqualTo("Hà Nam");
		assertThat(record("phone")).isEqualTo("0912345679");
		assertThat(this.office.differences()).isZero();

		this.office.undo(OFFICER, second);

		assertThat(position("2024-06-01")).isEqualTo("CHUYEN_VIEN");
		assertThat(record("phone")).isEqualTo("0912345678");
		assertThat(this.office.database()
			.sql("select count(*) from membership where full_name = 'Mạc Thị Thay Đổi'")
			.query(Long.class)
			.single()).isOne();
		assertThat(this.office.differences()).isZero();
	}

	@Test
	void aCorrectedGenderKeepsTheLedgerClosedForWomen() {
		UUID first = this.office.send(this.unit,
				workbook(WITH_NUMBER, List.of("Ngân Giới Tính", "Nam", "05/02/1990", "001190000012")));
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");
		UUID second = this.office.send(this.unit,
				workbook(WITH_NUMBER, List.of("Ngân Giới Tính", "Nữ", "05/02/1990", "001190000012")));

		this.office.confirm(OFFICER, second, "ALL", "1/6/2024");

		assertThat(this.office.status(second)).isEqualTo("COMMITTED");
		assertThat(this.office.differences()).isZero();
		this.office.undo(OFFICER, second);
		assertThat(this.office.status(second)).isEqualTo("UNDONE");
		assertThat(this.office.differences()).isZero();
	}

	@Test
	void aNumberGivenLaterIsFoundAgain() {
		UUID first = this.office.send(this.unit,
				workbook(WITH_NUMBER, List.of("Đèo Thị Số Mới", "Nữ", "05/02/1990", "")));
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");
		UUID second = this.office.send(this.unit,
				workbook(WITH_NUMBER, List.of("Đèo Thị Số Mới", "Nữ", "05/02/1990", "001190000013")));
		this.office.confirm(OFFICER, second, "ALL", "1/6/2024");

		UUID third = this.office.send(this.unit,
				workbook(WITH_NUMBER, List.of("Đèo Thị Sổ Mới", "Nữ", "6/2/1990", "001190000013")));
		UUID fourth = this.office.send(this.unit,
				workbook(WITH_NUMBER, List.of("Đèo Thị Tên Khác", "Nữ", "05/02/1990", "001190000013"),
						List.of("Một Người Khác", "Nữ", "1/2/1991", "001190000013")));

		assertThat(this.office.verdicts(third)).isEqualTo(Map.of("CHANGED", 1));
		assertThat(this.office.verdicts(fourth)).isEqualTo(Map.of("CHANGED", 1, "DUPLICATE", 1));
		String number = this.office.officers()
			.page(OFFICER,
					"/members/" + this.office.database()
						.sql("select id from member where full_name = 'Đèo Thị Số Mới'")
						.query(UUID.class)
						.single())
			.text();
		assertThat(number).contains("•••••0013");
	}

	@Test
	void whoStandsTwiceInTheListIsSuspected() {
		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Quàng Thị Trùng", "Nữ", "05/02/1990"),
				List.of("QUÀNG THỊ TRÙNG", "Nữ", "5/2/1990"), List.of("Quàng Thị Trùng", "Nữ", "6/2/1990")));

		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("NEW", 2, "DUPLICATE", 1));
		assertThat(this.office.page(OFFICER, run).text()).contains("Trùng với dòng 2");
	}

	@Test
	void whoStandsInAnotherUnitIsNeverMovedSilently() {
		UUID first = this.office.send(this.office.unit("KHDT", "N05"),
				workbook(HEADINGS, List.of("Lường Thị Nơi Khác", "Nữ", "05/02/1990")));
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");

		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Lường Thị Nơi Khác", "Nữ", "05/02/1990")));

		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("ERROR", 1));
		assertThat(this.office.page(OFFICER, run).text()).contains("Chuyển sinh hoạt");
	}

	@Test
	void whoLeftIsSuspectedWithAdviceToReturn() {
		UUID first = this.office.send(this.unit, workbook(HEADINGS, List.of("Vi Thị Đã Rời", "Nữ", "05/02/1990")));
		this.office.confirm(OFFICER, first, "ALL", "1/3/2024");
		UUID member = this.office.database()
			.sql("select id from member where full_name = 'Vi Thị Đã Rời'")
			.query(UUID.class)
			.single();
		this.office.officers()
			.post(OFFICER, "/members/" + member + "/leaving", "reason", "RESIGNATION", "effectiveOn", "1/6/2024");

		UUID run = this.office.send(this.unit, workbook(HEADINGS, List.of("Vi Thị Đã Rời", "Nữ", "05/02/1990")));

		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("DUPLICATE", 1));
		assertThat(this.office.page(OFFICER, run).text()).contains("01/06/2024").contains("Sinh hoạt trở lại");
	}

	@Test
	@HostileCase("IMP-09")
	void rowsOfUnitsOutsideTheImportAreRefusedByNumber() {
		String sibling = this.office.database()
			.sql("select name from unit_version where unit_id = ?")
			.param(this.office.unit("KHDT", "N05"))
			.query(String.class)
			.list()
			.getFirst();
		String foreign = this.office.database()
			.sql("select name from unit_version where unit_id = ?")
			.param(this.office.unit("BCT", "C02"))
			.query(String.class)
			.list()
			.getFirst();
		long people = this.office.people(this.unit);

		UUID run = this.office.send(this.unit, workbook(WITH_UNIT, List.of("Xa Thị Đúng", "Nữ", "05/02/1990", "n04"),
				List.of("Xa Thị Lạc", "Nữ", "05/02/1991", sibling), List.of("Xa Thị Xa", "Nữ", "05/02/1992", foreign)));

		assertThat(this.office.verdicts(run)).isEqualTo(Map.of("NEW", 1, "ERROR", 2));
		assertThat(this.office.page(OFFICER, run).text()).contains("D3:").contains("D4:");
		assertThat(this.office.officers()
			.post(OFFICER, "/imports/" + run + "/confirm", "mode", "ALL", "kind", "IN_ADMISSION", "effectiveOn",
					"1/3/2024"))
			.hasStatus(422);
		assertThat(this.office.people(this.unit)).isEqualTo(people);
		this.office.confirm(OFFICER, run, "VALID", "1/3/2024");
		assertThat(this.office.people(this.unit)).isEqualTo(people + 1);
	}

	@Test
	void aListOfTheMinistryReachesTheUnitsItNames() {
		UUID ministry = this.office.database()
			.sql("select unit_id from unit_version where code = 'KHDT' and parent_id is null")
			.query(UUID.class)
			.list()
			.getFirst();
		long before = this.office.people(this.unit);

		UUID run = this.office.send(ministry, workbook(WITH_UNIT, List.of("Bế Thị Xuống", "Nữ", "05/02/1990", "N04")));
		this.office.confirm(OFFICER, run, "ALL", "1/3/2024");

		assertThat(this.office.people(this.unit)).isEqualTo(before + 1);
	}

	private String position(String day) {
		return this.office.database()
			.sql("select position from membership where full_name = 'Mạc Thị Thay Đổi' and period @> cast(? as date)")
			.param(day)
			.query(String.class)
			.single();
	}

	private String record(String column) {
		return this.office.database()
			.sql("select " + column + " from member where full_name = 'Mạc Thị Thay Đổi'")
			.query(String.class)
			.single();
	}

}
