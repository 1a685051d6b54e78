package unionbook;

import java.sql.Array;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The headcount ledger against counting the people themselves. */
class HeadcountLedgerTests {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private static final List<UUID> UNITS = List.of(TwoUnits.MINISTRY, TwoUnits.OWN, TwoUnits.FOREIGN);

	private static final UUID MEMBER = UUID.fromString("01900000-0000-7000-8000-0000000000ff");

	/** What people are grouped by, and what of their rows says the group. */
	private static final List<String[]> DIMENSIONS = List.of(new String[] { "ALL", "''" },
			new String[] { "POSITION", "coalesce(position, '')" },
			new String[] { "EDUCATION", "coalesce(education, '')" }, new String[] { "PARTY", "party_status" });

	@BeforeContainer
	static void prepare() {
		TwoUnits.organisation(DATABASE.owner());
		new JdbcTemplate(DATABASE.owner()).update("""
				insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
				values (?, ?, 'Nguyễn An', 'Nguyễn', 'An', 'FEMALE', '1980-01-01')""", MEMBER, TwoUnits.OWN);
	}

	@Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
	void agreesWithARecountOnEveryDay(@ForAll("histories") List<Change> history,
			@ForAll("daysAsked") List<LocalDate> days) {
		SingleConnectionDataSource connection = new SingleConnectionDataSource();
		try (connection) {
			connection.setSuppressClose(true);
			connection.setUrl(DATABASE.url());
			connection.setUsername(TestDatabase.APPLICATION);
			connection.setPassword(TestDatabase.PASSWORD);
			JdbcTemplate jdbc = new JdbcTemplate(connection);
			new TransactionTemplate(new JdbcTransactionManager(connection)).executeWithoutResult((transaction) -> {
				jdbc.queryForObject("select set_config('app.roots', ?, true)", String.class,
						TwoUnits.MINISTRY.toString());
				history.forEach((change) -> jdbc.update(change.sql(), change.arguments()));
				days.forEach((day) -> compare(jdbc, day));
				transaction.setRollbackOnly();
			});
		}
	}

	private static void compare(JdbcTemplate jdbc, LocalDate day) {
		for (String[] dimension : DIMENSIONS) {
			List<String> ledger = jdbc.queryForList("""
					select concat_ws(' ', unit_id, bucket, gender, members) from headcount(?, ?, ?) order by 1""",
					String.class, units(jdbc), dimension[0], day);
			List<String> people = jdbc.queryForList("""
					select concat_ws(' ', unit_id, bucket, gender, count(*))
					from (select unit_id, %s as bucket, gender from membership where period @> ?::date) as present
					group by unit_id, bucket, gender order by 1""".formatted(dimension[1]), String.class, day);
			assertThat(ledger).as(dimension[0] + " on " + day).isEqualTo(people);
		}
	}

	private static Array units(JdbcTemplate jdbc) {
		return jdbc
			.execute((ConnectionCallback<Array>) (connection) -> connection.createArrayOf("uuid", UNITS.toArray()));
	}

	@Provide
	Arbitrary<List<Change>> histories() {
		return Arbitraries
			.frequencyOf(Tuple.of(4, entered()), Tuple.of(2, changed()), Tuple.of(3, periodsChanged()),
					Tuple.of(1, removed()))
			.list()
			.ofMinSize(1)
			.ofMaxSize(15);
	}

	@Provide
	Arbitrary<List<LocalDate>> daysAsked() {
		return day().list().ofMinSize(1).ofMaxSize(4);
	}

	/** Several people enter in one statement, for good or until a day. */
	private Arbitrary<Change> entered() {
		return Combinators
			.combine(unit(), position(), education(), gender(), day(), Arbitraries.integers().between(0, 900),
					Arbitraries.integers().between(1, 4))
			.as((unit, position, education, gender, from, length, people) -> new Change("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort,
						middle_sort, search_key, gender, birth_date, birth_precision, position, education, party_status)
					select uuidv7(), ?, ?, daterange(?, ?), 'Nguyễn An', '', '', '', '', ?, '1980-01-01', 'DAY', ?, ?,
						case n % 3 when 0 then 'NONE' when 1 then 'PROBATIONARY' else 'FULL' end
					from generate_series(1, ?) n""", MEMBER, unit, from, (length > 0) ? from.plusDays(length) : null,
					gender, position, education, people));
	}

	/** People get another position, education or unit, or their gender is corrected. */
	private Arbitrary<Change> changed() {
		return Arbitraries.oneOf(
				Combinators.combine(position(), unit(), position())
					.as((to, unit, from) -> new Change(
							"update membership set position = ? where unit_id = ? and position is not distinct from ?",
							to, unit, from)),
				Combinators.combine(education(), unit())
					.as((to, unit) -> new Change("update membership set education = ? where unit_id = ?", to, unit)),
				Combinators.combine(unit(), unit(), gender())
					.as((to, from, gender) -> new Change(
							"update membership set unit_id = ? where unit_id = ? and gender = ?", to, from, gender)),
				Combinators.combine(gender(), unit(), education())
					.as((to, unit, education) -> new Change(
							"update membership set gender = ?, party_status = 'FULL' where unit_id = ? and education = ?",
							to, unit, education)));
	}

	/** Memberships are closed, opened again, or turn out to have begun on another day. */
	private Arbitrary<Change> periodsChanged() {
		return Arbitraries.oneOf(
				Combinators.combine(day(), unit())
					.as((day, unit) -> new Change(
							"update membership set period = daterange(lower(period), ?)"
									+ " where unit_id = ? and upper_inf(period) and lower(period) < ?",
							day, unit, day)),
				Combinators.combine(unit(), gender())
					.as((unit,
							gender) -> new Change("update membership set period = daterange(lower(period), null)"
									+ " where unit_id = ? and gender = ?", unit, gender)),
				Combinators.combine(day(), unit(), day())
					.as((day, unit, until) -> new Change("update membership set period = daterange(?, upper(period))"
							+ " where unit_id = ? and lower(period) <= ? and (upper_inf(period) or upper(period) > ?)",
							day, unit, until, day)));
	}

	private Arbitrary<Change> removed() {
		return Combinators.combine(unit(), position())
			.as((unit, position) -> new Change(
					"delete from membership where unit_id = ? and position is not distinct from ?", unit, position));
	}

	private static Arbitrary<UUID> unit() {
		return Arbitraries.of(UNITS);
	}

	private static Arbitrary<String> position() {
		return Arbitraries.of("SPECIALIST", "HEAD").injectNull(0.3);
	}

	private static Arbitrary<String> education() {
		return Arbitraries.of("BACHELOR", "MASTER").injectNull(0.2);
	}

	private static Arbitrary<String> gender() {
		return Arbitraries.of("MALE", "FEMALE");
	}

	/** Any day of eight years, and often one where a year turns. */
	private static Arbitrary<LocalDate> day() {
		List<LocalDate> turns = Stream.of(2018, 2020, 2021, 2025)
			.flatMap((year) -> Stream.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
			.toList();
		Arbitrary<LocalDate> any = Arbitraries.integers().between(0, 2900).map(LocalDate.of(2018, 1, 1)::plusDays);
		return Arbitraries.oneOf(Arbitraries.of(turns), any);
	}

	/** A statement of a history, shown in full when it turns out to be wrong. */
	record Change(String sql, Object... arguments) {

		@Override
		public String toString() {
			return this.sql + " " + Arrays.toString(this.arguments);
		}

	}

}
