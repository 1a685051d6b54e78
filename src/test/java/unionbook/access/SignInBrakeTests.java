package unionbook.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
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
	void theFifthFailureMakesTheNameWaitAndEachFurtherOneTwiceAsLong() {
		failures("an", 4);
		assertThat(this.brake.waits("an")).isFalse();

		failures("an", 1);

		assertThat(waitOf("an")).isEqualTo(Duration.ofMinutes(1));
		failures("an", 1);
		assertThat(waitOf("an")).isEqualTo(Duration.ofMinutes(2));
		failures("an", 10);
		assertThat(waitOf("an")).isEqualTo(Duration.ofMinutes(15));
		assertThat(this.brake.waits("binh")).isFalse();
	}

	@Test
	void successForgetsTheFailures() {
		failures("chi", 5);

		this.brake.succeeded("chi");

		assertThat(this.brake.waits("chi")).isFalse();
		failures("chi", 4);
		assertThat(this.brake.waits("chi")).isFalse();
	}

	@Test
	void anAddressHasSixtyTriesAMinute() {
		for (int i = 0; i < SignInBrake.TRIES_PER_ADDRESS; i++) {
			assertThat(this.brake.mayTry("192.0.2.7")).isTrue();
		}
		assertThat(this.brake.mayTry("192.0.2.7")).isFalse();
		assertThat(this.brake.mayTry("192.0.2.8")).isTrue();

		this.clock.pass(Duration.ofSeconds(61));

		assertThat(this.brake.mayTry("192.0.2.7")).isTrue();
	}

	private void failures(String name, int times) {
		for (int i = 0; i < times; i++) {
			this.brake.failed(name);
		}
	}

	/**
	 * How long the name waits from now, found by letting the time pass and going back.
	 */
	private Duration waitOf(String name) {
		Duration waited = Duration.ZERO;
		while (this.brake.waits(name)) {
			this.clock.pass(Duration.ofSeconds(30));
			waited = waited.plusSeconds(30);
		}
		this.clock.pass(waited.negated());
		return waited;
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
