package unionbook.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** An officer at a browser: signs in through the form and keeps the cookies. */
final class Session {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	private final URI address;

	private String token = "";

	Session(URI address) {
		this.address = address;
	}

	static Session signedIn(URI address, String username, String password) {
		Session session = new Session(address);
		session.signIn(username, password);
		return session;
	}

	void signIn(String username, String password) {
		get("/login");
		Answer answer = post("/login", Map.of("username", username, "password", password));
		if (answer.status() != 302 || answer.location().contains("error")) {
			throw new IllegalStateException("not signed in: " + answer.status() + " " + answer.location());
		}
		get("/");
	}

	/** Asks for a page and remembers the token of its forms. */
	Answer get(String path) {
		return sent(request(path).GET().build());
	}

	/** Sends a form with the token of the last page that had one. */
	Answer post(String path, Map<String, String> form) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(this.token, StandardCharsets.UTF_8)));
		return sent(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	/**
	 * Reads a download to its end and keeps nothing of it.
	 * @return how many bytes came
	 */
	long download(String path) {
		try (InputStream body = this.client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
			.body()) {
			return body.transferTo(java.io.OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.address.resolve(path))
			.timeout(Duration.ofMinutes(5))
			.header("Accept", "text/html")
			.header("Accept-Encoding", "gzip");
		if (!this.cookies.isEmpty()) {
			request.header("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		return request;
	}

	private Answer sent(HttpRequest request) {
		try {
			HttpResponse<byte[]> response = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			response.headers().allValues("Set-Cookie").forEach((cookie) -> {
				String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
				this.cookies.put(pair[0], pair[1]);
			});
			boolean zipped = response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
			String body = new String(zipped ? unzipped(response.body()) : response.body(), StandardCharsets.UTF_8);
			Matcher form = TOKEN.matcher(body);
			if (form.find()) {
				this.token = form.group(1);
			}
			return new Answer(response.statusCode(), response.headers().firstValue("Location").orElse(""), body,
					response.body().length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] unzipped(byte[] body) throws IOException {
		try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
			return plain.readAllBytes();
		}
	}

	/**
	 * What came back.
	 *
	 * @param location where a redirect leads, or empty
	 * @param sent the bytes on the wire
	 */
	record Answer(int status, String location, String body, int sent) {

		int rows() {
			return this.body.split("<tr", -1).length - 2;
		}

	}

}
