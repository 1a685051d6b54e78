package unionbook.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.flywaydb.core.Flyway;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import unionbook.shared.PersonName;

/**
 * Invented ministries of any size with fifteen years of history. The first ministry is
 * always the same: 34 unions, about 2,000 members; what is added lies beside it. Written
 * past the triggers, so the ledger is filled by the same sums; {@link #differences}
 * recounts.
 */
final class Population {

	static final String PASSWORD = "a password for measuring";

	private static final int FIRST = 2_000;

	private static final List<String> SURNAMES = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ",
			"Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý");

	private static final List<String> MIDDLES = List.of("Thị", "Văn", "Hữu", "Đức", "Minh", "Thu", "Ngọc", "Thanh",
			"Quang", "Hồng", "Thị Thu", "Thị Ngọc", "Xuân", "Kim");

	private static final List<String> GIVEN = List.of("An", "Ánh", "Bình", "Châu", "Cường", "Dũng", "Dung", "Đạt",
			"Đức", "Giang", "Hà", "Hải", "Hạnh", "Hiền", "Hiếu", "Hòa", "Hoa", "Hùng", "Hương", "Khánh", "Lan", "Linh",
			"Long", "Mai", "Minh", "Nam", "Nga", "Ngân", "Oanh", "Ơn", "Phong", "Phương", "Quân", "Quỳnh", "Sơn", "Tâm",
			"Thảo", "Thủy", "Trang", "Tú", "Tuấn", "Uyên", "Vân", "Yến");

	private final Database database;

	private final int members;

	Population(Database database, int members) {
		this.database = database;
		this.members = members;
	}

	/** Makes the tables in an empty database and fills them. */
	static Population migrated(Database database, int members) {
		Flyway.configure()
			.dataSource(database.url(), Database.OWNER, "none")
			.locations("classpath:db/migration")
			.placeholders(Map.of("app_role", Database.APPLICATION))
			.load()
			.migrate();
		Population population = new Population(database, members);
		long begin = System.nanoTime();
		population.load();
		System.out.printf("%d people written in %.1f s%n", members, (System.nanoTime() - begin) / 1e9);
		return population;
	}

	private void load() {
		try (Connection connection = this.database.superuser(); Statement sql = connection.createStatement()) {
			sql.execute("set session_replication_role = replica");
			sql.execute("set work_mem = '128MB'");
			names(connection);
			sql.execute(
					"""
							create temp table plan (ministry uuid, unit uuid, place integer, members integer, number integer)""");
			int ministries = Math.clamp(this.members / 25_000, 1, 80);
			plan(sql, 1, 34, FIRST);
			int rest = (this.members - FIRST) / ministries;
			for (int ministry = 2; rest > 0 && ministry <= ministries + 1; ministry++) {
				plan(sql, ministry, Math.max(1, rest / 100), rest);
			}
			units(sql);
			people(sql);
			headcounts(sql);
			accounts(connection);
			sql.execute("vacuum analyze");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The ministry whose pages are measured. */
	UUID first() {
		return id("select unit_id from unit_version where code = 'B1'");
	}

	/** One of its unions, of the usual size. */
	UUID union() {
		return id("select unit_id from unit_version where code = 'B1.7'");
	}

	/** Somebody in that union. */
	UUID person() {
		return id("select member_id from membership m join unit_version v using (unit_id) where v.code = 'B1.7'"
				+ " and upper_inf(m.period) order by m.member_id limit 1");
	}

	long size() {
		return number("select count(distinct member_id) from membership where period @> current_date");
	}

	/** How many figures of the ledger differ from a recount by hand. */
	long differences() {
		return number("""
				with kept as (
					select unit_id, gender, sum(delta) as members from headcount_year
					where dimension = 'ALL' group by 1, 2
				), counted as (
					select unit_id, gender, count(*) as members from membership where upper_inf(period) group by 1, 2
				)
				select count(*) from kept full join counted using (unit_id, gender)
				where coalesce(kept.members, 0) <> coalesce(counted.members, 0)""");
	}

	private static void names(Connection connection) throws SQLException {
		try (Statement sql = connection.createStatement()) {
			sql.execute("""
					create temp table name (number serial, female boolean, full_name text, surname text, middle text,
						given text, surname_sort text, middle_sort text, given_sort text, search_key text)""");
		}
		try (PreparedStatement insert = connection
			.prepareStatement("insert into name (female, full_name, surname, middle, given, surname_sort, middle_sort,"
					+ " given_sort, search_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
			for (String surname : SURNAMES) {
				for (String middle : MIDDLES) {
					for (String given : GIVEN) {
						PersonName name = PersonName.of(surname + " " + middle + " " + given);
						insert.setBoolean(1, middle.startsWith("Th") || middle.equals("Kim"));
						List<String> texts = List.of(name.fullName(), name.surname(), name.middle(), name.given(),
								name.surnameSort(), name.middleSort(), name.givenSort(), name.searchKey());
						for (int i = 0; i < texts.size(); i++) {
							insert.setString(i + 2, texts.get(i));
						}
						insert.addBatch();
					}
				}
			}
			insert.executeBatch();
		}
	}

	private static void plan(Statement sql, int ministry, int units, int members) throws SQLException {
		sql.execute(
				"""
						insert into plan
						select m.id, case when place = 0 then m.id else uuidv7() end, place,
							case when place = 0 then 0 else %3$d / %2$d + (case when place <= %3$d %% %2$d then 1 else 0 end) end,
							%1$d
						from (select uuidv7() as id) m, generate_series(0, %2$d) place"""
					.formatted(ministry, units, members));
	}

	private static void units(Statement sql) throws SQLException {
		sql.execute("insert into unit (id) select unit from plan");
		sql.execute(
				"""
						insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
						select uuidv7(), unit, daterange('1995-01-01', null),
							'B' || number || case when place = 0 then '' else '.' || place end,
							case when place = 0 then 'Công đoàn Bộ số ' || number
								else 'Công đoàn Vụ số ' || place || ' của Bộ số ' || number end,
							case when place = 0 then 'CD_BO' else 'CDCS' end, case when place = 0 then 'KHAC' else 'VU' end,
							'ADMIN', case when place > 0 then ministry end,
							case when place = 0 then array[unit] else array[ministry, unit] end
						from plan""");
		sql.execute("""
				insert into unit_reach (root_id, unit_id)
				select unit, unit from plan union all select ministry, unit from plan where place > 0""");
	}

	/** Everybody joins between 2011 and 2021, most change once, one in ten has left. */
	private static void people(Statement sql) throws SQLException {
		sql.execute("select setseed(0.42)");
		sql.execute(
				"""
						create temp table person as
						select uuidv7() as id, p.unit, (random() * 9855)::integer + 1 as name,
							date '2011-01-01' + (random() * 3900)::integer as joined,
							case when random() < 0.6 then date '2021-12-01' + (random() * 700)::integer end as changed,
							case when random() < 0.1 then date '2023-12-01' + (random() * 800)::integer end as gone,
							date '1962-01-01' + (random() * 11000)::integer as born,
							(array['CHUYEN_VIEN', 'CHUYEN_VIEN', 'CHUYEN_VIEN', 'TRUONG_PHONG', 'KE_TOAN_VIEN'])
								[1 + (random() * 4)::integer] as position,
							(array['BACHELOR', 'BACHELOR', 'MASTER', 'COLLEGE', 'DOCTOR'])[1 + (random() * 4)::integer] as education,
							case when random() < 0.4 then 'OFFICIAL' else 'NONE' end as party
						from plan p, generate_series(1, p.members) where p.place > 0""");
		sql.execute("""
				insert into member (id, unit_id, full_name, surname, middle_name, given_name, gender, birth_date, phone,
					joined_union_on)
				select p.id, p.unit, n.full_name, n.surname, n.middle, n.given,
					case when n.female then 'FEMALE' else 'MALE' end, p.born, '0912000000', p.joined
				from person p join name n on n.number = p.name""");
		sql.execute(
				"""
						insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
							search_key, gender, birth_date, birth_precision, position, education, party_status)
						select uuidv7(), p.id, p.unit, s.period, n.full_name, n.given_sort, n.surname_sort, n.middle_sort,
							n.search_key, case when n.female then 'FEMALE' else 'MALE' end, p.born, 'DAY', s.position, p.education,
							p.party
						from person p join name n on n.number = p.name cross join lateral (
							select daterange(p.joined, coalesce(p.changed, p.gone)) as period, 'CHUYEN_VIEN' as position
							union all
							select daterange(p.changed, p.gone), p.position where p.changed is not null) s
						where not isempty(s.period)""");
		sql.execute("""
				insert into movement (id, member_id, unit_id, kind, gender, effective_on)
				select uuidv7(), p.id, p.unit, m.kind, case when n.female then 'FEMALE' else 'MALE' end, m.day
				from person p join name n on n.number = p.name cross join lateral (values
					('IN_ADMISSION', p.joined), ('OUT_RETIREMENT', p.gone)) m (kind, day)
				where m.day is not null""");
	}

	private static void headcounts(Statement sql) throws SQLException {
		sql.execute("""
				insert into headcount_day (unit_id, dimension, day, bucket, gender, delta)
				select s.unit_id, d.dimension, s.day, d.bucket, s.gender, sum(s.delta)
				from (select unit_id, lower(period) as day, position, education, party_status, gender, 1 as delta
					from membership
					union all
					select unit_id, upper(period), position, education, party_status, gender, -1
					from membership where not upper_inf(period)) s
				cross join lateral (values ('ALL', ''), ('POSITION', coalesce(s.position, '')),
					('EDUCATION', coalesce(s.education, '')), ('PARTY', s.party_status)) d (dimension, bucket)
				group by 1, 2, 3, 4, 5 having sum(s.delta) <> 0""");
		sql.execute("""
				insert into headcount_year (unit_id, dimension, year, bucket, gender, delta)
				select unit_id, dimension, extract(year from day), bucket, gender, sum(delta) from headcount_day
				group by 1, 2, 3, 4, 5""");
	}

	/** Eight officers of the first ministry, and one account that reaches all of them. */
	private static void accounts(Connection connection) throws SQLException {
		String hash = "{argon2@1}" + new Argon2PasswordEncoder(16, 32, 1, 46 * 1024, 1).encode(PASSWORD);
		try (PreparedStatement account = connection.prepareStatement(
				"insert into account (id, username, display_name, password_hash) values (uuidv7(), ?, ?, ?)");
				Statement grant = connection.createStatement()) {
			for (String name : List.of("canbo1", "canbo2", "canbo3", "canbo4", "canbo5", "canbo6", "canbo7", "canbo8",
					"moi_bo")) {
				account.setString(1, name);
				account.setString(2, name);
				account.setString(3, hash);
				account.addBatch();
			}
			account.executeBatch();
			grant.execute("""
					insert into access_grant (id, account_id, role, unit_id, subtree, period)
					select uuidv7(), a.id, 'MINISTRY_OFFICER', p.unit, true, daterange('1995-01-01', null)
					from account a join plan p on p.place = 0 and (p.number = 1 or a.username = 'moi_bo')""");
		}
	}

	private UUID id(String sql) {
		return UUID.fromString(one(sql));
	}

	private long number(String sql) {
		return Long.parseLong(one(sql));
	}

	private String one(String sql) {
		try (Connection connection = this.database.superuser();
				Statement statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
