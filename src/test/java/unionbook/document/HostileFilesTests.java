package unionbook.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unionbook.HostileCase;
import unionbook.document.UnreadableFile.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files that mean harm are refused at once, in little memory, and reach nothing. */
class HostileFilesTests {

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	@TempDir
	Path folder;

	@Test
	@HostileCase("IMP-01")
	void aPartOfFiveGigabytesIsRefused() throws IOException {
		Path bomb = bomb(SHEET, 5000);

		assertThat(Files.size(bomb)).isLessThan(6_000_000);
		refused(bomb, Reason.UNPACKED);
	}

	@Test
	@HostileCase("IMP-01")
	void tenThousandPartsAreRefused() {
		RawWorkbook workbook = list();
		for (int i = 0; i < 10_000; i++) {
			workbook.part("xl/media/" + i + ".bin", "x");
		}
		refused(workbook, Reason.PARTS);
	}

	@Test
	@HostileCase("IMP-01")
	void aZipInsideTheZipIsRefused() throws IOException {
		byte[] inner = Files.readAllBytes(list().write(this.folder.resolve("inner.zip")));

		refused(list().part("xl/embeddings/list.bin", inner), Reason.NESTED);
	}

	@Test
	@HostileCase("IMP-01")
	void whatOnlyTheParserWouldPayForIsRefused() {
		refused(list().part(SHEET, "<worksheet><!--" + "> ".repeat(500_000) + "--></worksheet>"), Reason.DAMAGED);
		refused(list().part(SHEET, "<worksheet><!--->" + "> ".repeat(500_000) + "--></worksheet>"), Reason.DAMAGED);
		refused(list().part(SHEET, "<worksheet><c r=\"" + "> ".repeat(500_000) + "\"/></worksheet>"), Reason.DAMAGED);
		refused(list().part(SHEET, "<a>".repeat(300_000)), Reason.DAMAGED);
		StringBuilder names = new StringBuilder("<worksheet>");
		for (int i = 0; i < 200_000; i++) {
			names.append("<n").append(i * 7919L).append("/>");
		}
		refused(list().part(SHEET, names + "</worksheet>"), Reason.DAMAGED);
	}

	@Test
	@HostileCase("IMP-02")
	void documentTypesAreRefusedAndReachNothing() throws IOException {
		AtomicInteger hits = new AtomicInteger();
		HttpServer canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		canary.createContext("/", (exchange) -> {
			hits.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		canary.start();
		try {
			String port = "http://127.0.0.1:" + canary.getAddress().getPort() + "/canary";
			for (String external : new String[] { port, this.folder.resolve("secret").toUri().toString() }) {
				Files.writeString(this.folder.resolve("secret"), "secret");
				String entity = "<!DOCTYPE sst [<!ENTITY x SYSTEM \"" + external
						+ "\">]><sst><si><t>&x;</t></si></sst>";
				documentType(entity);
				documentType("<!DOCTYPE sst SYSTEM \"" + external + "\"><sst/>");
				documentType("<!DOCTYPE sst [<!ENTITY % p SYSTEM \"" + external + "\">%p;]><sst/>");
			}
			StringBuilder laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY l0 \"lol\">");
			for (int i = 1; i < 10; i++) {
				laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
			}
			documentType(laughs + "]><sst><si><t>&l9;</t></si></sst>");
		}
		finally {
			canary.stop(0);
		}
		assertThat(hits).hasValue(0);
	}

	@Test
	@HostileCase("IMP-02")
	void aDocumentTypeInAnotherEncodingIsRefusedToo() {
		String hidden = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE sst [<!ENTITY x \"y\">]><sst/>";

		refused(list().part("xl/sharedStrings.xml", hidden.getBytes(StandardCharsets.UTF_16)), Reason.DAMAGED);
		refused(list().part("xl/sharedStrings.xml", hidden.getBytes(StandardCharsets.UTF_16LE)), Reason.DAMAGED);
	}

	@Test
	@HostileCase("IMP-05")
	void anEmptyFileIsRefused() throws IOException {
		for (String name : new String[] { "list.xlsx", "list.csv" }) {
			Path file = Files.write(this.folder.resolve(name), new byte[0]);
			refused(file, Reason.EMPTY);
		}
	}

	@Test
	void filesThatAreNotWhatTheirNamesSayAreRefused() throws IOException {
		byte[] workbook = Files.readAllBytes(list().write(this.folder.resolve("w.xlsx")));
		byte[] old = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1 };
		ByteArrayOutputStream locked = new ByteArrayOutputStream();
		locked.write(old);
		locked.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

		refused(file("list.csv", workbook), Reason.CONTENT);
		refused(file("list.xls", workbook), Reason.CONTENT);
		refused(file("list.xlsx", "Họ và tên".getBytes(StandardCharsets.UTF_8)), Reason.CONTENT);
		refused(file("list.csv", "<html><table>".getBytes(StandardCharsets.UTF_8)), Reason.CONTENT);
		refused(file("list.pdf", workbook), Reason.EXTENSION);
		refused(file("list.xlsm", workbook), Reason.MACROS);
		refused(file("list.xls", old), Reason.OLD_WORKBOOK);
		refused(file("list.xlsx", old), Reason.OLD_WORKBOOK);
		refused(file("list.xlsx", locked.toByteArray()), Reason.ENCRYPTED);
		refused(file("list.csv", new byte[10 * 1024 * 1024 + 1]), Reason.TOO_LARGE);
		refused(file("list.xlsx", Arrays.copyOf(workbook, workbook.length - 30)), Reason.DAMAGED);
		refused(list().part("xl/vbaProject.bin", "x"), Reason.MACROS);
		refused(list().part("[Content_Types].xml",
				"<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
				Reason.MACROS);
		refused(list().part("[Content_Types].xml",
				"<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
						+ "wordprocessingml.document.main+xml\"/></Types>"),
				Reason.CONTENT);
	}

	@Test
	@HostileCase("IMP-12")
	void longCellsManyColumnsAndLoneQuotesAreRefusedWithTheirRow() throws IOException {
		refusedInRow(file("list.csv", ("a,b\n1," + "x".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8)),
				Reason.CELL, 2);
		refusedInRow(new RawWorkbook().texts(7, "x".repeat(1001)).write(this.folder.resolve("cell.xlsx")), Reason.CELL,
				7);
		refusedInRow(new RawWorkbook().row(8).text(200, "x").write(this.folder.resolve("columns.xlsx")), Reason.COLUMNS,
				8);
		refusedInRow(file("list.csv", ("a\n" + ",".repeat(200) + "x\n").getBytes(StandardCharsets.UTF_8)),
				Reason.COLUMNS, 2);
		refusedInRow(file("list.csv", "a;b\n1;\"Nguyễn\n2;x\n".getBytes(StandardCharsets.UTF_8)), Reason.QUOTE, 2);
		refusedInRow(file("list.csv", "a;b\n1;x\n2;\"Nguyễn\" An\n".getBytes(StandardCharsets.UTF_8)), Reason.QUOTE, 3);
		refusedInRow(file("list.csv", "a\n".repeat(101_001).getBytes(StandardCharsets.UTF_8)), Reason.ROWS, 101_001);
	}

	private void documentType(String content) {
		refused(list().part("xl/sharedStrings.xml", content), Reason.DOCTYPE);
		// and if it ever got past the first look
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> {
			try (Xml xml = new Xml(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))) {
				while (xml.next() != -1) {
					// reads on
				}
			}
		});
	}

