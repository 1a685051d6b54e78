package unionbook.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The application as a process of its own, as an administrator runs it. */
final class Application implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final List<String> command;

	private final Database database;

	private final Path log;

	private final int port = freePort();

	private final int management = freePort();

	private Process process;

	private Duration startTime = Duration.ZERO;

	/**
	 * Starts it and waits until it is ready.
	 * @param runtime what follows {@code java}: options and the class path or jar
	 */
	Application(List<String> runtime, Database database, Path log) {
		this.database = database;
		this.log = log;
		this.command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		this.command.addAll(runtime);
		start();
	}

	/** What this test itself runs on: no packaging needed. */
	static List<String> fromClassPath() {
		return List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), "unionbook.UnionBookApplication");
	}

	void start() {
		long begin = System.nanoTime();
		this.process = launch();
		while (!ready()) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("the application ended, see " + this.log);
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
		this.startTime = Duration.ofNanos(System.nanoTime() - begin);
	}

	/** From the command to the first readiness. */
	Duration startTime() {
		return this.startTime;
	}

	URI address() {
		return URI.create("http://localhost:" + this.port);
	}

	ProcessHandle process() {
		return this.process.toHandle();
	}

	boolean ready() {
		try {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + this.management + "/health/readiness"))
				.timeout(Duration.ofSeconds(5))
				.build();
			return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ends it without a word. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

	private Process launch() {
		ProcessBuilder builder = new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("SERVER_"));
		builder.environment().put("SERVER_PORT", String.valueOf(this.port));
		builder.environment().put("MANAGEMENT_SERVER_PORT", String.valueOf(this.management));
		builder.environment().put("SPRING_DATASOURCE_URL", this.database.url());
		builder.environment().put("SPRING_DATASOURCE_USERNAME", Database.APPLICATION);
		builder.environment().put("SPRING_DATASOURCE_PASSWORD", "none");
		builder.environment().put("SPRING_FLYWAY_USER", Database.OWNER);
		builder.environment().put("SPRING_FLYWAY_PASSWORD", "none");
		// the clients are few and quick
		builder.environment().put("UNIONBOOK_LIMITS_PAGES_A_MINUTE", "1000000");
		builder.environment().put("UNIONBOOK_BASE_URL", "http://localhost:" + this.port);
		builder.environment().put("UNIONBOOK_SECRETS_IDENTITY_KEY", "YSBrZXkgZm9yIG1lYXN1cmluZyBhbmQga2lsbGluZyE=");
		// as in the compose file
		builder.environment().put("MALLOC_ARENA_MAX", "2");
		try {
			Files.createDirectories(this.log.getParent());
			Process started = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
