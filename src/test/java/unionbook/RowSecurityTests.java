package unionbook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The second wall between units, proven on every table without the application. All
 * statements run over one pooled connection of the run-time role.
 */
class RowSecurityTests {

	/** Tables with a unit that stand outside the wall, and why. */
	private static final Map<String, String> UNWALLED = Map.of("unit_reach",
			"holds only ids, and the wall itself is computed from it");

	/** What a unit's superiors show of themselves to those below: their names. */
	private static final List<String> SHOWING_SUPERIORS = List.of("unit", "unit_version");

	private static final List<String> APPEND_ONLY = List.of("unit_reach", "unit_event", "movement", "audit_entry");

	private static final String NO_RIGHT = "42501";

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private static HikariDataSource pool;

	private static JdbcClient application;

	private static JdbcClient owner;

	/** Each walled table with the column that names its unit. */
	private static Map<String, String> walled;

	@BeforeAll
	static void fill() {
		TwoUnits.fill(DATABASE.owner());
		owner = JdbcClient.create(DATABASE.owner());
		HikariConfig config = new HikariConfig();
		config.setDataSource(DATABASE.application());
		config.setMaximumPoolSize(1);
		pool = new HikariDataSource(config);
		application = JdbcClient.create(pool);
		walled = new TreeMap<>(Map.of("unit", "id"));
		tablesOfUnits().stream()
			.filter((table) -> !UNWALLED.containsKey(table))
			.forEach((table) -> walled.put(table, "unit_id"));
	}

	@AfterAll
	static void close() {
		pool.close();
	}

	@Test
	void theRunTimeRoleOwnsNothingAndCannotBypassTheWall() {
		assertThat(application.sql("""
				select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
				from pg_roles where rolname = current_user""").query(Boolean.class).single()).isFalse();
		assertThat(
				strings(application, "select oid::regclass::text from pg_class where relowner = current_user::regrole"))
			.isEmpty();
		assertThat(strings(application,
				"select roleid::regrole::text from pg_auth_members where member = current_user::regrole"))
			.isEmpty();
		assertThat(application.sql("select has_schema_privilege('public', 'CREATE')").query(Boolean.class).single())
			.isFalse();
	}

	@Test
	void everyTableOfAUnitIsWalled() {
		List<String> open = strings(owner, """
				select relname from pg_class
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity""");

		assertThat(tablesOfUnits()).filteredOn(open::contains).containsExactlyInAnyOrderElementsOf(UNWALLED.keySet());
		assertThat(open).doesNotContain("unit", "account");
	}

	@Test
	void everyWallSaysWhatIsReadAndWhatIsWritten() {
		assertThat(strings(owner, """
				select polrelid::regclass || '.' || polname from pg_policy
				where polqual is null and polcmd <> 'a' or polwithcheck is null and polcmd not in ('r', 'd')
					or not polpermissive or polroles <> '{0}'""")).isEmpty();
		assertThat(strings(owner, """
				select c.relname from pg_class c where c.relrowsecurity
					and (not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'r'))
					or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'a')))"""))
			.isEmpty();
	}

	@Test
	void nothingRunsWithTheRightsOfAnother() {
		assertThat(strings(owner,
				"""
						select relname from pg_class where relnamespace = 'public'::regnamespace
							and (relkind = 'm' or relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false))"""))
			.isEmpty();
		assertThat(strings(owner,
				"""
						select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"""))
			.isEmpty();
	}

	@Test
	void theseTestsHoldARowOfBothUnitsInEveryTable() {
		SoftAssertions
			.assertSoftly((softly) -> walled.forEach((table, column) -> softly.assertThat(units(owner, table, column))
				.as(table)
				.contains(TwoUnits.OWN, TwoUnits.FOREIGN)));
	}

	@Test
	void whereNothingIsSaidNothingIsSeen() {
		SoftAssertions.assertSoftly((softly) -> {
			walled.forEach((table, column) -> softly.assertThat(count(table)).as(table).isZero());
			softly.assertThat(count("account")).as("account").isZero();
		});
	}

