package unionbook.system;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was acknowledged stays, once, whatever dies under the writers. Processes are
 * killed as the power would do it; the writers send what was not acknowledged again.
 */
@Tag("reliability")
class KillTests {

	private static final int WRITERS = 8;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	static Path directory;

	private static Database database;

	private static Population people;

	private static Application application;

	private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

	private final Queue<String> odd = new ConcurrentLinkedQueue<>();

	private final Set<Integer> statuses = new ConcurrentSkipListSet<>();

	private volatile boolean writing = true;

	private volatile Instant firstAfter = Instant.MAX;

	@BeforeAll
	static void start() {
		database = new Database(directory.resolve("database"));
		people = Population.migrated(database, 2_000);
		application = new Application(Application.fromClassPath(), database, directory.resolve("log/application.log"));
	}

	@AfterAll
	static void stop() throws IOException {
		application.close();
		database.close();
	}

	@RepeatedTest(5)
	void keepsWhatItAcknowledgedWhenTheApplicationIsKilled() throws Exception {
		int some = ThreadLocalRandom.current().nextInt(100, 200);
		try (Writers writers = new Writers()) {
			await(() -> this.acknowledged.size() > some);
			application.kill();
			int before = this.acknowledged.size();
			application.start();
			await(() -> this.acknowledged.size() > before + 100);
		}

		assertEverythingIsThereOnce();
	}

	@RepeatedTest(5)
	void keepsWhatItAcknowledgedAndRecoversAloneWhenPostgresqlIsKilled() throws Exception {
		int some = ThreadLocalRandom.current().nextInt(100, 200);
		Instant back;
		try (Writers writers = new Writers()) {
			await(() -> this.acknowledged.size() > some);
			database.kill();
			database.restart();
			back = Instant.now();
			this.firstAfter = Instant.MAX;
			await(() -> this.firstAfter != Instant.MAX);
			int before = this.acknowledged.size();
			await(() -> this.acknowledged.size() > before + 100);
		}

		assertThat(Duration.between(back, this.firstAfter)).isLessThan(Duration.ofSeconds(15));
		assertThat(this.statuses).as("answers without a database").isSubsetOf(302, 503);
		assertEverythingIsThereOnce();
	}

	private void assertEverythingIsThereOnce() throws SQLException {
		assertThat(this.odd).isEmpty();
		System.out.printf("%d writes acknowledged, answers %s%n", this.acknowledged.size(), this.statuses);
		assertThat(count("select count(*) from member where id = any (?)")).as("people").isEqualTo(size());
		assertThat(count("select count(*) from membership where member_id = any (?)")).as("memberships")
			.isEqualTo(size());
		assertThat(count("select count(*) from movement where member_id = any (?)")).as("movements").isEqualTo(size());
		assertThat(count("select count(*) from audit_entry where subject_id = any (?)")).as("records")
			.isEqualTo(size());
		assertThat(people.differences()).as("figures that differ from a recount").isZero();
	}

	private long size() {
		return this.acknowledged.size();
	}

	private long count(String sql) throws SQLException {
		try (Connection connection = database.superuser(); var statement = connection.prepareStatement(sql)) {
			statement.setArray(1, connection.createArrayOf("uuid", this.acknowledged.toArray()));
			try (var rows = statement.executeQuery()) {
				rows.next();
				return rows.getLong(1);
			}
		}
	}

	/** Admits one person after another; each form is sent until it is acknowledged. */
	private void write(String unit, String officer) {
		Session session = null;
		while (this.writing) {
			UUID person = UUID.randomUUID();
			while (this.writing && !this.acknowledged.contains(person)) {
				try {
					if (session == null) {
						session = Session.signedIn(application.address(), officer, Population.PASSWORD);
						session.get("/units/" + unit + "/members/new");
					}
					Session.Answer answer = session.post("/units/" + unit + "/members",
							Map.of("key", person.toString(), "kind", "IN_ADMISSION", "effectiveOn", "01/10/2026",
									"fullName", "Nguyễn Văn Thử", "gender", "MALE", "birth", "05/02/1990",
									"partyStatus", "NONE", "confirmed", "yes"));
					this.statuses.add(answer.status());
					if (answer.status() == 302 && answer.location().endsWith(person.toString())) {
						this.acknowledged.add(person);
						this.firstAfter = Instant.now();
					}
					else if (answer.status() == 302) {
						session = null;
					}
					else if (answer.status() != 503) {
						this.odd.add(answer.status() + " " + answer.body());
						return;
					}
				}
				catch (RuntimeException ex) {
					session = null;
					LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
				}
			}
		}
	}

	private void await(BooleanSupplier condition) {
		Instant end = Instant.now().plus(PATIENCE);
		while (!condition.getAsBoolean()) {
			assertThat(this.odd).isEmpty();
			assertThat(Instant.now()).as("waited too long; see the log of the application").isBefore(end);
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

	/** Officers who write side by side until they are told to stop. */
	private final class Writers implements AutoCloseable {

		private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

		Writers() {
			String unit = people.union().toString();
			for (int writer = 1; writer <= WRITERS; writer++) {
				String name = "canbo" + writer;
				this.threads.submit(() -> write(unit, name));
			}
		}

		@Override
		public void close() {
			KillTests.this.writing = false;
			this.threads.close();
		}

	}

}
