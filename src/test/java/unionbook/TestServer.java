package unionbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one PostgreSQL of this JVM: in a container where an engine answers, else embedded.
 * It ends with the JVM and keeps nothing, so it need not survive a crash.
 *
 * @param host where it listens
 * @param port where it listens
 * @param superuser who may make roles and databases
 * @param password the superuser's
 */
record TestServer(String host, int port, String superuser, String password) {

	private static final Map<String, String> SETTINGS = Map.of("fsync", "off", "synchronous_commit", "off",
			"full_page_writes", "off", "max_connections", "300");

	static TestServer start() {
		return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
	}

	@SuppressWarnings("resource")
	private static TestServer container() {
		String[] command = SETTINGS.entrySet()
			.stream()
			.map((setting) -> "-c" + setting.getKey() + "=" + setting.getValue())
			.toArray(String[]::new);
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
		container.setCommand(command);
		container.start();
		return new TestServer(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
				container.getUsername(), container.getPassword());
	}

	private static TestServer embedded() {
		try {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
			SETTINGS.forEach(builder::setServerConfig);
			return new TestServer("localhost", builder.start().getPort(), "postgres", "postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url(String database) {
		return "jdbc:postgresql://%s:%d/%s".formatted(this.host, this.port, database);
	}

	DataSource dataSource(String database, String user, String userPassword) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url(database));
		dataSource.setUser(user);
		dataSource.setPassword(userPassword);
		return dataSource;
	}

	/** Runs statements as the superuser, each on its own as databases are made. */
	void execute(String... statements) {
		JdbcTemplate jdbc = new JdbcTemplate(dataSource("postgres", this.superuser, this.password));
		for (String statement : statements) {
			jdbc.execute(statement);
		}
	}

}