	@Test
	void aReachedUnitShowsItsRowsAndNoOthers() {
		reaching("app.roots", TwoUnits.OWN.toString(), (softly) -> {
			walled.forEach((table, column) -> {
				softly.assertThat(units(application, table, column))
					.as(table)
					.containsExactlyInAnyOrderElementsOf(SHOWING_SUPERIORS.contains(table)
							? List.of(TwoUnits.OWN, TwoUnits.MINISTRY) : List.of(TwoUnits.OWN));
			});
			softly.assertThat(strings(application, "select username from account")).containsExactly("officer.c01");
		});
	}

	@Test
	void aReachedMinistryShowsAllItsUnits() {
		reaching("app.roots", TwoUnits.MINISTRY.toString(),
				(softly) -> walled.forEach((table, column) -> softly.assertThat(units(application, table, column))
					.as(table)
					.contains(TwoUnits.OWN, TwoUnits.FOREIGN)));
	}

	@Test
	void aMinistryReachedAloneShowsNoneOfItsUnits() {
		reaching("app.singles", TwoUnits.MINISTRY.toString(),
				(softly) -> walled.forEach((table, column) -> softly.assertThat(units(application, table, column))
					.as(table)
					.doesNotContain(TwoUnits.OWN, TwoUnits.FOREIGN)));
	}

	@Test
	void theNextBorrowerOfTheConnectionSeesNothing() {
		reaching("app.roots", TwoUnits.MINISTRY.toString(),
				(softly) -> softly.assertThat(count("membership")).isEqualTo(2));

		assertThat(count("membership")).isZero();
	}

	@Test
	void whatIsKeptOfAReachServesNoOtherReach() {
		reaching("app.roots", TwoUnits.OWN.toString(), (softly) -> {
			softly.assertThat(units(application, "membership", "unit_id")).containsExactly(TwoUnits.OWN);
			strings(application, "select set_config('app.roots', '%s', true)".formatted(TwoUnits.FOREIGN));
			softly.assertThat(units(application, "membership", "unit_id")).containsExactly(TwoUnits.FOREIGN);
			strings(application, "select set_config('app.roots', '', true)");
			softly.assertThat(units(application, "membership", "unit_id")).isEmpty();
		});
	}

	@Test
	void aUnitThatComesIntoReachIsSeenAtOnce() {
		reaching("app.roots", TwoUnits.OWN.toString(), (softly) -> {
			softly.assertThat(units(application, "membership", "unit_id")).containsExactly(TwoUnits.OWN);
			application.sql("insert into unit_reach (root_id, unit_id) values (?, ?)")
				.params(TwoUnits.OWN, TwoUnits.FOREIGN)
				.update();
			softly.assertThat(units(application, "membership", "unit_id"))
				.containsExactlyInAnyOrder(TwoUnits.OWN, TwoUnits.FOREIGN);
		});
	}

	@Test
	void aMalformedReachIsAnErrorAndNotARow() {
		for (String malformed : List.of(TwoUnits.OWN + ",abc", " ", "*", TwoUnits.OWN + ",")) {
			reaching("app.roots", malformed,
					(softly) -> softly.assertThat(sqlState("select count(*) from member")).isEqualTo("22P02"));
		}
	}

	@Test
	void rowsOfAnotherUnitAreNeitherChangedNorRemoved() {
		walled.forEach((table, column) -> {
			String where = " where %s = '%s'".formatted(column, TwoUnits.FOREIGN);
			if (may(table, "UPDATE")) {
				reaching("app.roots", TwoUnits.OWN.toString(), (softly) -> softly
					.assertThat(
							application.sql("update %1$s set %2$s = %2$s".formatted(table, column) + where).update())
					.as(table)
					.isZero());
			}
			if (may(table, "DELETE")) {
				reaching("app.roots", TwoUnits.OWN.toString(),
						(softly) -> softly.assertThat(application.sql("delete from " + table + where).update())
							.as(table)
							.isZero());
			}
		});
	}

