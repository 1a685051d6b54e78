package unionbook;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** More than one may ask for, and a server without its database. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class LoadCasesTests {

	@Autowired
	private Visitors visitors;

	@Autowired
	private DataSource pool;

	@Test
	@HostileCase("ROS-12")
	void whoCopiesTheBookPageByPageIsStoppedAndTold() {
		Visitor officer = this.visitors.another("cdcs.bct.c01");
		long told = this.visitors.audited("account.bulk-read");
		HttpResponse<String> answer = officer.get("/statistics/gender");
		int shown = 0;
		// a minute that began with an earlier page may end on the way, so two of them may
		// be used up
		while (answer.statusCode() == 200 && shown <= 2 * 300) {
			shown++;
			answer = officer.get("/statistics/gender?size=" + shown);
		}

		assertThat(shown).isLessThanOrEqualTo(2 * 300);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
		assertThat(answer.body()).contains("Quá nhiều yêu cầu trong thời gian ngắn");
		assertThat(this.visitors.audited("account.bulk-read")).isEqualTo(told + 1);
	}

	@Test
	@HostileCase("EXP-05")
	void exportsAtOnceAreFew() throws Exception {
		Visitor admin = this.visitors.another("canbo.khdt");
		Callable<Integer> export = () -> admin.get("/members.xlsx").statusCode();
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
			for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(20, export))) {
				statuses.add(answer.get());
			}
		}
		assertThat(statuses).containsOnly(200, 429);
		assertThat(admin.get("/members.csv").statusCode()).as("room again").isEqualTo(200);
	}

	@Test
	@HostileCase("FLT-04")
	void withoutConnectionsOneIsToldSoonAndServedAgainSoon() throws Exception {
		Visitor officer = this.visitors.another("canbo.khdt");
		Visitor stranger = this.visitors.stranger();
		stranger.readToken("/login");
		List<Connection> held = new ArrayList<>();
		try {
			for (int i = 0; i < 10; i++) {
				held.add(this.pool.getConnection());
			}
			List<Callable<HttpResponse<String>>> requests = new ArrayList<>(
					Collections.nCopies(60, () -> officer.get("/members")));
			requests.add(() -> stranger.signIn("khach.khdt", Officers.PASSWORD));
			requests.add(() -> officer.post("/members/" + java.util.UUID.randomUUID(), java.util.Map.of()));
			long start = System.nanoTime();
			try (ExecutorService threads = Executors.newFixedThreadPool(62)) {
				for (Future<HttpResponse<String>> answer : threads.invokeAll(requests)) {
					assertThat(answer.get().statusCode()).isEqualTo(503);
					assertThat(answer.get().headers().firstValue("Retry-After")).contains("5");
					assertThat(answer.get().body()).contains("Chờ ít phút rồi tải lại trang");
				}
			}
			Duration waited = Duration.ofNanos(System.nanoTime() - start);
			System.out.println("FLT-04: 62 requests without a connection were told after " + waited.toMillis() + " ms");
			assertThat(waited).isLessThan(Duration.ofMillis(3500));
		}
		finally {
			for (Connection connection : held) {
				connection.close();
			}
		}
		long start = System.nanoTime();
		assertThat(officer.get("/members").statusCode()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	@HostileCase("HDR-10")
	void slowRequestsKeepNobodyElseWaiting(CapturedOutput log) throws IOException {
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < 200; i++) {
				Socket socket = new Socket("127.0.0.1", this.visitors.port());
				slow.add(socket);
				String begun = (i % 2 == 0) ? "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
						: "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
								+ "Content-Length: 1000\r\n\r\na=";
				socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
				socket.getOutputStream().flush();
			}
			Visitor other = this.visitors.stranger();
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				long start = System.nanoTime();
				assertThat(other.get("/login").statusCode()).isEqualTo(200);
				times.add((System.nanoTime() - start) / 1_000_000);
			}
			Collections.sort(times);
			System.out.println("HDR-10: p95 beside 200 slow requests: " + times.get(37) + " ms");
			assertThat(times.get(37)).isLessThan(1000);
			for (Socket socket : slow) {
				socket.setSoTimeout(15_000);
				String end = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				assertThat(end).doesNotContain("HTTP/1.1 200").doesNotContain("HTTP/1.1 500");
			}
			assertThat(log.getAll()).as("no trace for each of them in the log")
				.doesNotContain("after the response has been");
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

}