	private void refused(RawWorkbook workbook, Reason reason) {
		refused(workbook.write(this.folder.resolve("hostile.xlsx")), reason);
	}

	private static void refused(Path file, Reason reason) {
		var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = threads.getCurrentThreadAllocatedBytes();
		// the thread's own time, so that a busy machine does not count
		long begun = threads.getCurrentThreadCpuTime();

		assertThatExceptionOfType(UnreadableFile.class)
			.isThrownBy(() -> SheetFile.open(file, file.getFileName().toString()))
			.extracting(UnreadableFile::reason)
			.isEqualTo(reason);

		assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun)).isLessThan(Duration.ofSeconds(2));
		assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(64L * 1024 * 1024);
	}

	private static void refusedInRow(Path file, Reason reason, int row) {
		try (SheetFile sheets = SheetFile.open(file, file.getFileName().toString())) {
			assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> sheets.rows(0, (any) -> true))
				.satisfies((refusal) -> {
					assertThat(refusal.reason()).isEqualTo(reason);
					assertThat(refusal.arguments().getFirst()).isEqualTo(row);
				});
		}
	}

	private Path file(String name, byte[] content) throws IOException {
		return Files.write(this.folder.resolve(name), content);
	}

	private static RawWorkbook list() {
		return new RawWorkbook().texts(1, "Họ và tên", "Giới tính").sheet("Danh sách", false);
	}

	/** A packed part that lies about its size: so many megabytes of blanks. */
	private Path bomb(String name, int megabytes) throws IOException {
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		deflater.setInput(" ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII));
		byte[] block = new byte[8192];
		int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
		byte[] title = name.getBytes(StandardCharsets.US_ASCII);
		ByteBuffer zip = ByteBuffer.allocate(length * megabytes + 500).order(ByteOrder.LITTLE_ENDIAN);
		zip.putInt(0x04034b50).putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0).putInt(0);
		zip.putInt(length * megabytes).putInt(1000).putShort((short) title.length).putShort((short) 0).put(title);
		for (int i = 0; i < megabytes; i++) {
			zip.put(block, 0, length);
		}
		int directory = zip.position();
		zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 0).putShort((short) 8);
		zip.putInt(0).putInt(0).putInt(length * megabytes).putInt(1000).putShort((short) title.length);
		zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(0);
		zip.put(title);
		int end = zip.position();
		zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1).putInt(end - directory);
		zip.putInt(directory).putShort((short) 0);
		return Files.write(this.folder.resolve("bomb.xlsx"), Arrays.copyOf(zip.array(), zip.position()));
	}

}
