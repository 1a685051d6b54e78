package unionbook.intake;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unionbook.document.RawWorkbook;

import static org.assertj.core.api.Assertions.assertThat;

/** Workbooks as offices really send them, and what the reader makes of each row. */
class AwkwardWorkbooksTests {

	private static final String[] PLAIN = { "STT", "Họ và tên", "Giới tính", "Ngày sinh" };

	@TempDir
	Path folder;

	@ParameterizedTest(name = "{0}")
	@MethodSource("workbooks")
	void awkwardWorkbook(Workbook workbook) {
		Path file = workbook.content.write(this.folder.resolve("list.xlsx"));

		assertThat(Drafts.of(file).stream().map(Drafts::line)).containsExactly(workbook.verdicts);
		assertThat(Drafts.recognised(file).layout()).isEqualTo(workbook.layout);
	}

	static Stream<Workbook> workbooks() {
		List<Workbook> all = new ArrayList<>();
		all.add(workbook("01 official form 5b: birth under Nam or Nữ, title, groups, total, signatures",
				Layout.SPLIT_BIRTH,
				new RawWorkbook()
					.texts(1, "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
					.texts(2, "CÔNG ĐOÀN BỘ", "", "", "Độc lập - Tự do - Hạnh phúc")
					.texts(4, "DANH SÁCH XIN GIA NHẬP CÔNG ĐOÀN")
					.texts(6, "TT", "Họ và tên", "Năm sinh", "", "Quê quán", "Số CCCD", "Số điện thoại", "Kí tên")
					.texts(7, "", "", "Nam", "Nữ")
					.texts(8, "I", "VỤ TỔNG HỢP")
					.texts(9, "1", "Nguyễn Văn An", "7/3/1990", "", "Xã Tân Lập, Hưng Yên", "001090000001",
							"0912345678")
					.texts(10, "2", "Trần Thị Bình", "", "07/03/1991", "", "001191000002")
					.texts(11, "II. Vụ Pháp chế")
					.texts(12, "1", "Lê Minh Anh", "", "1975")
					.texts(13, "", "Tổng cộng", "1", "2")
					.texts(15, "", "", "", "", "Hà Nội, ngày 05 tháng 11 năm 2026")
					.texts(16, "", "NGƯỜI LẬP DANH SÁCH", "", "", "ĐẠI DIỆN NGƯỜI LAO ĐỘNG")
					.texts(17, "", "(Ký, ghi rõ họ tên)")
					.texts(20, "", "Phạm Văn Giang", "", "", "Hoàng Thị Hà"),
				"8 ignored",
				"9 birth=07/03/1990, fullName=Nguyễn Văn An, gender=MALE, hometown=Xã Tân Lập, Hưng Yên,"
						+ " identityNumber=001090000001, phone=0912345678",
				"10 birth=07/03/1991, fullName=Trần Thị Bình, gender=FEMALE, identityNumber=001191000002", "11 ignored",
				"12 birth=1975, fullName=Lê Minh Anh, gender=FEMALE", "13 ignored", "15 ignored", "16 ignored",
				"17 ignored", "20 ignored"));
		all.add(workbook("02 gender by a cross under Nam or Nữ, both, neither", Layout.SPLIT_BIRTH,
				new RawWorkbook().texts(1, "TT", "Họ tên", "Ngày sinh", "Giới tính")
					.texts(2, "", "", "", "Nam", "Nữ")
					.texts(3, "1", "Nguyễn Văn An", "05/02/1990", "x")
					.texts(4, "2", "Trần Thị Bình", "05/02/1990", "", "X")
					.texts(5, "3", "Lê Thị Chi", "05/02/1990", "x", "x")
					.texts(6, "4", "Phạm Thị Dung", "05/02/1990"),
				"3 birth=05/02/1990, fullName=Nguyễn Văn An, gender=MALE",
				"4 birth=05/02/1990, fullName=Trần Thị Bình, gender=FEMALE",
				"5 birth=05/02/1990, fullName=Lê Thị Chi !gender.both:E",
				"6 birth=05/02/1990, fullName=Phạm Thị Dung !gender.missing"));
		all.add(workbook("03 a gender column that contradicts the split birth columns", Layout.SPLIT_BIRTH,
				new RawWorkbook().texts(1, "TT", "Họ và tên", "Giới tính", "Năm sinh")
					.texts(2, "", "", "", "Nam", "Nữ")
					.texts(3, "1", "Nguyễn Anh", "Nữ", "1980")
					.texts(4, "2", "Trần Anh", "Nữ", "", "1980"),
				"3 birth=1980, fullName=Nguyễn Anh, gender=FEMALE !gender.contradicts:D",
				"4 birth=1980, fullName=Trần Anh, gender=FEMALE"));
		all.add(workbook("04 dates in every style, year and month alone, ISO with a time", Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, PLAIN)
					.texts(2, "1", "Nguyễn An", "Nam", "5/2/1990")
					.texts(3, "2", "Nguyễn Ba", "Nam", "05-02-1990")
					.texts(4, "3", "Nguyễn Ca", "Nam", "5.2.1990")
					.texts(5, "4", "Nguyễn Da", "Nam", "1990")
					.texts(6, "5", "Nguyễn Em", "Nam", "2/1990")
					.texts(7, "6", "Nguyễn Gia", "Nam", "1990-02-05 00:00:00")
					.texts(8, "7", "Nguyễn Hà", "Nam", "０５/０２/１９９０"),
				"2 birth=05/02/1990, fullName=Nguyễn An, gender=MALE",
				"3 birth=05/02/1990, fullName=Nguyễn Ba, gender=MALE",
				"4 birth=05/02/1990, fullName=Nguyễn Ca, gender=MALE", "5 birth=1990, fullName=Nguyễn Da, gender=MALE",
				"6 birth=02/1990, fullName=Nguyễn Em, gender=MALE",
				"7 birth=05/02/1990, fullName=Nguyễn Gia, gender=MALE",
				"8 birth=05/02/1990, fullName=Nguyễn Hà, gender=MALE"));
		all.add(workbook("05 dates that cannot be: 31/02, month first, short year, future, 1899, words",
				Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, PLAIN)
					.texts(2, "1", "Nguyễn An", "Nam", "31/02/1990")
					.texts(3, "2", "Nguyễn Ba", "Nam", "12/31/1990")
					.texts(4, "3", "Nguyễn Ca", "Nam", "1/2/90")
					.texts(5, "4", "Nguyễn Da", "Nam", "05/02/2027")
					.texts(6, "5", "Nguyễn Em", "Nam", "05/02/1899")
					.texts(7, "6", "Nguyễn Gia", "Nam", "không rõ"),
				"2 birth=31/02/1990, fullName=Nguyễn An, gender=MALE !day.impossible:D",
				"3 birth=12/31/1990, fullName=Nguyễn Ba, gender=MALE !day.impossible:D",
				"4 birth=1/2/90, fullName=Nguyễn Ca, gender=MALE !day.shortYear:D",
				"5 birth=05/02/2027, fullName=Nguyễn Da, gender=MALE !day.future:D",
				"6 birth=05/02/1899, fullName=Nguyễn Em, gender=MALE !day.early:D",
				"7 birth=không rõ, fullName=Nguyễn Gia, gender=MALE !day.unknown:D"));
		all.add(workbook("06 days as numbers: real day cells and bare serials of the 1900 calendar",
				Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, PLAIN)
					.row(2)
					.number(0, "1")
					.text(1, "Nguyễn An")
					.text(2, "Nam")
					.day(3, 32874)
					.row(3)
					.number(0, "2")
					.text(1, "Nguyễn Ba")
					.text(2, "Nam")
					.number(3, "32874")
					.row(4)
					.number(0, "3")
					.text(1, "Nguyễn Ca")
					.text(2, "Nam")
					.number(3, "1990")
					.row(5)
					.number(0, "4")
					.text(1, "Nguyễn Da")
					.text(2, "Nam")
					.number(3, "5021990"),
				"2 birth=01/01/1990, fullName=Nguyễn An, gender=MALE",
				"3 birth=01/01/1990, fullName=Nguyễn Ba, gender=MALE ?day.serial:D",
				"4 birth=1990, fullName=Nguyễn Ca, gender=MALE",
				"5 birth=5021990, fullName=Nguyễn Da, gender=MALE !day.unknown:D"));
		all.add(workbook("07 the 1904 calendar of old Macs", Layout.GENDER_COLUMN,
				new RawWorkbook().from1904()
					.texts(1, PLAIN)
					.row(2)
					.number(0, "1")
					.text(1, "Nguyễn An")
					.text(2, "Nam")
					.day(3, 31412)
					.row(3)
					.number(0, "2")
					.text(1, "Nguyễn Ba")
					.text(2, "Nam")
					.number(3, "31412"),
				"2 birth=01/01/1990, fullName=Nguyễn An, gender=MALE",
				"3 birth=01/01/1990, fullName=Nguyễn Ba, gender=MALE ?day.serial:D"));
		all.add(workbook("08 identity numbers as numbers that lost their zeros", Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "Họ và tên", "Giới tính", "Năm sinh", "Số CCCD")
					.row(2)
					.text(0, "Nguyễn An")
					.text(1, "Nam")
					.number(2, "1985")
					.number(3, "34085012345")
					.row(3)
					.text(0, "Nguyễn Ba")
					.text(1, "Nữ")
					.number(2, "1985")
					.number(3, "1185012345")
					.row(4)
					.text(0, "Nguyễn Ca")
					.text(1, "Nữ")
					.number(2, "1985")
					.number(3, "34085012345")
					.row(5)
					.text(0, "Nguyễn Da")
					.text(1, "Nam")
					.number(2, "1985")
					.number(3, "1.08501E+09")
					.row(6)
					.text(0, "Nguyễn Em")
					.text(1, "Nam")
					.number(2, "1985")
					.text(3, "34085012345")
					.row(7)
					.text(0, "Nguyễn Gia")
					.text(1, "Nam")
					.number(2, "1985")
					.text(3, "1,08501E+09"),
				"2 birth=1985, fullName=Nguyễn An, gender=MALE, identityNumber=034085012345 ?identity.restored:D",
				"3 birth=1985, fullName=Nguyễn Ba, gender=FEMALE, identityNumber=001185012345 ?identity.restored:D",
				"4 birth=1985, fullName=Nguyễn Ca, gender=FEMALE, identityNumber=34085012345 !identity.zeros:D",
				"5 birth=1985, fullName=Nguyễn Da, gender=MALE, identityNumber=1.08501E+09 !identity.rounded:D",
				"6 birth=1985, fullName=Nguyễn Em, gender=MALE, identityNumber=34085012345 !identity.digits:D",
				"7 birth=1985, fullName=Nguyễn Gia, gender=MALE, identityNumber=1,08501E+09 !identity.rounded:D"));
		all.add(workbook("09 identity numbers with blanks, full-width digits, old cards, contradictions",
				Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "Họ và tên", "Giới tính", "Năm sinh", "CMND/CCCD")
					.texts(2, "Nguyễn An", "Nam", "1985", " 001 085 012345 ")
					.texts(3, "Nguyễn Ba", "Nam", "1985", "００１０８５０１２３４５")
					.texts(4, "Nguyễn Ca", "Nam", "1985", "012345678")
					.texts(5, "Nguyễn Da", "Nữ", "1986", "001085012345")
					.texts(6, "Nguyễn Em", "Nam", "1985", "099085012345")
					.texts(7, "Nguyễn Gia", "Nam", "1985", "001085OI2345"),
				"2 birth=1985, fullName=Nguyễn An, gender=MALE, identityNumber=001085012345",
				"3 birth=1985, fullName=Nguyễn Ba, gender=MALE, identityNumber=001085012345",
				"4 birth=1985, fullName=Nguyễn Ca, gender=MALE, identityNumber=012345678 ?identity.old:D",
				"5 birth=1986, fullName=Nguyễn Da, gender=FEMALE, identityNumber=001085012345"
						+ " ?identity.gender:D ?identity.year:D",
				"6 birth=1985, fullName=Nguyễn Em, gender=MALE, identityNumber=099085012345 ?identity.province:D",
				"7 birth=1985, fullName=Nguyễn Gia, gender=MALE, identityNumber=001085OI2345 !identity.digits:D"));
		all.add(workbook("10 telephone numbers that lost their zero or hold signs", Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "Họ và tên", "Giới tính", "Điện thoại")
					.row(2)
					.text(0, "Nguyễn An")
					.text(1, "Nam")
					.number(2, "912345678")
					.row(3)
					.text(0, "Nguyễn Ba")
					.text(1, "Nam")
					.number(2, "9.12345678E8")
					.texts(4, "Nguyễn Ca", "Nam", "+84912345678")
					.texts(5, "Nguyễn Da", "Nam", "0912.345.678"),
				"2 fullName=Nguyễn An, gender=MALE, phone=0912345678 ?phone.restored:C",
				"3 fullName=Nguyễn Ba, gender=MALE, phone=0912345678 ?phone.restored:C",
				"4 fullName=Nguyễn Ca, gender=MALE, phone=+84912345678",
				"5 fullName=Nguyễn Da, gender=MALE, phone=0912.345.678"));
		all.add(workbook("11 gender in all spellings, and those nobody can be sure of", Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "Họ và tên", "GT", "Năm sinh")
					.texts(2, "Nguyễn An", "NAM", "1980")
					.texts(3, "Nguyễn Ba", Normalizer.normalize("nữ", Normalizer.Form.NFD), "1980")
					.texts(4, "Nguyễn Ca", "Female", "1980")
					.texts(5, "Nguyễn Da", "M", "1980")
					.texts(6, "Nguyễn Em", "1", "1980")
					.texts(7, "Nguyễn Thị Gia", "", "1980"),
				"2 birth=1980, fullName=Nguyễn An, gender=MALE", "3 birth=1980, fullName=Nguyễn Ba, gender=FEMALE",
				"4 birth=1980, fullName=Nguyễn Ca, gender=FEMALE", "5 birth=1980, fullName=Nguyễn Da, gender=MALE",
				"6 birth=1980, fullName=Nguyễn Em, gender=1 !gender.unknown:B",
				"7 birth=1980, fullName=Nguyễn Thị Gia !gender.missing"));
		all.add(workbook("12 names in NFD, with several blanks, invisible letters, in two columns",
				Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "TT", "Họ và tên đệm", "Tên", "Giới tính")
					.texts(2, "1", Normalizer.normalize("Nguyễn  Thị", Normalizer.Form.NFD), "\u200bHường ", "Nữ")
					.texts(3, "2", "  Trần\u00a0Văn ", "Tý", "Nam"),
				"2 fullName=Nguyễn Thị Hường, gender=FEMALE", "3 fullName=Trần Văn Tý, gender=MALE"));
		all.add(workbook("13 a workbook in the old font .VnTime, capitals by .VnTimeH", Layout.GENDER_COLUMN,
				new RawWorkbook().row(1)
					.text(0, "Hä vµ tªn", RawWorkbook.OLD_FONT)
					.text(1, "Giíi tÝnh", RawWorkbook.OLD_FONT)
					.row(2)
					.text(0, "NguyÔn ThÞ ¸nh", RawWorkbook.OLD_FONT)
					.text(1, "N÷", RawWorkbook.OLD_FONT)
					.row(3)
					.text(0, "trÇn v¨n ®øc", RawWorkbook.OLD_CAPITALS)
					.text(1, "Nam", RawWorkbook.OLD_FONT),
				"2 fullName=Nguyễn Thị Ánh, gender=FEMALE", "3 fullName=TRẦN VĂN ĐỨC, gender=MALE"));
		all.add(workbook("14 names pasted from TCVN3 and VNI into a Unicode font", Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "Họ và tên", "Giới tính")
					.texts(2, "NguyÔn ThÞ ¸nh", "Nữ")
					.texts(3, "Nguyeãn Thò AÙnh", "N÷"),
				"2 fullName=Nguyễn Thị Ánh, gender=FEMALE ?text.legacy:A",
				"3 fullName=Nguyễn Thị Ánh, gender=FEMALE ?text.legacy:A ?text.legacy:B"));
		all.add(workbook("15 formulas: cached values are taken, failed and uncalculated ones refused",
				Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, "Họ và tên", "Giới tính", "Ghi chú")
					.row(2)
					.formula(0, "CONCATENATE(\"Nguyễn\",\" An\")", "Nguyễn An")
					.text(1, "Nam")
					.text(2, "=1+1")
					.row(3)
					.text(0, "Nguyễn Ba")
					.cell(1, "", "<f>IF(TRUE,\"Nam\",\"Nữ\")</f>")
					.text(2, "@SUM(1)")
					.row(4)
					.text(0, "Nguyễn Ca")
					.cell(1, "t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")
					.text(2, "-1"),
				"2 fullName=Nguyễn An, gender=MALE, note==1+1 ?cell.formula:A",
				"3 fullName=Nguyễn Ba, note=@SUM(1) !cell.error:B",
				"4 fullName=Nguyễn Ca, gender=#DIV/0!, note=-1 !cell.error:B"));
		all.add(workbook("16 words of code lists: labels, aliases, English, slips of the pen", Layout.GENDER_COLUMN,
				new RawWorkbook()
					.texts(1, "Họ và tên", "Giới tính", "Chức vụ", "Chức vụ công đoàn", "Trình độ", "Đảng viên",
							"Dân tộc")
					.texts(2, "Nguyễn An", "Nam", "phó vụ trưởng", "UVBCH", "ThS", "Dự bị", "H'Mông")
					.texts(3, "Nguyễn Ba", "Nữ", "Expert", "Chair", "Master", "Not a Party member", "Ê Đê")
					.texts(4, "Nguyễn Ca", "Nam", "Chuyên vien", "-", "Đại hoc", "", "Khmer")
					.texts(5, "Nguyễn Da", "Nam", "Vụ truởng", "", "", "", "Klingon"),
				"2 education=MASTER, ethnicity=08, fullName=Nguyễn An, gender=MALE, partyStatus=PROBATIONARY,"
						+ " position=PHO_VU_TRUONG, unionPosition=UV_BCH",
				"3 education=MASTER, ethnicity=12, fullName=Nguyễn Ba, gender=FEMALE, partyStatus=NONE,"
						+ " position=CHUYEN_VIEN, unionPosition=CHU_TICH",
				"4 education=BACHELOR, ethnicity=05, fullName=Nguyễn Ca, gender=MALE, position=CHUYEN_VIEN",
				"5 ethnicity=Klingon, fullName=Nguyễn Da, gender=MALE, position=VU_TRUONG !code.unknown:G"));
		all.add(workbook("17 hidden rows, a hidden sheet first, headings on the second sheet", Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, PLAIN)
					.texts(2, "1", "Người Cũ", "Nam", "1980")
					.sheet("Nháp", true)
					.texts(1, PLAIN)
					.texts(2, "1", "Nguyễn An", "Nam", "1980")
					.row(3, "hidden=\"1\"")
					.text(0, "2")
					.text(1, "Nguyễn Ba")
					.text(2, "Nữ")
					.text(3, "1981")
					.sheet("Danh sách", false),
				"2 birth=1980, fullName=Nguyễn An, gender=MALE",
				"3 birth=1981, fullName=Nguyễn Ba, gender=FEMALE ?row.hidden"));
		all.add(workbook("18 the headings again on each page, numbered columns, empty formatted rows",
				Layout.GENDER_COLUMN,
				new RawWorkbook().texts(1, PLAIN)
					.texts(2, "(1)", "(2)", "(3)", "(4)")
					.texts(3, "1", "Nguyễn An", "Nam", "1980")
					.texts(4, PLAIN)
					.texts(5, "2", "Nguyễn Ba", "Nữ", "1981")
					.texts(6, "3")
					.raw("<row r=\"7\"><c r=\"A7\" s=\"1\"/><c r=\"B7\" s=\"1\"/></row><row r=\"1048576\" ht=\"20\"/>"),
				"2 ignored", "3 birth=1980, fullName=Nguyễn An, gender=MALE", "4 ignored",
				"5 birth=1981, fullName=Nguyễn Ba, gender=FEMALE", "6 ignored"));
		all.add(workbook("19 our own export, in English, with text that looks like a formula", Layout.OWN_EXPORT,
				new RawWorkbook().texts(1, "Members")
					.texts(2, "Union: Vụ Tổng hợp")
					.texts(3, "As of 23/11/2026")
					.texts(5, "Full name", "Gender", "Birth date", "Union", "Department", "Position", "Union position",
							"Education", "Party member", "Joined the union", "Left the unit")
					.row(6)
					.text(0, "Nguyễn An")
					.text(1, "Male")
					.day(2, 32874)
					.text(3, "Vụ Tổng hợp")
					.text(4, "=Phòng 1")
					.text(5, "Expert")
					.text(9, "01/03/2015"),
				"6 birth=01/01/1990, department==Phòng 1, fullName=Nguyễn An, gender=MALE, joinedUnionOn=01/03/2015,"
						+ " position=CHUYEN_VIEN @Vụ Tổng hợp"));
		all.add(workbook("20 shared texts in runs with readings above, remarks in headings, an unknown column",
				Layout.GENDER_COLUMN,
				new RawWorkbook().part("xl/sharedStrings.xml",
						"<sst><si><t>Họ và tên (chữ in hoa)</t></si><si><t>Giới tính *</t></si>"
								+ "<si><t>Màu ưa thích</t></si><si><r><t>Nguyễn </t></r><r><t>An</t></r><rPh><t>x</t></rPh></si>"
								+ "<si><t>Nam</t></si><si><t>xanh</t></si></sst>")
					.row(3)
					.cell(1, "t=\"s\"", "<v>0</v>")
					.cell(2, "t=\"s\"", "<v>1</v>")
					.cell(3, "t=\"s\"", "<v>2</v>")
					.row(4)
					.cell(1, "t=\"s\"", "<v>3</v>")
					.cell(2, "t=\"s\"", "<v>4</v>")
					.cell(3, "t=\"s\"", "<v>5</v>"),
				"4 fullName=Nguyễn An, gender=MALE"));
		return all.stream();
	}

	private static Workbook workbook(String name, Layout layout, RawWorkbook content, String... verdicts) {
		return new Workbook(name, layout, content, verdicts);
	}

	record Workbook(String name, Layout layout, RawWorkbook content, String[] verdicts) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
