package unionbook.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of its own with the settings of a real one: it keeps what it acknowledged,
 * and it can be killed and started again on the same port.
 */
final class Database implements AutoCloseable {

	static final String OWNER = "unionbook_owner";

	static final String APPLICATION = "unionbook_app";

	private static final String NAME = "unionbook";

	private final Path home;

	private EmbeddedPostgres server;

	Database(Path home) {
		this.home = home;
		this.server = start(0);
		superuser("postgres", "create role " + OWNER + " login",
				"create role " + APPLICATION + " login nosuperuser nobypassrls",
				"create database " + NAME + " owner " + OWNER);
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + NAME;
	}

	Connection connect(String role) throws SQLException {
		return DriverManager.getConnection(url() + "?user=" + role + "&password=none&rewriteBatchedInserts=true");
	}

	Connection superuser() throws SQLException {
		return connect("postgres");
	}

	void superuser(String database, String... statements) {
		try (Connection connection = DriverManager
			.getConnection(url().replace("/" + NAME, "/" + database) + "?user=postgres&password=none");
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The postmaster. */
	ProcessHandle process() {
		try {
			String pid = Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst().strip();
			return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As the power fails: every process of the server at once, without a word. */
	void kill() {
		ProcessHandle postmaster = process();
		ProcessHandle[] children = postmaster.descendants().toArray(ProcessHandle[]::new);
		postmaster.destroyForcibly();
		for (ProcessHandle child : children) {
			child.destroyForcibly();
		}
		postmaster.onExit().join();
		for (ProcessHandle child : children) {
			child.onExit().join();
		}
	}

	/** Starts what was killed, on the same port; it recovers by its log. */
	void restart() {
		int port = this.server.getPort();
		try {
			// there is nothing left to stop, but the library still holds its lock on the
			// directory
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server = start(port);
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private Path cluster() {
		return this.home.resolve("postgres");
	}

	private EmbeddedPostgres start(int port) {
		try {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setDataDirectory(cluster())
				.setOverrideWorkingDirectory(this.home.resolve("programs").toFile())
				.setCleanDataDirectory(false)
				.setPGStartupWait(Duration.ofSeconds(60))
				.setServerConfig("listen_addresses", "127.0.0.1")
				// the library would trade safety for speed
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("shared_buffers", "512MB")
				.setServerConfig("max_wal_size", "4GB")
				.setServerConfig("maintenance_work_mem", "256MB")
				.setServerConfig("max_connections", "200");
			return ((port == 0) ? builder : builder.setPort(port)).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
