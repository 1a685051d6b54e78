package unionbook.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unionbook.HostileCase;
import unionbook.document.RawWorkbook;
import unionbook.document.SheetFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists that are odd rather than harmful are read, and what is odd is told. */
class HostileListsTests {

	private static final String[] HEADINGS = { "Họ và tên", "Giới tính", "Năm sinh" };

	private static final String LIST = "TT;Họ và tên;Giới tính\n1;Nguyễn Thị Ánh;Nữ\n2;Trần Văn Đức;Nam\n3;Lê Ước;Nam\n";

	@TempDir
	Path folder;

	@Test
	@HostileCase("IMP-05")
	void headingsAloneGiveNobody() {
		assertThat(Drafts.of(write(new RawWorkbook().texts(1, HEADINGS)))).isEmpty();
	}

	@Test
	@HostileCase("IMP-05")
	void missingHeadingsAreTold() {
		Recognised nothing = Drafts.recognised(write(new RawWorkbook().texts(1, "Nguyễn An", "Nam", "1980")));
		Recognised oneColumn = Drafts.recognised(write(new RawWorkbook().texts(1, "Họ và tên").texts(2, "Nguyễn An")));

		assertThat(nothing.headerFirst()).isZero();
		assertThat(nothing.notes()).extracting(Problem::key).containsExactly("intake.problem.heading.name");
		assertThat(oneColumn.notes()).extracting(Problem::key).containsExactly("intake.problem.heading.gender");
	}

	@Test
	@HostileCase("IMP-05")
	void aSheetFullOfEmptyFormattedRowsIsReadInTime() {
		Path file = write(new RawWorkbook().sheet("Danh sách", false).part("xl/worksheets/sheet1.xml", (out) -> {
			out.write(("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Họ và tên</t></is></c>"
					+ "<c r=\"B1\" t=\"inlineStr\"><is><t>Giới tính</t></is></c></row><row r=\"2\"><c r=\"A2\""
					+ " t=\"inlineStr\"><is><t>Nguyễn An</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Nam</t></is></c>"
					+ "</row>")
				.getBytes(StandardCharsets.UTF_8));
			for (int row = 3; row <= 1_048_576; row++) {
				out.write(("<row r=\"" + row + "\" spans=\"1:2\"><c r=\"A" + row + "\" s=\"1\"/><c r=\"B" + row
						+ "\" s=\"1\"/></row>")
					.getBytes(StandardCharsets.US_ASCII));
			}
			out.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
		}));

		assertThat(Drafts.of(file)).extracting(Drafts::line).containsExactly("2 fullName=Nguyễn An, gender=MALE");
	}

	@Test
	@HostileCase("IMP-05")
	void mergedHeadingsAndHiddenContentAreTold() {
		Path file = write(new RawWorkbook().texts(1, "TT", "Họ và tên", "Năm sinh")
			.texts(2, "", "", "Nam", "Nữ")
			.row(3, "hidden=\"1\"")
			.text(1, "Nguyễn An")
			.text(2, "1980")
			.sheet("Danh sách", false)
			.texts(1, "bí mật")
			.sheet("Ẩn", true));
		Recognised recognised = Drafts.recognised(file);

		assertThat(recognised.headerLast()).isEqualTo(2);
		assertThat(recognised.columns()).extracting(ColumnChoice::heading)
			.containsExactly("TT", "Họ và tên", "Năm sinh Nam", "Năm sinh Nữ");
		assertThat(recognised.notes()).containsExactly(Problem.warning(0, -1, "intake.problem.sheet.hidden", "Ẩn"));
		assertThat(Drafts.of(file)).extracting(Drafts::line)
			.containsExactly("3 birth=1980, fullName=Nguyễn An, gender=MALE ?row.hidden");
	}

	@Test
	@HostileCase("IMP-07")
	void formulasAreNeverCalculatedAndTextStaysText() {
		Path file = write(new RawWorkbook().texts(1, "Họ và tên", "Giới tính", "Ghi chú", "Điện thoại")
			.row(2)
			.text(0, "Nguyễn An")
			.text(1, "Nam")
			.cell(2, "", "<f>1+1</f><v>2</v>")
			.text(3, "+84912")
			.row(3)
			.text(0, "Nguyễn Ba")
			.text(1, "Nam")
			.formula(2, "HYPERLINK(\"http://evil\",\"x\")", "x")
			.row(4)
			.text(0, "Nguyễn Ca")
			.text(1, "Nam")
			.text(2, "=cmd|' /C calc'!A0")
			.row(5)
			.text(0, "Nguyễn Da")
			.text(1, "Nam")
			.text(2, "@SUM(1)")
			.row(6)
			.text(0, "Nguyễn Em")
			.text(1, "Nam")
			.text(2, "-1")
			.row(7)
			.text(0, "Nguyễn Gia")
			.text(1, "Nam")
			.text(2, "\t=1")
			.row(8)
			.text(0, "Nguyễn Hà")
			.text(1, "Nam")
			.cell(2, "", "<f>[1]Sheet1!A1</f>")
			.sheet("Danh sách", false)
			.part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
			.part("xl/externalLinks/_rels/externalLink1.xml.rels",
					"<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Target=\"http://evil/a.xlsx\"/>"
							+ "</Relationships>"));

		assertThat(Drafts.of(file)).extracting(Drafts::line)
			.containsExactly("2 fullName=Nguyễn An, gender=MALE, note=2, phone=+84912 ?cell.formula:C",
					"3 fullName=Nguyễn Ba, gender=MALE, note=x ?cell.formula:C",
					"4 fullName=Nguyễn Ca, gender=MALE, note==cmd|' /C calc'!A0",
					"5 fullName=Nguyễn Da, gender=MALE, note=@SUM(1)", "6 fullName=Nguyễn Em, gender=MALE, note=-1",
					"7 fullName=Nguyễn Gia, gender=MALE, note==1", "8 fullName=Nguyễn Hà, gender=MALE !cell.error:C");
	}

