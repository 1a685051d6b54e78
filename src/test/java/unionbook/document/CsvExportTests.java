package unionbook.document;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

class CsvExportTests {

	@Example
	void opensInAVietnameseSpreadsheetProgram() {
		byte[] file = DocumentExamples.export(ExportFormat.CSV,
				DocumentExamples.rows(DocumentExamples.person("Đặng Thị Ánh Nguyệt")));

		assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
		assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("""
				\uFEFFDanh sách đoàn viên
				Công đoàn cơ sở Văn phòng Bộ
				Tính đến ngày 31/12/2020
				"Lọc: =HYPERLINK(""x"")"
				Họ và tên;Ngày sinh;Đoàn viên;Tỷ lệ nữ
				Đặng Thị Ánh Nguyệt;05/02/1990;1853;51,86%
				""".replace("\n", "\r\n"));
	}

	@Example
	void quotesWhatWouldBreakTheTable() {
		assertThat(DocumentExamples.csv(new Object[] { "a;b \"c\"\r\nd", "1990", -5L, null }))
			.endsWith("\"a;b \"\"c\"\"\r\nd\";1990;-5;\r\n");
	}

	@Example
	void writesNumbersWithADecimalComma() {
		assertThat(DocumentExamples.csv(new Object[] { "", null, new BigDecimal("1E+3"), 0.5 }))
			.endsWith("\r\n;;1000;0,5%\r\n");
	}

	@Example
	void textIsNeverAFormula() {
		for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "＝", "＋", "－", "＠", "｜")) {
			assertThat(Formulas.neutralise(start + "1+1")).isEqualTo("'" + start + "1+1");
		}
		assertThat(Formulas.neutralise("Ngô Đức =1")).isEqualTo("Ngô Đức =1");
		assertThat(Formulas.neutralise("'s")).isEqualTo("'s");
		assertThat(DocumentExamples.csv(DocumentExamples.person("=cmd|'/c calc'!A0")))
			.contains("\r\n'=cmd|'/c calc'!A0;05/02");
	}

	@Property
	void readsBackAsItWas(@ForAll("texts") String first, @ForAll("texts") String second) {
		byte[] file = DocumentExamples.export(ExportFormat.CSV,
				DocumentExamples.rows(new Object[] { first, second, 1, 2 }));

		CsvRecord last = CsvReader.builder()
			.fieldSeparator(';')
			.detectBomHeader(true)
			.allowMissingFields(true)
			.allowExtraFields(true)
			.ofCsvRecord(new ByteArrayInputStream(file))
			.stream()
			.toList()
			.getLast();
		assertThat(withoutApostrophe(last.getField(0))).isEqualTo(first);
		assertThat(withoutApostrophe(last.getField(1))).isEqualTo(second);
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<Character> any = Arbitraries.chars().filter((letter) -> !Character.isSurrogate(letter));
		Arbitrary<Character> awkward = Arbitraries.of('=', '+', '-', '@', '|', '＝', '\'', '"', ';', '\t', '\r', '\n',
				'\0', ' ', 'đ');
		return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(3, awkward))
			.list()
			.ofMaxSize(12)
			.map((letters) -> letters.stream().map(String::valueOf).reduce("", String::concat));
	}

	private static String withoutApostrophe(String text) {
		boolean neutralised = text.startsWith("'") && Formulas.neutralise(text).length() > text.length();
		return neutralised ? text.substring(1) : text;
	}

}
