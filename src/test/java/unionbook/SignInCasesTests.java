package unionbook;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile sign-ins, and sessions that outlive what they stood on, at a running server.
 */
@ServerTest
class SignInCasesTests {

	private static final String HOME = "/";

	private static final String REFUSED = "/login?error";

	@Autowired
	private Visitors visitors;

	@Test
	@HostileCase("LOG-03")
	void afterFiveWrongPasswordsTheRightOneIsRefusedInTheSameWords() {
		Visitor guesser = this.visitors.stranger();
		List<String> bodies = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			assertThat(guesser.location(guesser.signIn("khach.bct", "wrong " + i))).isEqualTo(REFUSED);
			bodies.add(words(guesser.get(REFUSED)));
		}
		assertThat(guesser.location(guesser.signIn("khach.bct", Officers.PASSWORD))).isEqualTo(REFUSED);
		bodies.add(words(guesser.get(REFUSED)));
		assertThat(bodies).containsOnly(bodies.getFirst());
		assertThat(tries("khach.bct")).as("tries counted").isEqualTo(5);

		this.visitors.owner().sql("delete from sign_in_brake where subject = 'account:khach.bct'").update();
		assertThat(guesser.location(guesser.signIn("khach.bct", Officers.PASSWORD))).isEqualTo(HOME);
	}

	@Test
	@HostileCase("LOG-05")
	void anEndlessPasswordIsRefusedBeforeItIsHashed() {
		Visitor stranger = this.visitors.stranger();
		stranger.signIn("nobody", "warm up");
		long start = System.nanoTime();

		HttpResponse<String> answer = stranger.signIn("canbo.bct", "p".repeat(1_000_000));

		assertThat(stranger.location(answer)).isEqualTo(REFUSED);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		assertThat(tries("canbo.bct")).as("what is not tried is not counted").isZero();
	}

	@Test
	@HostileCase("LOG-07")
	void aNameHasOneFormAndALookAlikeIsNobody() {
		for (String same : List.of("canbo.khdt\u200b", "ｃａｎｂｏ.khdt", "CANBO.KHDT", " canbo.khdt ")) {
			Visitor officer = this.visitors.stranger();
			assertThat(officer.location(officer.signIn(same, Officers.PASSWORD))).as(same).isEqualTo(HOME);
			assertThat(officer.get("/").body()).as(same).contains("canbo.khdt");
		}
		for (String other : List.of("c\u0430nbo.khdt", "canbo.kh\u0111t", "ca\u0301nbo.khdt")) {
			Visitor stranger = this.visitors.stranger();
			assertThat(stranger.location(stranger.signIn(other, Officers.PASSWORD))).as(other).isEqualTo(REFUSED);
		}
	}

	@Test
	@HostileCase("LOG-10")
	void oneLandsOnAnAddressOfOursOnly() {
		for (String evil : List.of("https://evil.example/", "//evil.example", "/\\evil.example",
				"javascript:alert(1)")) {
			Visitor officer = this.visitors.stranger();
			officer.get("/login", Map.of("continue", evil));
			officer.readToken("/login");
			HttpResponse<String> answer = officer.post("/login", Map.of("username", "canbo.khdt", "password",
					Officers.PASSWORD, "continue", evil, "redirect", evil));
			assertThat(officer.location(answer)).as(evil).isEqualTo(HOME);
		}
		Visitor officer = this.visitors.stranger();
		officer.get("/members?gender=FEMALE");
		assertThat(officer.location(officer.signIn("canbo.khdt", Officers.PASSWORD)))
			.startsWith("/members?gender=FEMALE");
	}

	@Test
	@HostileCase("LOG-14")
	void whoIsDisabledIsRefusedAtTheNextRequestInEverySession() {
		Visitor first = this.visitors.another("cdcs.bct.c01");
		Visitor second = this.visitors.another("cdcs.bct.c01");
		assertThat(first.signedIn() && second.signedIn()).isTrue();

		this.visitors.owner().sql("update account set disabled_at = now() where username = 'cdcs.bct.c01'").update();
		assertThat(first.get("/members").statusCode()).isEqualTo(302);
		assertThat(second.get("/members").statusCode()).isEqualTo(302);
		this.visitors.owner().sql("update account set disabled_at = null where username = 'cdcs.bct.c01'").update();

		assertThat(first.signedIn() || second.signedIn()).as("ended sessions stay ended").isFalse();
	}

	@Test
	@HostileCase("IDR-18")
	void whoMovedToAnotherUnitIsRefusedAtTheNextRequest() {
		String place = "from access_grant g join account a on a.id = g.account_id where a.username = 'cdcs.bct.c01'";
		UUID own = this.visitors.owner().sql("select g.unit_id " + place).query(UUID.class).single();
		Map<String, String> things = this.visitors.things();
		Visitor officer = this.visitors.another("cdcs.bct.c01");
		HttpResponse<String> page = officer.get("/units/" + own + "/members");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");

		move(UUID.fromString(things.get("{C}")), "UNIT_OFFICER");
		assertThat(officer.get("/units/" + own + "/members").statusCode()).isEqualTo(404);
		assertThat(officer.get("/units/" + things.get("{C}") + "/members").statusCode()).isEqualTo(200);
		move(own, "VIEWER");
		assertThat(officer.get("/units/" + own + "/members/new").statusCode()).isEqualTo(403);
		move(own, "UNIT_OFFICER");
		assertThat(officer.get("/units/" + own + "/members/new").statusCode()).isEqualTo(200);
	}

	@Test
	@HostileCase("LOG-15")
	void ofFiftySignInsAtOnceTwoSessionsLive() throws Exception {
		List<Visitor> fifty = new ArrayList<>();
		List<Callable<String>> signIns = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			Visitor visitor = this.visitors.stranger();
			visitor.readToken("/login");
			fifty.add(visitor);
			signIns.add(() -> visitor
				.location(visitor.post("/login", Map.of("username", "canbo.bct", "password", Officers.PASSWORD))));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
			for (Future<String> answer : threads.invokeAll(signIns)) {
				assertThat(answer.get()).isIn(HOME, REFUSED);
			}
		}
		assertThat(fifty.stream().filter(Visitor::signedIn).count()).isBetween(1L, 2L);
		assertThat(tries("canbo.bct")).as("who is in has no failures").isZero();
	}

	@Test
	void anAdministratorHasOneSession() {
		for (String administrator : List.of("quantri.bct", "vanhanh")) {
			Visitor first = this.visitors.another(administrator);
			Visitor second = this.visitors.another(administrator);

			assertThat(first.location(first.get("/"))).startsWith("/login");
			assertThat(second.get("/").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void theSessionIsNewAfterSigningInAndGoneAfterSigningOut() {
		Visitor officer = this.visitors.stranger();
		officer.readToken("/login");
		String before = officer.cookies();
		HttpResponse<String> answer = officer.signIn("khach.khdt", Officers.PASSWORD);
		assertThat(officer.cookies()).isNotEqualTo(before);
		assertThat(answer.headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.contains("HttpOnly", "SameSite=Lax", "Path=/");
		officer.readToken("/members");

		HttpResponse<String> out = officer.post("/logout", Map.of());

		assertThat(officer.location(out)).isEqualTo("/login?logout");
		assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
		assertThat(officer.signedIn()).isFalse();
	}

	private void move(UUID unit, String role) {
		this.visitors.owner()
			.sql("""
					update access_grant set unit_id = ?, role = ?
					where account_id = (select id from account where username = 'cdcs.bct.c01')""")
			.params(unit, role)
			.update();
	}

	private long tries(String username) {
		return this.visitors.owner()
			.sql("select coalesce(sum(failures), 0) from sign_in_brake where subject = ?")
			.param("account:" + username)
			.query(Long.class)
			.single();
	}

	private static String words(HttpResponse<String> page) {
		return org.jsoup.Jsoup.parse(page.body()).select("main").text();
	}

}