	@Test
	@HostileCase("IMP-12")
	void textFilesInEveryEncodingAreReadAndTheEncodingIsTold() throws IOException {
		Charset windows = Charset.forName("windows-1252");
		encoded("UTF-8", LIST.getBytes(StandardCharsets.UTF_8));
		encoded("UTF-8", ("\ufeff" + LIST).getBytes(StandardCharsets.UTF_8));
		encoded("UTF-16LE", ("\ufeff" + LIST).getBytes(StandardCharsets.UTF_16LE));
		encoded("UTF-16BE", ("\ufeff" + LIST).getBytes(StandardCharsets.UTF_16BE));
		encoded("Windows-1258",
				("TT;Ho\u0323 va\u0300 tên;Giơ\u0301i ti\u0301nh\n1;Nguyê\u0303n Thi\u0323 A\u0301nh;"
						+ "Nư\u0303\n2;Trâ\u0300n Văn Đư\u0301c;Nam\n3;Lê Ươ\u0301c;Nam\n")
					.getBytes(Charset.forName("windows-1258")));
		encoded("TCVN3",
				"TT;Hä vµ tªn;Giíi tÝnh\n1;NguyÔn ThÞ ¸nh;N÷\n2;TrÇn V¨n §øc;Nam\n3;Lª ¦íc;Nam\n".getBytes(windows));
		encoded("VNI", ("TT;Hoï vaø teân;Giôùi tính\n1;Nguyeãn Thò AÙnh;Nöõ\n2;Traàn Vaên Ñöùc;Nam\n3;Leâ Öôùc;Nam\n")
			.getBytes(windows));
	}

	@Test
	@HostileCase("IMP-12")
	void semicolonsCommasAndTabsAreToldApart() throws IOException {
		for (char separator : new char[] { ';', ',', '\t' }) {
			encoded("UTF-8", LIST.replace(';', separator).getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	@HostileCase("IMP-13")
	void numbersThatLostTheirZerosAndDaysThatBecameNumbersAreTold() {
		Path file = write(new RawWorkbook().from1904()
			.texts(1, "Họ và tên", "Giới tính", "Ngày sinh", "CCCD")
			.row(2)
			.text(0, "Nguyễn An")
			.text(1, "Nam")
			.text(2, "1/2/1985")
			.number(3, "1085012345")
			.row(3)
			.text(0, "Nguyễn Ba")
			.text(1, "Nam")
			.text(2, "1/2/1985")
			.number(3, "1.08501E+09")
			.row(4)
			.text(0, "Nguyễn Ca")
			.text(1, "Nam")
			.number(2, "32874")
			.row(5)
			.text(0, "Nguyễn Da")
			.text(1, "Nam")
			.text(2, "1/2/90"));

		assertThat(Drafts.of(file)).extracting(Drafts::line)
			.containsExactly(
					"2 birth=01/02/1985, fullName=Nguyễn An, gender=MALE, identityNumber=001085012345"
							+ " ?identity.restored:D",
					"3 birth=01/02/1985, fullName=Nguyễn Ba, gender=MALE, identityNumber=1.08501E+09"
							+ " !identity.rounded:D",
					"4 birth=02/01/1994, fullName=Nguyễn Ca, gender=MALE ?day.serial:C",
					"5 birth=1/2/90, fullName=Nguyễn Da, gender=MALE !day.shortYear:C");
	}

	private void encoded(String encoding, byte[] content) throws IOException {
		Path file = Files.write(this.folder.resolve("list.csv"), content);

		assertThat(Drafts.recognised(file).encoding()).isEqualTo(encoding);
		assertThat(Drafts.recognised(file).sampleNames())
			.isEqualTo(List.of("Nguyễn Thị Ánh", "Trần Văn Đức", "Lê Ước"));
		assertThat(Drafts.of(file)).extracting((draft) -> draft.values().get("gender"))
			.containsExactly("FEMALE", "MALE", "MALE");
		try (SheetFile sheets = SheetFile.open(file, "list.csv")) {
			assertThat(sheets.plainText()).isTrue();
		}
	}

	private Path write(RawWorkbook workbook) {
		return workbook.write(this.folder.resolve("list.xlsx"));
	}

}
