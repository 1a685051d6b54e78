package unionbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TimeZone;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The day is Vietnam's, wherever the server stands and however its clock jumps. */
@DemonstrationTest
@Import(ClockCasesTests.Time.class)
class ClockCasesTests {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private final TimeZone zone = TimeZone.getDefault();

	@Autowired
	private MockMvc mockMvc;

	@Autowired
	private JumpingClock clock;

	@Autowired
	private TestDatabase database;

	private MockMvcTester pages;

	private String unit = "";

	@BeforeEach
	void inNewYork() {
		TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
		this.pages = MockMvcTester.create(this.mockMvc);
		this.unit = WallsTests.Things.of(this.database, "KHDT", "C01").unit().toString();
	}

	@AfterEach
	void back() {
		TimeZone.setDefault(this.zone);
	}

	@Test
	@HostileCase({ "PLE-08", "FLT-09" })
	void aDayBeginsAtMidnightInVietnam() {
		at("2027-12-31T23:59:59");
		MockHttpSession session = signIn();
		assertThat(admit(session, "Nguyễn Thị Một", "1/1/2028")).as("a paper of tomorrow").hasStatus(422);

		at("2028-01-01T00:00:01");
		assertThat(admit(session, "Nguyễn Thị Hai", "1/1/2028")).as("a paper of today").hasStatus3xxRedirection();
		assertThat(signedOn("Nguyễn Thị Hai")).isEqualTo("2028-01-01");

		at("2028-02-29T12:00:00");
		session = signIn();
		assertThat(admit(session, "Nguyễn Thị Ba", "29/2/2028")).hasStatus3xxRedirection();
		assertThat(signedOn("Nguyễn Thị Ba")).isEqualTo("2028-02-29");
		assertThat(admit(session, "Nguyễn Thị Tư", "29/2/2027")).as("a day that never was").hasStatus(422);
		for (String zone : new String[] { "UTC", "Pacific/Kiritimati", "Asia/Ho_Chi_Minh" }) {
			TimeZone.setDefault(TimeZone.getTimeZone(zone));
			assertThat(asOf(session)).as(zone).isEqualTo("29/02/2028");
		}
	}

	@Test
	@HostileCase("FLT-09")
	void aSessionIsNeitherEternalNorDead() {
		at("2029-03-01T08:00:00");
		MockHttpSession session = signIn();

		at("2029-03-01T07:00:00");
		assertThat(open(session)).as("an hour back").hasStatusOk();
		at("2029-03-01T19:59:00");
		assertThat(open(session)).as("the same day").hasStatusOk();
		at("2029-03-02T08:00:00");
		assertThat(open(session)).as("a day later").hasStatus(302);
		assertThat(open(signIn())).as("signed in anew").hasStatusOk();
	}

	private void at(String time) {
		this.clock.now = ZonedDateTime.of(java.time.LocalDateTime.parse(time), VIETNAM).toInstant();
	}

	private MockHttpSession signIn() {
		MvcTestResult result = this.pages.post()
			.uri("/login")
			.param("username", "cdcs.khdt.c01")
			.param("password", Officers.PASSWORD)
			.with(csrf())
			.exchange();
		assertThat(result).hasRedirectedUrl("/");
		return (MockHttpSession) java.util.Objects.requireNonNull(result.getRequest().getSession(false));
	}

	private MvcTestResult open(MockHttpSession session) {
		return this.pages.get().uri("/units/" + this.unit + "/members").session(session).exchange();
	}

	private String asOf(MockHttpSession session) {
		Document page = Officers.read(open(session));
		return page.select("details.asof, .asof, [class*=asof]").text().replaceAll(".*?(\\d\\d/\\d\\d/\\d{4}).*", "$1");
	}

	private MvcTestResult admit(MockHttpSession session, String name, String signedOn) {
		var request = this.pages.post().uri("/units/" + this.unit + "/members").session(session).with(csrf());
		for (Map.Entry<String, String> field : Map
			.of("kind", "IN_ADMISSION", "fullName", name, "gender", "FEMALE", "birth", "5/2/1985", "partyStatus",
					"NONE", "effectiveOn", signedOn, "decisionSignedOn", signedOn, "confirmed", "true")
			.entrySet()) {
			request = request.param(field.getKey(), field.getValue());
		}
		return request.exchange();
	}

	private String signedOn(String name) {
		return JdbcClient.create(this.database.owner())
			.sql("""
					select v.effective_on || '' from movement v join member m on m.id = v.member_id
					where m.full_name = ? and v.decision_signed_on = v.effective_on""")
			.param(name)
			.query(String.class)
			.single();
	}

	/** A clock that jumps. */
	static final class JumpingClock extends Clock {

		private Instant now = Instant.now();

		@Override
		public ZoneId getZone() {
			return ZoneId.systemDefault();
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
		JumpingClock jumpingClock() {
			return new JumpingClock();
		}

	}

}
