package unionbook.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import unionbook.HostileCase;
import unionbook.shared.AccountId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How many pages a minute and how many exports at once one account gets. */
class ThrottleTests {

	private static final Actor AN = new Actor(AccountId.next(), "an", "An", List.of());

	private static final Actor BINH = new Actor(AccountId.next(), "binh", "Binh", List.of());

	private final List<Object> told = new ArrayList<>();

	private Instant now = Instant.parse("2026-03-02T02:00:00Z");

	private final Throttle throttle = new Throttle(3, 2, new DayClock(new Clock() {

		@Override
		public java.time.ZoneId getZone() {
			return DayClock.ZONE;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return ThrottleTests.this.now;
		}
	}), this.told::add);

	@Test
	@HostileCase("ROS-12")
	void aFourthPageInAMinuteWaitsForTheNext() {
		for (int i = 0; i < 3; i++) {
			open(AN, "/members");
		}
		this.now = this.now.plusSeconds(20);

		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> open(AN, "/members"))
			.satisfies((ex) -> assertThat(ex.seconds()).isEqualTo(40));
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> open(AN, "/members"));
		assertThat(this.told).as("told once a minute").hasSize(1);
		open(BINH, "/members");

		this.now = this.now.plusSeconds(40);
		open(AN, "/members");
		this.now = this.now.minus(Duration.ofHours(1));
		open(AN, "/members");
	}

	@Test
	@HostileCase("EXP-05")
	void aThirdExportWaitsForOneToEnd() {
		MockHttpServletRequest first = open(AN, "/members.xlsx");
		open(AN, "/units/1/members.csv");
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> open(AN, "/members.csv"));
		open(BINH, "/members.csv");

		end(first);
		end(first);

		this.now = this.now.plusSeconds(60);
		open(AN, "/members.csv");
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> open(AN, "/members.csv"));
	}

	@Test
	void answersSayHttpsOnlyWhereTheSiteIs() {
		MockHttpServletResponse https = new MockHttpServletResponse();
		MockHttpServletResponse http = new MockHttpServletResponse();
		new AnswerHeaders(true).write(https, "n");
		new AnswerHeaders(false).write(http, null);

		assertThat(https.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
		assertThat(http.getHeader("Strict-Transport-Security")).isNull();
		assertThat(http.getHeader("Content-Security-Policy")).doesNotContain("nonce", "script-src");
	}

	private MockHttpServletRequest open(Actor actor, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		CurrentActor.runAs(actor, () -> this.throttle.preHandle(request, new MockHttpServletResponse(), handler()));
		return request;
	}

	private void end(MockHttpServletRequest request) {
		this.throttle.afterCompletion(request, new MockHttpServletResponse(), handler(), null);
	}

	private HandlerMethod handler() {
		try {
			return new HandlerMethod(this, Object.class.getMethod("toString"));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
