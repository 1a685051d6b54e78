package unionbook;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/**
 * A database of the tests. All stand on one server; the migrations run once, into a
 * template, and each database asked for is a copy of it that nobody else uses.
 */
public final class TestDatabase {

	/** Owns the tables, migrates, and is not stopped by row-level security. */
	public static final String OWNER = "unionbook_owner";

	/** Serves: owns nothing and sees only what its settings reach. */
	public static final String APPLICATION = "unionbook_app";

	static final String PASSWORD = "only-for-tests";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final String name;

	private TestDatabase(String name) {
		this.name = name;
	}

	/**
	 * Copies the migrated, otherwise empty database.
	 * @return a database of the caller's own
	 */
	public static TestDatabase fresh() {
		String name = "copy_" + COUNT.incrementAndGet();
		Template.SERVER.execute("create database " + name + " template " + Template.NAME + " owner " + OWNER);
		return new TestDatabase(name);
	}

	/** Makes a database without tables. */
	static TestDatabase empty() {
		String name = "empty_" + COUNT.incrementAndGet();
		Server.RUNNING.execute("create database " + name + " owner " + OWNER);
		return new TestDatabase(name);
	}

	/**
	 * Names its address.
	 * @return a JDBC address without user and password
	 */
	public String url() {
		return Server.RUNNING.url(this.name);
	}

	/**
	 * Connects as the run-time role.
	 * @return a source of new connections, without a pool
	 */
	public DataSource application() {
		return Server.RUNNING.dataSource(this.name, APPLICATION, PASSWORD);
	}

	/**
	 * Connects as the owner, to prepare rows of any unit.
	 * @return a source of new connections, without a pool
	 */
	public DataSource owner() {
		return Server.RUNNING.dataSource(this.name, OWNER, PASSWORD);
	}

	Flyway flyway() {
		return Flyway.configure()
			.dataSource(owner())
			.locations("classpath:db/migration")
			.placeholders(Map.of("app_role", APPLICATION))
			.load();
	}

	private static final class Server {

		private static final TestServer RUNNING = TestServer.start();

		static {
			RUNNING.execute("create role %s login password '%s'".formatted(OWNER, PASSWORD),
					"create role %s login password '%s' nosuperuser nobypassrls".formatted(APPLICATION, PASSWORD));
		}

	}

	private static final class Template {

		private static final String NAME = "migrated";

		private static final TestServer SERVER = Server.RUNNING;

		static {
			SERVER.execute("create database " + NAME + " owner " + OWNER);
			new TestDatabase(NAME).flyway().migrate();
			// a copy fails while somebody is connected
			SERVER.execute("alter database " + NAME + " allow_connections false");
		}

	}

}
