package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every file: exports come back as they went, broken ones are refused. */
class SheetFilePropertyTests {

	private static final Sheet SHEET = new Sheet("Danh sách", List.of("Đơn vị: A, B; \"C\""),
			List.of(new Column("Họ và tên", ColumnKind.TEXT), new Column("Ngày sinh", ColumnKind.DAY),
					new Column("Ghi chú", ColumnKind.TEXT)));

	private Path file;

	private byte[] workbook;

	@BeforeProperty
	void make() throws IOException {
		this.file = Files.createTempFile("property", ".tmp");
		export(ExportFormat.XLSX, List.of(new Row("Nguyễn An", LocalDate.of(1990, 2, 5), "=1+1")));
		this.workbook = Files.readAllBytes(this.file);
	}

	@AfterProperty
	void remove() throws IOException {
		Files.delete(this.file);
	}

	@Property(tries = 1000)
	void anExportComesBackAsItWent(@ForAll("rows") List<Row> rows, @ForAll ExportFormat format) throws IOException {
		export(format, rows);

		List<List<String>> read = read("export." + format.extension());

		int header = read.indexOf(List.of("Họ và tên", "Ngày sinh", "Ghi chú"));
		assertThat(read.subList(header + 1, read.size())).isEqualTo(rows.stream().map(Row::cells).toList());
	}

	@Property(tries = 1000)
	void aBrokenWorkbookIsReadOrRefused(@ForAll @IntRange(min = 1, max = 20) int changes, @ForAll long seed)
			throws IOException {
		readOrRefused("broken.xlsx", broken(this.workbook, changes, seed));
	}

	@Property(tries = 1000)
	void aBrokenTextFileIsReadOrRefused(@ForAll @IntRange(min = 0, max = 20) int changes, @ForAll long seed)
			throws IOException {
		byte[] text = "\ufeffHọ và tên;Giới tính\n\"Nguyễn; An\";Nam\nTrần Bình;\"Nữ\"\n"
			.getBytes(StandardCharsets.UTF_8);

		readOrRefused("broken.csv", broken(text, changes, seed));
	}

	@Property(tries = 1000)
	void aBrokenPartOfAWorkbookIsReadOrRefused(@ForAll @IntRange(min = 1, max = 10) int changes, @ForAll long seed)
			throws IOException {
		byte[] sheet = ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>32874"
				+ "</v></c><c r=\"C1\" t=\"d\"><v>1990-02-05</v></c><c r=\"D1\"><f>1+1</f><v>1E+5</v></c></row></sheetData>"
				+ "</worksheet>")
			.getBytes(StandardCharsets.UTF_8);
		new RawWorkbook().shared(0, "x")
			.sheet("x", false)
			.part("xl/worksheets/sheet1.xml", broken(sheet, changes, seed))
			.write(this.file);

		readOrRefused("broken.xlsx", Files.readAllBytes(this.file));
	}

	@Provide
	Arbitrary<List<Row>> rows() {
		Arbitrary<String> words = Arbitraries.strings()
			.withChars("=+-@'\"|;,\t\n\r <&>ÁếđĐ\u0301x0_")
			.withCharRange('a', 'f')
			.ofMaxLength(12);
		Arbitrary<LocalDate> days = Arbitraries.integers()
			.between(0, 60_000)
			.map((count) -> LocalDate.of(1900, 3, 1).plusDays(count));
		return Combinators.combine(words, days, words).as(Row::new).list().ofMaxSize(8);
	}

	private void export(ExportFormat format, List<Row> rows) throws IOException {
		try (OutputStream out = Files.newOutputStream(this.file)) {
			Spreadsheet.write(format, out, SHEET,
					(to) -> rows.forEach((row) -> to.accept(new Object[] { row.name, row.day, row.note })));
		}
	}

	private List<List<String>> read(String name) {
		List<List<String>> rows = new ArrayList<>();
		try (SheetFile sheets = SheetFile.open(this.file, name)) {
			sheets.rows(0, (row) -> rows.add(row.cells().stream().map(SheetCell::text).toList()));
		}
		return rows;
	}

	private void readOrRefused(String name, byte[] content) throws IOException {
		Files.write(this.file, content);
		try (SheetFile sheets = SheetFile.open(this.file, name)) {
			for (int sheet = 0; sheet < sheets.sheets().size(); sheet++) {
				sheets.rows(sheet, (row) -> true);
			}
		}
		catch (UnreadableFile refused) {
			assertThat(refused.reason()).isNotNull();
		}
	}

	private static byte[] broken(byte[] whole, int changes, long seed) {
		Random random = new Random(seed);
		byte[] broken = whole.clone();
		for (int i = 0; i < changes; i++) {
			broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
		}
		int length = (random.nextInt(4) == 0) ? 1 + random.nextInt(broken.length) : broken.length;
		return Arrays.copyOf(broken, length);
	}

	record Row(String name, LocalDate day, String note) {

		/** Blank cells do not come back. */
		List<String> cells() {
			return Stream.of(this.name, CsvSheetWriter.DAY.format(this.day), this.note)
				.filter((text) -> !text.isBlank())
				.toList();
		}

	}

}
