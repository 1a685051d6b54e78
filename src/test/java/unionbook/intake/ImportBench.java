package unionbook.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import unionbook.DemonstrationTest;
import unionbook.TestDatabase;

/**
 * How long lists take, beside COPY of the same rows into the same tables in the same run.
 * Part of the profile bench. Sizes: {@code -Dbench.rows=5000,100000}; kinds of files:
 * {@code -Dbench.endings=xlsx,csv}.
 */
@DemonstrationTest
@Tag("bench")
@Import(ImportOffice.class)
class ImportBench {

	private static final List<String> HEADINGS = List.of("Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD", "Phòng, ban",
			"Chức vụ", "Trình độ", "Ngày vào công đoàn");

	@Autowired
	private ImportOffice office;

	@Autowired
	private TestDatabase database;

	@Test
	void measure() throws Exception {
		UUID unit = this.office.unit("KHDT", "N07");
		this.office.send(unit,
				ImportOffice.workbook(ImportOffice.HEADINGS, List.of("Làm Nóng Máy", "Nam", "1/1/1990")));
		for (String rows : System.getProperty("bench.rows", "5000,100000").split(",")) {
			int size = Integer.parseInt(rows);
			for (String ending : System.getProperty("bench.endings", "xlsx,csv").split(",")) {
				byte[] list = list(size, ending, size + ending.length());
				peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
				long begin = System.nanoTime();
				UUID run = this.office.send(ImportOffice.OFFICER, unit, "list." + ending, list);
				double preview = seconds(begin);
				begin = System.nanoTime();
				this.office.confirm(ImportOffice.OFFICER, run, "VALID", "1/3/2024");
				double commit = seconds(begin);
				long heap = peaks().stream().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum();
				int written = this.office.verdicts(run).get("NEW");
				double copy = copy(run);
				begin = System.nanoTime();
				this.office.undo(ImportOffice.OFFICER, run);
				System.out.printf(
						"BENCH %s %d rows (%d KB, %d new, %s): preview %.2f s, commit %.2f s, %.0f rows/s;"
								+ " COPY %.2f s, %.0f rows/s; import/COPY %.0f %%; undo %.2f s; peak heap %d MB%n",
						ending, size, list.length / 1024, written, this.office.status(run), preview, commit,
						written / (preview + commit), copy, written / copy, 100 * copy / (preview + commit),
						seconds(begin), heap >> 20);
			}
		}
	}

	/**
	 * Writes records and memberships of a run once more under other ids, by COPY alone.
	 */
	private double copy(UUID run) throws Exception {
		try (Connection connection = this.database.owner().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create temp table other as select member_id as id, uuidv7() as other from import_row"
					+ " where verdict = 'NEW' and run_id = '" + run + "'");
			CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
			ByteArrayOutputStream members = new ByteArrayOutputStream();
			copies.copyOut(
					"copy (select o.other, m.unit_id, m.full_name, m.surname, m.middle_name, m.given_name, m.gender,"
							+ " m.birth_date, m.birth_precision, m.identity_cipher, m.identity_hash, m.identity_tail,"
							+ " m.joined_union_on from member m join other o using (id)) to stdout",
					members);
			ByteArrayOutputStream memberships = new ByteArrayOutputStream();
			copies.copyOut(
					"copy (select uuidv7(), o.other, s.unit_id, s.period, s.full_name, s.given_sort, s.surname_sort,"
							+ " s.middle_sort, s.search_key, s.gender, s.birth_date, s.birth_precision, s.department, s.position,"
							+ " s.education from membership s join other o on o.id = s.member_id) to stdout",
					memberships);
			connection.setAutoCommit(false);
			long begin = System.nanoTime();
			copies.copyIn("copy member (id, unit_id, full_name, surname, middle_name, given_name, gender, birth_date,"
					+ " birth_precision, identity_cipher, identity_hash, identity_tail, joined_union_on) from stdin",
					new ByteArrayInputStream(members.toByteArray()));
			copies.copyIn("copy membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort,"
					+ " middle_sort, search_key, gender, birth_date, birth_precision, department, position, education)"
					+ " from stdin", new ByteArrayInputStream(memberships.toByteArray()));
			statement.execute("set constraints all immediate");
			double taken = seconds(begin);
			connection.rollback();
			return taken;
		}
	}

	private static List<MemoryPoolMXBean> peaks() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.toList();
	}

	private static double seconds(long begin) {
		return (System.nanoTime() - begin) / 1e9;
	}

	private static byte[] list(int size, String ending, long seed) throws Exception {
		Random random = new Random(seed);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Workbook workbook = new Workbook(out, "Bench", null);
		Worksheet sheet = workbook.newWorksheet("Danh sách");
		StringBuilder text = new StringBuilder("\ufeff").append(String.join(";", HEADINGS)).append("\r\n");
		for (int column = 0; column < HEADINGS.size(); column++) {
			sheet.inlineString(0, column, HEADINGS.get(column));
		}
		for (int row = 1; row <= size; row++) {
			boolean woman = random.nextBoolean();
			int year = 1965 + random.nextInt(35);
			String[] cells = {
					pick(random, "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi") + " "
							+ pick(random, "Thị", "Văn", "Minh", "Ngọc", "Đức", "Thu") + " "
							+ pick(random, "An", "Bình", "Châu", "Dung", "Giang", "Hà", "Hương", "Lan", "Mai", "Sơn")
							+ " " + pick(random, "Anh", "Linh", "Phương", "Thảo", "Trang", "Tuấn", "Việt", "Yến"),
					woman ? "Nữ" : "Nam",
					"%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), year),
					"001%d%02d%06d".formatted(woman ? 1 : 0, year % 100, row), "Phòng 1",
					pick(random, "Chuyên viên", "Trưởng phòng", ""), pick(random, "Đại học", "Thạc sĩ"), "01/01/2020" };
			text.append(String.join(";", cells)).append("\r\n");
			for (int column = 0; column < cells.length && ending.equals("xlsx"); column++) {
				sheet.inlineString(row, column, cells[column]);
			}
			if (row % 1000 == 0) {
				sheet.flush();
			}
		}
		workbook.finish();
		return ending.equals("xlsx") ? out.toByteArray() : text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String pick(Random random, String... words) {
		return words[random.nextInt(words.length)];
	}

}
