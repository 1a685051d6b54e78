package unionbook.roster;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import unionbook.DemonstrationTest;
import unionbook.TestDatabase;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.Actor;
import unionbook.platform.Codes;
import unionbook.platform.CurrentActor;
import unionbook.shared.UnitId;

/**
 * How fast rosters leave as files, beside COPY of the same columns in the same run, and
 * the memory they take. Part of the profile bench. Sizes:
 * {@code -Dbench.rows=1800,100000}.
 */
@DemonstrationTest
@Tag("bench")
class ExportBench {

	private static final int ROUNDS = 15;

	@Autowired
	private RosterExports exports;

	@Autowired
	private Codes codes;

	@Autowired
	private TestDatabase database;

	private final Map<UUID, Long> known = new HashMap<>();

	@Test
	void measure() throws Exception {
		JdbcTemplate owner = new JdbcTemplate(this.database.owner());
		List<UUID> units = owner.queryForList("""
				select v.unit_id from unit_version v join unit_version top on top.unit_id = v.path[1]
				where top.code = 'KHDT' and v.code <> 'KHDT' order by v.code""", UUID.class);
		int place = 0;
		for (String rows : System.getProperty("bench.rows", "1800,100000").split(",")) {
			UUID unit = units.get(place++);
			fill(owner, unit, Integer.parseInt(rows));
			for (int round = 0; round < 3; round++) {
				sent(unit, ExportFormat.CSV);
				sent(unit, ExportFormat.XLSX);
			}
			double copy;
			try (Connection connection = this.database.owner().getConnection()) {
				copy = rate(() -> copied(connection, unit));
			}
			System.out.printf("BENCH %s people in a unit: COPY out %,.0f rows/s%n", rows, copy);
			for (ExportFormat format : ExportFormat.values()) {
				double rate = rate(() -> sent(unit, format));
				System.gc();
				peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
				long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
				sent(unit, format);
				long peak = peaks().stream().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum();
				System.out.printf("BENCH %s people in a unit as %s: %,.0f rows/s = %.1f %% of COPY; heap +%d MB%n",
						rows, format, rate, 100 * rate / copy, (peak - held) >> 20);
			}
		}
	}

	/** The best of several, for the machine is rarely quiet. */
	private static double rate(Work work) throws Exception {
		double[] rates = new double[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			long begin = System.nanoTime();
			long rows = work.rows();
			rates[round] = rows / ((System.nanoTime() - begin) / 1e9);
		}
		Arrays.sort(rates);
		return rates[ROUNDS - 2];
	}

	private long sent(UUID unit, ExportFormat format) {
		return CurrentActor.runAs(Actor.system("bench", new UnitId(unit)), () -> {
			Nowhere nowhere = new Nowhere();
			this.exports.send(new UnitId(unit), LocalDate.now(), RosterQuery.of(Map.of(), this.codes), format,
					new Download(nowhere, format), Locale.of("vi"));
			return this.people(unit);
		});
	}

	private long people(UUID unit) {
		return this.known.computeIfAbsent(unit,
				(id) -> new JdbcTemplate(this.database.owner()).queryForObject(
						"select count(*) from membership where unit_id = ? and period @> current_date", Long.class,
						id));
	}

	private static long copied(Connection connection, UUID unit) throws Exception {
		return connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyOut(
					"copy (select full_name, gender, birth_date, unit_id, position, union_position from membership"
							+ " where unit_id = '" + unit + "' and period @> current_date) to stdout csv",
					OutputStream.nullOutputStream());
	}

	private static void fill(JdbcTemplate owner, UUID unit, int people) {
		owner.update(
				"""
						with person as (
							select uuidv7() as id, i, (array['Nguyễn', 'Trần', 'Lê', 'Phạm'])[1 + i % 4] as surname,
								(array['Thị', 'Văn', 'Minh'])[1 + i % 3] as middle,
								(array['An', 'Bình', 'Hà', 'Lan', 'Sơn', 'Yến', 'Ánh'])[1 + i % 7] as given,
								(array['FEMALE', 'MALE'])[1 + i % 2] as gender, date '1965-01-01' + i % 9000 as born
							from generate_series(1, ?) i
						), record as (
							insert into member (id, unit_id, full_name, surname, middle_name, given_name, gender, birth_date,
								joined_union_on)
							select id, ?, surname || ' ' || middle || ' ' || given, surname, middle, given, gender, born,
								date '2015-01-01' + i % 2000
							from person
						)
						insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
							search_key, gender, birth_date, birth_precision, department, position)
						select uuidv7(), id, ?, daterange('2022-01-01', null), surname || ' ' || middle || ' ' || given, lower(given),
							lower(surname), lower(middle), lower(surname), gender, born, 'DAY', 'Phòng 1', 'CHUYEN_VIEN'
						from person""",
				people, unit, unit);
		owner.execute("vacuum analyze member, membership");
	}

	private static List<MemoryPoolMXBean> peaks() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.toList();
	}

	private interface Work {

		long rows() throws Exception;

	}

	/** A response whose body nobody keeps. */
	private static final class Nowhere extends MockHttpServletResponse {

		private final ServletOutputStream body = new ServletOutputStream() {

			@Override
			public void write(int letter) {
			}

			@Override
			public void write(byte[] bytes, int offset, int length) {
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setWriteListener(WriteListener listener) {
			}

		};

		@Override
		public ServletOutputStream getOutputStream() {
			return this.body;
		}

	}

}
