package unionbook.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;
import unionbook.document.RawWorkbook;
import unionbook.document.SheetCell;
import unionbook.document.SheetFile;
import unionbook.document.UnreadableFile;

/**
 * Whatever comes in is read or refused, never worse. Runs on a few seeds; with
 * JAZZER_FUZZ=1 in the environment it searches on for as long as each test says.
 */
class ReadingFuzzTests {

	@MethodSource("workbooks")
	@FuzzTest(maxDuration = "2m")
	void anyBytesAreAWorkbookOrRefused(byte[] content) throws IOException {
		read("list.xlsx", content);
	}

	@MethodSource("sheets")
	@FuzzTest(maxDuration = "2m")
	void anySheetInsideAWorkbookIsReadOrRefused(byte[] sheet) throws IOException {
		Path file = Files.createTempFile("fuzz", ".xlsx");
		try {
			new RawWorkbook().sheet("x", false).part("xl/worksheets/sheet1.xml", sheet).write(file);
			read("list.xlsx", Files.readAllBytes(file));
		}
		finally {
			Files.delete(file);
		}
	}

	@MethodSource("texts")
	@FuzzTest(maxDuration = "2m")
	void anyBytesAreATextFileOrRefused(byte[] content) throws IOException {
		read("list.csv", content);
	}

	@MethodSource("cells")
	@FuzzTest(maxDuration = "1m")
	void anyTextIsADayAndAnIdentityNumberOrRefused(byte[] content) {
		String text = new String(content, StandardCharsets.UTF_8);
		SheetCell cell = new SheetCell(0, SheetCell.Kind.TEXT, text, null, null, false);
		DayText.read(cell, text, true, Drafts.TODAY);
		IdentityText.read(cell, text, true, "MALE", 1985);
		CellText.phone(text);
		NameText.of(text, true);
	}

	static Stream<byte[]> workbooks() throws IOException {
		Path file = Files.createTempFile("seed", ".xlsx");
		try {
			new RawWorkbook().texts(1, "Họ và tên", "Giới tính").texts(2, "Nguyễn An", "Nam").shared(2, "x").write(file);
			return Stream.of(new byte[] { 'P', 'K', 3, 4 }, Files.readAllBytes(file));
		}
		finally {
			Files.delete(file);
		}
	}

	static Stream<byte[]> sheets() {
		return bytes("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Họ và tên</t></is></c>"
				+ "<c r=\"B1\" t=\"str\"><f>1</f><v>Giới tính</v></c></row><row r=\"2\" hidden=\"1\"><c s=\"1\"><v>32874</v>"
				+ "</c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>1990-02-05</v></c><c><v>1E+5</v></c></row></sheetData>"
				+ "</worksheet>");
	}

	static Stream<byte[]> texts() {
		return bytes("Họ và tên;Giới tính;Ngày sinh\n\"Nguyễn; An\";Nam;5/2/1990\n", "\ufeffa,b\tc\n'=1,\"",
				"I;Tổng cộng\n");
	}

	static Stream<byte[]> cells() {
		return bytes("05/02/1990", "1990-02-05 00:00:00", "32874", "001 085 012345", "1.08501E+09", "912345678",
				"NguyÔn ThÞ ¸nh");
	}

	private static Stream<byte[]> bytes(String... texts) {
		return Stream.of(texts).map((text) -> text.getBytes(StandardCharsets.UTF_8));
	}

	private static void read(String name, byte[] content) throws IOException {
		Path file = Files.createTempFile("fuzz", ".tmp");
		try {
			Files.write(file, content);
			try (SheetFile sheets = SheetFile.open(file, name)) {
				Drafts.of(sheets, Recogniser.propose(sheets));
			}
			catch (UnreadableFile refused) {
				// as it should be
			}
		}
		finally {
			Files.delete(file);
		}
	}

}
