package unionbook.access;

import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A production installation begins with a link that makes its first administrator, once.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestDatabaseConfiguration.class)
@ExtendWith(OutputCaptureExtension.class)
class SetupTests {

	private static final String PASSWORD = "một câu thật dài để nhớ";

	private final MockMvcTester pages;

	private final SetupLink link;

	private final TestDatabase database;

	@Autowired
	SetupTests(MockMvc mockMvc, SetupLink link, TestDatabase database) {
		this.pages = MockMvcTester.create(mockMvc);
		this.link = link;
		this.database = database;
	}

	@Test
	void theLinkMakesOneAdministratorAndNeverAnother(CapturedOutput log) {
		assertThat(count("account")).isZero();
		this.link.print();
		String address = Pattern.compile("/setup/[\\w-]+").matcher(log).results().toList().getLast().group();

		assertThat(this.pages.get().uri("/setup/guessed")).hasStatus(404);
		assertThat(this.pages.get().uri(address)).hasStatusOk();
		MvcTestResult tooShort = send(address, "short");
		assertThat(tooShort).hasStatus(422);
		assertThat(Jsoup.parse(body(tooShort)).select("#errors a")).hasSize(1);
		assertThat(count("account")).isZero();

		assertThat(send(address, PASSWORD)).hasStatus3xxRedirection().hasRedirectedUrl("/login");

		assertThat(count("account")).isOne();
		assertThat(count("unit")).isOne();
		assertThat(this.pages.get().uri(address)).hasStatus(404);
		assertThat(send(address, PASSWORD)).hasStatus(404);
		assertThat(
				this.pages.post().uri("/login").param("username", "Quantri").param("password", PASSWORD).with(csrf()))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl("/");
		assertThat(this.pages.post().uri("/login").param("username", "quantri").param("password", "x").with(csrf()))
			.hasRedirectedUrl("/login?error");
	}

	private MvcTestResult send(String address, String password) {
		return this.pages.post()
			.uri(address)
			.param("unitName", "Công đoàn Bộ Nội vụ")
			.param("unitCode", "BNV")
			.param("foundedOn", "1/1/1995")
			.param("displayName", "Quản trị")
			.param("username", "quantri")
			.param("password", password)
			.param("passwordAgain", password)
			.with(csrf())
			.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private long count(String table) {
		return JdbcClient.create(this.database.owner()).sql("select count(*) from " + table).query(Long.class).single();
	}

}
