package unionbook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The demonstration officers, signed in through the real form. */
@TestComponent
public class Officers {

	public static final String PASSWORD = "unionbook-demo-2026";

	private final MockMvcTester pages;

	private final Map<String, MockHttpSession> sessions = new ConcurrentHashMap<>();

	Officers(MockMvc mockMvc) {
		this.pages = MockMvcTester.create(mockMvc);
	}

	/** Opens a page as an officer. */
	public MvcTestResult get(String username, String address) {
		return this.pages.get().uri(address).session(session(username)).exchange();
	}

	/** Opens a page that must be there and reads it. */
	public Document page(String username, String address) {
		MvcTestResult result = get(username, address);
		assertThat(result).as("%s reads %s", username, address).hasStatusOk();
		return read(result);
	}

	/** Sends a form as an officer: names and values in turn. */
	public MvcTestResult post(String username, String address, String... parameters) {
		var request = this.pages.post().uri(address).session(session(username)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	/** Sends a file with a form as an officer: names and values in turn. */
	public MvcTestResult upload(String username, String address, String name, byte[] content, String... parameters) {
		var request = this.pages.post()
			.uri(address)
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content))
			.session(session(username))
			.with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	/** Sends any method, with the token where one is wanted. */
	public MvcTestResult send(String username, HttpMethod method, String address) {
		return this.pages.method(method).uri(address).session(session(username)).with(csrf()).exchange();
	}

	/** Sends a request without having signed in. */
	public MvcTestResult anonymous(HttpMethod method, String address) {
		return this.pages.method(method).uri(address).with(csrf()).exchange();
	}

	/** The page as a reader's browser understands it. */
	public static Document read(MvcTestResult result) {
		return Jsoup.parse(new String(result.getMvcResult().getResponse().getContentAsByteArray(),
				java.nio.charset.StandardCharsets.UTF_8));
	}

	/** The session of an officer. */
	MockHttpSession session(String username) {
		return this.sessions.computeIfAbsent(username, (name) -> {
			MvcTestResult result = this.pages.post()
				.uri("/login")
				.param("username", name)
				.param("password", PASSWORD)
				.with(csrf())
				.exchange();
			assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/");
			return (MockHttpSession) java.util.Objects.requireNonNull(result.getRequest().getSession(false));
		});
	}

}
