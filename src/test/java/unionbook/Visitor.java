package unionbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody at a browser of their own, talking to a running server. */
final class Visitor {

	private final HttpClient http;

	private final CookieManager cookies = new CookieManager();

	private final String origin;

	private String token = "";

	Visitor(int port) {
		this.origin = "http://localhost:" + port;
		this.http = HttpClient.newBuilder()
			.cookieHandler(this.cookies)
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(10))
			.build();
	}

	/** Signs in through the form; the answer leads home where that was right. */
	HttpResponse<String> signIn(String username, String password) {
		readToken("/login");
		HttpResponse<String> answer = post("/login", Map.of("username", username, "password", password));
		if ("/".equals(location(answer))) {
			readToken("/members");
		}
		return answer;
	}

	HttpResponse<String> get(String address, String... headers) {
		return send(request(address, headers).GET().build());
	}

	HttpResponse<String> get(String address, Map<String, String> parameters) {
		return get(parameters.isEmpty() ? address : address + "?" + form(parameters));
	}

	/** Sends a form with its token. */
	HttpResponse<String> post(String address, Map<String, String> parameters, String... headers) {
		return postBody(address, form(parameters) + "&_csrf=" + form(this.token), headers);
	}

	/** Sends a body as it stands. */
	HttpResponse<String> postBody(String address, String body, String... headers) {
		return send(request(address, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	/** Reads the token that lets this visitor write. */
	String readToken(String address) {
		var page = Jsoup.parse(get(address).body());
		var token = page.selectFirst("input[name=_csrf]");
		assertThat(token).as("a token on %s", address).isNotNull();
		this.token = token.val();
		return this.token;
	}

	boolean signedIn() {
		return get("/statistics/gender").statusCode() == 200;
	}

	/** The cookies as a browser sends them. */
	String cookies() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	/** Where an answer leads, without the server's name. */
	String location(HttpResponse<?> answer) {
		return answer.headers().firstValue("Location").orElse("").replace(this.origin, "");
	}

	static String form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> form(entry.getKey()) + "=" + form(entry.getValue()))
			.collect(Collectors.joining("&"));
	}

	static String form(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	HttpRequest.Builder request(String address, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.origin + address));
		return ((headers.length > 0) ? request.headers(headers) : request).timeout(Duration.ofMinutes(2));
	}

}