	@Test
	void noRowIsMovedOrAddedToAnotherUnit() {
		walled.forEach((table, column) -> {
			String columns = String.join(", ", strings(owner, """
					select column_name from information_schema.columns
					where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'"""
				.formatted(table)));
			String into = "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, (select to_jsonb(own)"
				.formatted(table, columns)
					+ " || jsonb_build_object('%2$s', '%3$s') from %1$s own where %2$s = '%4$s' limit 1))"
						.formatted(table, column, TwoUnits.FOREIGN, TwoUnits.OWN);
			refusedByTheWall(into);
			if (may(table, "UPDATE")) {
				refusedByTheWall("update %s set %2$s = '%3$s' where %2$s = '%4$s'".formatted(table, column,
						TwoUnits.FOREIGN, TwoUnits.OWN));
			}
		});
	}

	@Test
	void nothingHangsOnAPledgeOfAnotherUnit() {
		for (String statement : List.of(
				"insert into pledge_point (id, pledge_id, unit_id, seq, heading) values (uuidv7(), %s, '%s', 9, '-')",
				"insert into target_result (id, target_id, unit_id, period, as_of) values (uuidv7(), %s, '%s', 'H1', '2024-06-30')")) {
			String hanging = statement.formatted("md5('pledge%s')::uuid".formatted(TwoUnits.FOREIGN), TwoUnits.OWN);
			reaching("app.roots", TwoUnits.OWN.toString(),
					(softly) -> softly.assertThat(sqlState(hanging)).as(hanging).isEqualTo("23503"));
		}
	}

	@Test
	void noTableIsEmptiedAtOnce() {
		for (String table : strings(owner, """
				select relname from pg_class
				where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')""")) {
			reaching("app.roots", TwoUnits.OWN.toString(),
					(softly) -> softly.assertThat(sqlState("truncate " + table + " cascade"))
						.as(table)
						.isEqualTo(NO_RIGHT));
		}
	}

	@Test
	void thePastIsOnlyAddedTo() {
		for (String table : APPEND_ONLY) {
			for (String statement : List.of("delete from " + table,
					"update %s set unit_id = unit_id".formatted(table))) {
				reaching("app.roots", TwoUnits.OWN.toString(),
						(softly) -> softly.assertThat(sqlState(statement)).as(statement).isEqualTo(NO_RIGHT));
			}
		}
	}

	private static List<String> tablesOfUnits() {
		return strings(owner, """
				select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
				where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
					and a.attname = 'unit_id' and not a.attisdropped""");
	}

	private static List<String> strings(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query(String.class).list();
	}

	private static List<UUID> units(JdbcClient jdbc, String table, String column) {
		return jdbc.sql("select distinct %s from %s".formatted(column, table)).query(UUID.class).list();
	}

	private static int count(String table) {
		return application.sql("select count(*) from " + table).query(Integer.class).single();
	}

	private static boolean may(String table, String right) {
		return application.sql("select has_table_privilege(?, ?)").params(table, right).query(Boolean.class).single();
	}

	/** Works in one transaction with a reach, as the application does, and undoes it. */
	private static void reaching(String setting, String units, Consumer<SoftAssertions> work) {
		new TransactionTemplate(new JdbcTransactionManager(pool)).executeWithoutResult((transaction) -> {
			application.sql("select set_config(?, ?, true)").params(setting, units).query(String.class).single();
			SoftAssertions.assertSoftly(work);
			transaction.setRollbackOnly();
		});
	}

	private static void refusedByTheWall(String statement) {
		reaching("app.roots", TwoUnits.OWN.toString(), (softly) -> {
			Throwable refusal = catchThrowable(() -> application.sql(statement).update());
			softly.assertThat(refusal)
				.as(statement)
				.hasRootCauseInstanceOf(PSQLException.class)
				.rootCause()
				.hasMessageContaining("violates row-level security policy");
		});
	}

	private static String sqlState(String statement) {
		Throwable refusal = catchThrowable(() -> application.sql(statement).query().listOfRows());
		return (refusal != null && refusal.getCause() instanceof PSQLException cause) ? cause.getSQLState() : "none";
	}

}
