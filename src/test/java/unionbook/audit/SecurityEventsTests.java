package unionbook.audit;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import unionbook.DemonstrationTest;
import unionbook.Officers;
import unionbook.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Who signed in, who tried to, and who asked for what is not theirs. */
@DemonstrationTest
class SecurityEventsTests {

	private final Officers officers;

	private final MockMvcTester pages;

	private final JdbcClient owner;

	SecurityEventsTests(@Autowired Officers officers, @Autowired MockMvc mvc, @Autowired TestDatabase database) {
		this.officers = officers;
		this.pages = MockMvcTester.create(mvc);
		this.owner = JdbcClient.create(database.owner());
	}

	@Test
	void aSignInBelongsToTheUnitTheAccountStartsFrom() {
		this.officers.page("cdcs.bct.c01", "/");

		assertThat(log("quantri.bct", "action=account.signed-in&actor=cdcs.bct.c01")).contains("Đăng nhập",
				"127.0.0.1");
		assertThat(log("quantri.khdt", "action=account&actor=cdcs.bct.c01")).contains("Không có thao tác");
		assertThat(log("vanhanh", "action=account&actor=cdcs.bct.c01")).contains("Không có thao tác");
	}

	@Test
	void aWrongPasswordIsToldToThoseWhoRunTheUnit() {
		tryToSignIn("khach.bct", "wrong wrong wrong");

		assertThat(log("quantri.bct", "action=account.sign-in-refused&actor=khach.bct"))
			.contains("Đăng nhập không thành công", "khach.bct")
			.doesNotContain("wrong wrong");
		assertThat(this.owner.sql("""
				select max(tries) from (select count(*) as tries from audit_entry
					where action = 'account.sign-in-refused' group by request_id) requests""")
			.query(Long.class)
			.single()).as("a try is told, and counted, once").isEqualTo(1);
	}

	@Test
	void aNameThatIsNobodysKeepsOnlyItsBeginning() {
		String typed = "matkhau-" + UUID.randomUUID();
		tryToSignIn(typed, "x");
		tryToSignIn("admin' OR '1'='1' --", "x");

		assertThat(log("vanhanh", "action=account.sign-in-refused")).contains("ma•••", "ad•••")
			.doesNotContain(typed, "OR '1'");
		assertThat(this.owner.sql("select count(*) from audit_entry e where e::text like '%' || ? || '%'")
			.param(typed.substring(8))
			.query(Long.class)
			.single()).isZero();
		assertThat(log("quantri.khdt", "action=account.sign-in-refused")).doesNotContain("ma•••");
	}

	@Test
	void signingOutIsTold() {
		var session = this.pages.post()
			.uri("/login")
			.param("username", "khach.khdt")
			.param("password", Officers.PASSWORD)
			.with(csrf())
			.exchange()
			.getRequest()
			.getSession(false);
		this.pages.post()
			.uri("/logout")
			.session((org.springframework.mock.web.MockHttpSession) session)
			.with(csrf())
			.exchange();

		assertThat(log("quantri.khdt", "action=account.signed-out&actor=khach.khdt")).contains("Đăng xuất");
	}

	@Test
	void aRefusedAttemptIsOneLineWithThePatternOfItsAddress() {
		long before = denied("cdcs.khdt.c02x");
		UUID foreign = this.owner.sql("select id from member order by id desc limit 1").query(UUID.class).single();

		assertThat(this.officers.get("khach.khdt", "/members/" + foreign + "/edit?secret=1").getResponse().getStatus())
			.isIn(403, 404);

		assertThat(before).isZero();
		assertThat(log("quantri.khdt", "action=access.denied&actor=khach.khdt")).contains("Bị từ chối truy cập",
				"GET /members/{id}/edit");
		assertThat(this.owner.sql("""
				select count(*) from audit_entry e where e.action = 'access.denied'
					and (e::text like '%secret%' or e::text like '%' || ? || '%')""")
			.param(foreign.toString())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aForbiddenPageIsToldToo() {
		this.officers.get("khach.bct", "/audit");

		assertThat(log("quantri.bct", "action=access.denied&actor=khach.bct")).contains("GET /audit", "403");
	}

	@Test
	void aFloodOfRefusalsDoesNotFillTheLog() {
		for (int i = 0; i < 40; i++) {
			this.officers.send("khach.bct", HttpMethod.GET, "/units/" + UUID.randomUUID());
		}

		assertThat(this.owner.sql("""
				select count(*) from audit_entry where action = 'access.denied' and actor = 'khach.bct'
					and reason = 'GET /units/{id}'""").query(Integer.class).single()).isBetween(1, Refusals.ONE_BY_ONE);
	}

	@Test
	void nothingSensitiveStandsInWhatWasWritten() {
		List<String> telling = this.owner
			.sql("""
					select action || ' ' || field.key || ' ' || field.value::text
					from audit_entry e cross join lateral jsonb_each(e.changes) field
					where field.key in ('ethnicity', 'religion', 'partyStatus', 'partyJoinedOn')
						and (coalesce(field.value ->> 'before', '•••') <> '•••' or coalesce(field.value ->> 'after', '•••') <> '•••')
					or field.key = 'identityNumber' and field.value::text ~ '[0-9]{5}'
					or field.value::text ~ '(^|[^0-9+])([0-9]{12}|[0-9]{9})([^0-9]|$)'""")
			.query(String.class)
			.list();

		assertThat(telling).isEmpty();
	}

	private long denied(String actor) {
		return this.owner.sql("select count(*) from audit_entry where action = 'access.denied' and actor = ?")
			.param(actor)
			.query(Long.class)
			.single();
	}

	private void tryToSignIn(String username, String password) {
		this.pages.post().uri("/login").param("username", username).param("password", password).with(csrf()).exchange();
	}

	private String log(String officer, String asked) {
		return this.officers.page(officer, "/audit?" + asked).select("main").text();
	}

}
