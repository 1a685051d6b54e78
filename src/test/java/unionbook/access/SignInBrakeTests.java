package unionbook.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import unionbook.HostileCase;
import unionbook.TestDatabaseConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** Guessing gets slower and slower, but never shuts anybody out for good. */
@SpringBootTest
@Import({ TestDatabaseConfiguration.class, SignInBrakeTests.Time.class })
class SignInBrakeTests {

	@Autowired
	private SignInBrake brake;

	@Autowired
	private MovableClock clock;

	@Test
	@HostileCase("LOG-03")
	void theFifthFailureMakesTheNameWaitAndEachFurtherOneTwiceAsLong() {
		assertThat(failures("an", 5)).isEqualTo(5);

		for (int minutes : new int[] { 1, 2, 4, 8, 15, 15 }) {
			assertThat(failures("an", 3)).as("while it waits, nothing is tried").isZero();
			this.clock.pass(Duration.ofMinutes(minutes).minusSeconds(1));
			assertThat(this.brake.nameMayTry("an")).as("before %s minutes are over", minutes).isFalse();
			this.clock.pass(Duration.ofSeconds(1));
			assertThat(this.brake.nameMayTry("an")).as("after %s minutes", minutes).isTrue();
		}
		assertThat(this.brake.nameMayTry("binh")).isTrue();
	}

	@Test
	void successForgetsTheFailures() {
		failures("chi", 5);

		this.brake.succeeded("chi");

		assertThat(failures("chi", 4)).isEqualTo(4);
		assertThat(this.brake.nameMayTry("chi")).isTrue();
	}

	@Test
	@HostileCase("LOG-15")
	void ofFiftyTriesAtOnceFiveAreMade() throws Exception {
		List<Callable<Boolean>> tries = Collections.nCopies(50, () -> this.brake.nameMayTry("dung"));
		int made = 0;
		try (ExecutorService fifty = Executors.newFixedThreadPool(50)) {
			for (Future<Boolean> result : fifty.invokeAll(tries)) {
				made += result.get() ? 1 : 0;
			}
		}
		assertThat(made).isEqualTo(5);
	}

	@Test
	void anAddressHasSixtyTriesAMinute() {
		for (int i = 0; i < SignInBrake.TRIES_PER_ADDRESS; i++) {
			assertThat(this.brake.addressMayTry("192.0.2.7")).isTrue();
		}
		assertThat(this.brake.addressMayTry("192.0.2.7")).isFalse();
		assertThat(this.brake.addressMayTry("192.0.2.8")).isTrue();

		this.clock.pass(Duration.ofSeconds(61));

		assertThat(this.brake.addressMayTry("192.0.2.7")).isTrue();
	}

	/** How many of these tries were let through. */
	private long failures(String name, int times) {
		return IntStream.range(0, times).filter((n) -> this.brake.nameMayTry(name)).count();
	}

	/** A clock that a test moves. */
	static final class MovableClock extends Clock {

		private Instant now = Instant.parse("2026-03-02T02:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public ZoneId getZone() {
			return ZoneId.of("Asia/Ho_Chi_Minh");
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Time {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock();
		}

	}

}
