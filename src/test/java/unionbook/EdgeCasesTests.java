package unionbook;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests no browser of an officer sends, and the headers of every answer. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class EdgeCasesTests {

	private static final String CLOSE = "Connection: close\r\n\r\n";

	private static final String LOCAL = "Host: localhost\r\n";

	private static final Map<String, String> HEADERS = Map.of("x-content-type-options", "nosniff", "x-frame-options",
			"DENY", "referrer-policy", "same-origin", "cross-origin-opener-policy", "same-origin", "permissions-policy",
			"camera=()");

	@Autowired
	private Visitors visitors;

	@Test
	@HostileCase("HDR-01")
	void aForeignHostIsRefusedAndNeverComesBack() throws IOException {
		String foreign = this.visitors.raw("GET /login HTTP/1.1\r\nHost: evil.example\r\n" + CLOSE);
		String forwarded = this.visitors.raw("GET /members HTTP/1.1\r\n" + LOCAL
				+ "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nX-Forwarded-For: 9.9.9.9\r\n"
				+ CLOSE);

		assertThat(foreign).startsWith("HTTP/1.1 400").doesNotContain("evil");
		assertThat(forwarded).startsWith("HTTP/1.1 302").contains("Location: /login").doesNotContain("evil");
	}

	@Test
	@HostileCase("HDR-03")
	void headersAreHarmlessAndBounded(CapturedOutput log) throws IOException {
		String lookUp = this.visitors.raw("GET /login HTTP/1.1\r\n" + LOCAL + "User-Agent: ${jndi:ldap://x/y}\r\n"
				+ "Referer: a%0d%0a2026-01-01 INFO forged line\r\n" + CLOSE);
		String escape = this.visitors.raw("GET /login HTTP/1.1\r\n" + LOCAL + "User-Agent: \u001b[31m\r\n" + CLOSE);
		String large = this.visitors
			.raw("GET /login HTTP/1.1\r\n" + LOCAL + "User-Agent: " + "a".repeat(60_000) + "\r\n" + CLOSE);

		assertThat(lookUp).startsWith("HTTP/1.1 200");
		assertThat(escape).startsWith("HTTP/1.1 400");
		assertThat(large).startsWith("HTTP/1.1 431");
		assertThat(log.getAll()).doesNotContain("jndi", "forged line", "\u001b[31m");
	}

	@Test
	@HostileCase("HDR-05")
	void everyAnswerCarriesItsHeaders() throws IOException {
		Visitor officer = this.visitors.officer("cdcs.khdt.c01");
		Map<String, String> things = this.visitors.things();
		String unit = "/units/" + things.get("{A}");
		String member = "/members/" + things.get("{memberOfA}");
		List<String> answers = new ArrayList<>();
		for (String address : List.of("/", "/members", "/units", unit, unit + "/members", unit + "/members.csv",
				unit + "/members.xlsx", unit + "/members/new", unit + "/edit", member, member + "/edit", "/pledges",
				"/statistics/gender", "/statistics/movements", "/units/" + things.get("{B}"), "/nowhere",
				"/members?sort=x", "/login", "/app.css", "/app.js", "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
				"/error", "/members/null")) {
			answers.add(this.visitors
				.raw("GET " + address + " HTTP/1.1\r\n" + LOCAL + "Cookie: " + officer.cookies() + "\r\n" + CLOSE));
		}
		for (String start : List.of("GET /members", "POST /login", "PUT /login", "TRACE /login", "GET /a|b",
				"GET /..;/x", "GET /%2e%2e/x", "GET /a%00", "GET /a%2fb", "GET /WEB-INF/web.xml",
				"GET http://other/")) {
			answers.add(this.visitors.raw(start + " HTTP/1.1\r\n" + LOCAL + CLOSE));
		}
		for (String answer : answers) {
			Map<String, String> headers = headers(answer);
			String told = answer.lines().findFirst().orElse("");
			HEADERS.forEach((name, value) -> assertThat(headers.get(name)).as(told).startsWith(value));
			assertThat(headers.get("content-security-policy")).as(told)
				.contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
				.doesNotContain("unsafe");
			assertThat(headers).as(told).doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
			if (!told.contains("200") || !headers.getOrDefault("content-type", "").matches("text/(css|javascript).*")) {
				assertThat(headers.get("cache-control")).as(told).isEqualTo("no-store");
			}
		}
		assertThat(answers).filteredOn((answer) -> answer.contains("<html"))
			.allSatisfy((answer) -> assertThat(answer).doesNotContain("nonce=\"null\""));
	}

	@Test
	@HostileCase("HDR-05")
	void aThousandAnswersHaveAThousandTokens() {
		Visitor stranger = this.visitors.stranger();
		Set<String> nonces = new HashSet<>();
		for (int i = 0; i < 1000; i++) {
			HttpResponse<String> answer = stranger.get((i % 4 == 0) ? "/login" : (i % 4 == 1) ? "/app.js" : "/members");
			String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
			String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
			assertThat(nonce).hasSize(22);
			if (answer.body().contains("<html")) {
				assertThat(answer.body()).contains("nonce=\"" + nonce + "\"");
			}
			nonces.add(nonce);
		}
		assertThat(nonces).hasSize(1000);
	}

	@Test
	@HostileCase("HDR-07")
	void anUnclearEndOfARequestIsRefusedAndClosed() throws IOException {
		String form = "Content-Type: application/x-www-form-urlencoded\r\n";
		String twoLengths = this.visitors.raw("POST /login HTTP/1.1\r\n" + LOCAL + form
				+ "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /app.css HTTP/1.1\r\n" + LOCAL
				+ CLOSE);
		String overflow = this.visitors.raw("POST /login HTTP/1.1\r\n" + LOCAL + form
				+ "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n");
		String old = this.visitors.raw("GET /login\r\n\r\n");
		String twoHosts = this.visitors.raw("GET /login HTTP/1.1\r\n" + LOCAL + LOCAL + CLOSE);
		String bareLineFeed = this.visitors
			.raw("GET /login HTTP/1.1\r\nHost: localhost\nX-A: b\r\nConnection: close\r\n\r\n");

		assertThat(twoLengths).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
		assertThat(overflow).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
		assertThat(old).doesNotContain("name=\"password\"");
		assertThat(twoHosts).startsWith("HTTP/1.1 400");
		// RFC 9112 lets a server take a bare line feed for the end of a line; what counts
		// is
		// that it ends a line and no request
		assertThat(bareLineFeed).containsOnlyOnce("HTTP/1.1 ");
	}

	@Test
	@HostileCase("MEM-14")
	void floodsOfParametersAreRefused() {
		Visitor officer = this.visitors.officer("cdcs.khdt.c01");
		String before = this.visitors.rows();
		String address = "/units/" + this.visitors.things().get("{A}") + "/members";
		String deep = "a" + "[a]".repeat(1000);

		assertThat(officer.postBody(address, "a=b&".repeat(20_000)).statusCode()).isEqualTo(400);
		assertThat(officer.postBody(address, "a=" + "b".repeat(3_000_000)).statusCode()).isEqualTo(413);
		assertThat(officer.postBody(address, multipart(21), "X-Multipart", "21").statusCode()).isIn(400, 403, 413);
		assertThat(officer.post(address, Map.of("members[999999999].name", "x", deep, "x")).statusCode())
			.isEqualTo(422);
		assertThat(this.visitors.rows()).isEqualTo(before);
	}

	@Test
	void aListInAFormDoesNotGrowToATypedIndex() {
		Visitor admin = this.visitors.officer("quantri.khdt");
		String draft = this.visitors.owner()
			.sql("""
					select p.id from pledge p join unit_version v on v.unit_id = p.unit_id
					where p.unit_id = (select path[1] from unit_version where unit_id = cast(? as uuid) limit 1) limit 1""")
			.param(this.visitors.things().get("{A}"))
			.query(String.class)
			.single();
		for (String name : List.of("targets[999999999].text", "targets[256].text", "points[2147483648].heading",
				"parties[-1].name", "class.module.classLoader.x", "targets[0].class.name", "title.id",
				"targets[0].text.id")) {
			HttpResponse<String> answer = admin.post("/pledges/" + draft,
					Map.of("version", "0", "title", "x", name, "x"));
			assertThat(answer.statusCode()).as(name).isIn(400, 403, 409, 422);
			assertThat(HostileInputTests.LEAK.matcher(answer.body()).find()).as(name).isFalse();
		}
	}

	@Test
	void onlyOurOwnFormsWrite() {
		Visitor officer = this.visitors.officer("cdcs.khdt.c01");
		String before = this.visitors.rows();
		String address = "/units/" + this.visitors.things().get("{A}") + "/members";
		String token = officer.readToken(address);
		for (String type : List.of("application/json", "text/plain", "application/xml", "text/x-gwt-rpc")) {
			assertThat(officer
				.send(officer.request(address, "X-CSRF-TOKEN", token, "Content-Type", type)
					.POST(BodyPublishers.ofString("{\"fullName\":\"x\"}"))
					.build())
				.statusCode()).as(type).isEqualTo(415);
		}
		assertThat(officer.post(address, Map.of("fullName", "x"), "Origin", "https://evil.example").statusCode())
			.isEqualTo(403);
		assertThat(officer.post(address, Map.of("fullName", "x"), "Sec-Fetch-Site", "cross-site").statusCode())
			.isEqualTo(403);
		for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "PROPFIND")) {
			assertThat(officer
				.send(officer.request(address, "X-CSRF-TOKEN", token).method(method, BodyPublishers.noBody()).build())
				.statusCode()).as(method).isIn(400, 403, 405);
		}
		assertThat(officer
			.post("/units/" + this.visitors.things().get("{A}") + "/members",
					Map.of("_method", "DELETE", "fullName", "x"))
			.statusCode()).isEqualTo(422);
		assertThat(this.visitors.rows()).isEqualTo(before);
	}

	private static String multipart(int parts) {
		return IntStream.range(0, parts)
			.mapToObj((n) -> "--x\r\nContent-Disposition: form-data; name=\"a" + n + "\"\r\n\r\nb\r\n")
			.collect(Collectors.joining()) + "--x--\r\n";
	}

	private static Map<String, String> headers(String answer) {
		return answer.substring(0, answer.indexOf("\r\n\r\n"))
			.lines()
			.skip(1)
			.collect(Collectors.toMap((line) -> line.split(":", 2)[0].toLowerCase(java.util.Locale.ROOT),
					(line) -> line.split(":", 2)[1].strip(), (a, b) -> a + b));
	}

}
