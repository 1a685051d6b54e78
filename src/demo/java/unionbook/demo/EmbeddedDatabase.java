package unionbook.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unionbook.platform.StartRefusal;

/**
 * The trial run's own PostgreSQL: kept in a directory across restarts. The cluster is made beside it and moved into
 * place when it is whole, so a first start killed half-way leaves nothing that a second one would stumble over.
 */
final class EmbeddedDatabase implements AutoCloseable {

	static final String OWNER = "unionbook_owner";

	static final String APPLICATION = "unionbook_app";

	private static final String DATABASE = "unionbook";

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final FileChannel lockFile;

	private final FileLock lock;

	private final EmbeddedPostgres server;

	private EmbeddedDatabase(FileChannel lockFile, FileLock lock, EmbeddedPostgres server) {
		this.lockFile = lockFile;
		this.lock = lock;
		this.server = server;
	}

	static EmbeddedDatabase start(Path home) {
		try {
			Files.createDirectories(home);
			FileChannel lockFile = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = lock(lockFile, home);
			Path cluster = home.resolve("postgres");
			if (!Files.exists(cluster.resolve("PG_VERSION"))) {
				LOG.info("First start: making a PostgreSQL database in {}", cluster.toAbsolutePath());
				make(home, cluster);
			}
			return new EmbeddedDatabase(lockFile, lock, open(home, cluster));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database in " + home.toAbsolutePath() + " did not start", ex);
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.server.getPort() + "/" + DATABASE;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.lock.release();
		this.lockFile.close();
	}

	private static FileLock lock(FileChannel file, Path home) throws IOException {
		FileLock lock = tryLock(file);
		if (lock == null) {
			throw new StartRefusal("another copy already uses the data in "
					+ home.toAbsolutePath() + "; stop it, or set unionbook.demo.directory to another directory");
		}
		return lock;
	}

	private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
		try {
			return file.tryLock();
		}
		catch (java.nio.channels.OverlappingFileLockException ex) {
			return null;
		}
	}

	private static void make(Path home, Path cluster) throws IOException {
		Path unfinished = home.resolve("postgres.unfinished");
		remove(unfinished);
		try (EmbeddedPostgres server = open(home, unfinished);
				Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create role " + OWNER + " login");
			statement.execute("create role " + APPLICATION + " login nosuperuser nobypassrls");
			statement.execute("create database " + DATABASE + " owner " + OWNER);
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
		Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
	}

	private static EmbeddedPostgres open(Path home, Path cluster) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(cluster.toAbsolutePath())
			.setOverrideWorkingDirectory(home.resolve("programs").toAbsolutePath().toFile())
			.setCleanDataDirectory(false)
			.setServerConfig("listen_addresses", "127.0.0.1")
			.start();
	}

	private static void remove(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
