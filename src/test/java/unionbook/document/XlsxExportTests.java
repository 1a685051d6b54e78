package unionbook.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import unionbook.HostileCase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class XlsxExportTests {

	private static final int FIRST_ROW = 7;

	@Test
	void keepsVietnameseNamesDaysAndNumbersAsSuch() throws Exception {
		Map<String, byte[]> parts = parts(DocumentExamples.person("Đặng Thị Ánh Nguyệt"));

		Element name = cell(parts, "A" + FIRST_ROW);
		assertThat(name.getAttribute("t")).isEqualTo("inlineStr");
		assertThat(name.getTextContent()).isEqualTo("Đặng Thị Ánh Nguyệt");
		assertThat(format(parts, name)).isEqualTo("@");

		Element birth = cell(parts, "B" + FIRST_ROW);
		assertThat(birth.getAttribute("t")).isEqualTo("n");
		assertThat(LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(birth.getTextContent())))
			.isEqualTo(DocumentExamples.BIRTH);
		assertThat(format(parts, birth)).isEqualTo("dd/mm/yyyy");

		Element count = cell(parts, "C" + FIRST_ROW);
		assertThat(count.getAttribute("t")).isEqualTo("n");
		assertThat(count.getTextContent()).isEqualTo("1853");

		Element share = cell(parts, "D" + FIRST_ROW);
		assertThat(new BigDecimal(share.getTextContent())).isEqualByComparingTo("0.5186");
		assertThat(format(parts, share)).isEqualTo("0.0#%");
	}

	@Test
	void putsTheHeadAboveTheTable() throws Exception {
		Map<String, byte[]> parts = parts(DocumentExamples.person("An"));

		assertThat(cell(parts, "A1").getTextContent()).isEqualTo("Danh sách đoàn viên");
		assertThat(cell(parts, "A3").getTextContent()).isEqualTo("Tính đến ngày 31/12/2020");
		assertThat(cell(parts, "B6").getTextContent()).isEqualTo("Ngày sinh");
		Element pane = (Element) page(parts, 1).getElementsByTagName("pane").item(0);
		assertThat(pane.getAttribute("topLeftCell")).isEqualTo("A" + FIRST_ROW);
		assertThat(pane.getAttribute("state")).isEqualTo("frozen");
		assertThat(text(parts, "xl/workbook.xml")).contains("_xlnm.Print_Titles").contains("$6:$6");
	}

	@HostileCase("EXP-01")
	@Test
	void textIsNeverAFormula() throws Exception {
		Map<String, byte[]> parts = parts(DocumentExamples.person("=cmd|'/c calc'!A0"), DocumentExamples.person("+1"),
				DocumentExamples.person("＝1+1"));

		assertThat(page(parts, 1).getElementsByTagName("f").getLength()).isZero();
		assertThat(cell(parts, "A" + FIRST_ROW).getTextContent()).isEqualTo("=cmd|'/c calc'!A0");
		for (int row = FIRST_ROW; row < FIRST_ROW + 3; row++) {
			assertThat(cell(parts, "A" + row).getAttribute("t")).isEqualTo("inlineStr");
			assertThat(format(parts, cell(parts, "A" + row))).isEqualTo("@");
		}
		assertThat(cell(parts, "A4").getAttribute("t")).isEqualTo("inlineStr");
	}

	@Test
	void daysBeforeTheFirstOneAreText() throws Exception {
		Map<String, byte[]> parts = parts(new Object[] { "An", LocalDate.of(1890, 5, 19), 1, null });

		assertThat(cell(parts, "B" + FIRST_ROW).getTextContent()).isEqualTo("19/05/1890");
		assertThat(cell(parts, "B" + FIRST_ROW).getAttribute("t")).isEqualTo("inlineStr");
	}

	@Test
	void dropsWhatNoWorkbookMayHold() throws Exception {
		Map<String, byte[]> parts = parts(DocumentExamples.person("A\0n\u0001 <&> 😀"),
				DocumentExamples.person("đ".repeat(40_000)));

		assertThat(cell(parts, "A" + FIRST_ROW).getTextContent()).isEqualTo("An <&> 😀");
		assertThat(cell(parts, "A" + (FIRST_ROW + 1)).getTextContent()).hasSize(32_767).endsWith("đ…");
	}

	@Test
	void goesOnInTheNextSheetWhenOneIsFull() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxSheetWriter writer = new XlsxSheetWriter(out, DocumentExamples.ROSTER, 1000);
		for (int i = 0; i < 2000; i++) {
			writer.row(DocumentExamples.person("Người " + i));
		}
		writer.finish();

		Map<String, byte[]> parts = DocumentExamples.parts(out.toByteArray());
		List<String> names = new ArrayList<>();
		for (int number = 1; number <= 3; number++) {
			assertThat(cell(page(parts, number), "A6").getTextContent()).isEqualTo("Họ và tên");
			var cells = page(parts, number).getElementsByTagName("c");
			for (int i = 0; i < cells.getLength(); i++) {
				Element cell = (Element) cells.item(i);
				if (cell.getTextContent().startsWith("Người")) {
					names.add(cell.getTextContent());
				}
			}
		}
		assertThat(names).hasSize(2000).doesNotHaveDuplicates().startsWith("Người 0").endsWith("Người 1999");
		assertThat(parts).doesNotContainKey("xl/worksheets/sheet4.xml");
	}

	@Test
	void anEmptyTableIsAWholeWorkbook() throws Exception {
		assertThat(cell(parts(), "A6").getTextContent()).isEqualTo("Họ và tên");
	}

	@Test
	void aRowMustFitTheColumns() {
		assertThatIllegalArgumentException().isThrownBy(() -> parts(new Object[] { "An" }));
		assertThatIllegalArgumentException().isThrownBy(() -> parts(new Object[] { new Object(), null, null, null }));
	}

	private static Map<String, byte[]> parts(Object[]... rows) {
		return DocumentExamples.parts(DocumentExamples.export(ExportFormat.XLSX, DocumentExamples.rows(rows)));
	}

	private static String text(Map<String, byte[]> parts, String part) {
		return new String(part(parts, part), StandardCharsets.UTF_8);
	}

	private static byte[] part(Map<String, byte[]> parts, String name) {
		return Objects.requireNonNull(parts.get(name), name);
	}

	private static Document xml(byte[] part) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
	}

	private static Document page(Map<String, byte[]> parts, int number) throws Exception {
		return xml(part(parts, "xl/worksheets/sheet" + number + ".xml"));
	}

	private static Element cell(Map<String, byte[]> parts, String address) throws Exception {
		return cell(page(parts, 1), address);
	}

	private static Element cell(Document page, String address) {
		var cells = page.getElementsByTagName("c");
		for (int i = 0; i < cells.getLength(); i++) {
			if (((Element) cells.item(i)).getAttribute("r").equals(address)) {
				return (Element) cells.item(i);
			}
		}
		throw new AssertionError("No cell " + address);
	}

	/** The pattern a cell is shown with, looked up as a spreadsheet program does. */
	private static String format(Map<String, byte[]> parts, Element cell) throws Exception {
		Document styles = xml(part(parts, "xl/styles.xml"));
		Element looks = (Element) styles.getElementsByTagName("cellXfs").item(0);
		Element style = (Element) looks.getElementsByTagName("xf").item(Integer.parseInt(cell.getAttribute("s")));
		String id = style.getAttribute("numFmtId");
		var formats = styles.getElementsByTagName("numFmt");
		for (int i = 0; i < formats.getLength(); i++) {
			if (((Element) formats.item(i)).getAttribute("numFmtId").equals(id)) {
				return ((Element) formats.item(i)).getAttribute("formatCode");
			}
		}
		return id.equals("49") ? "@" : "built in " + id;
	}

}
