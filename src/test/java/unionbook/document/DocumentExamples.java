package unionbook.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A roster to export, and the ways to read an export back. */
final class DocumentExamples {

	static final Sheet ROSTER = new Sheet("Danh sách đoàn viên",
			List.of("Công đoàn cơ sở Văn phòng Bộ", "Tính đến ngày 31/12/2020", "Lọc: =HYPERLINK(\"x\")"),
			List.of(new Column("Họ và tên", ColumnKind.TEXT), new Column("Ngày sinh", ColumnKind.DAY),
					new Column("Đoàn viên", ColumnKind.COUNT), new Column("Tỷ lệ nữ", ColumnKind.PERCENT)));

	static final LocalDate BIRTH = LocalDate.of(1990, 2, 5);

	private DocumentExamples() {
	}

	static RowSource rows(Object[]... rows) {
		return (row) -> Arrays.asList(rows).forEach(row);
	}

	static Object[] person(String name) {
		return new Object[] { name, BIRTH, 1853, new BigDecimal("51.86") };
	}

	static byte[] export(ExportFormat format, RowSource rows) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Spreadsheet.write(format, out, ROSTER, rows);
		return out.toByteArray();
	}

	static String csv(Object[]... rows) {
		return new String(export(ExportFormat.CSV, rows(rows)), StandardCharsets.UTF_8);
	}

	/** The files inside a workbook, found by its directory as spreadsheet programs do. */
	static Map<String, byte[]> parts(byte[] workbook) {
		try {
			Path file = Files.createTempFile("workbook", ".xlsx");
			Map<String, byte[]> parts = new HashMap<>();
			try (ZipFile zip = new ZipFile(Files.write(file, workbook).toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
				}
			}
			Files.delete(file);
			return parts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
