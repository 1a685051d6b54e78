package unionbook;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends the hostile inputs of the list to a running server. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTests {

	/** What an answer never tells: traces, SQL, names of classes, paths of the server. */
	static final Pattern LEAK = Pattern.compile(
			"""
					Exception|\\bat (?:java|jakarta|org|unionbook)\\.|SQLSTATE|ERROR: |\\bselect .{1,80} from |org\\.(?:spring|postgres\
					|hibernate|apache)|\\.java:|\\.class\\b|/(?:root|home|usr|var|tmp)/""",
			Pattern.CASE_INSENSITIVE);

	private final HostileInputs list = new HostileInputs();

	@Autowired
	private Visitors visitors;

	private Map<String, String> things;

	@BeforeAll
	void findThings() {
		this.things = this.visitors.things();
	}

	@TestFactory
	Stream<DynamicTest> everyCaseIsAnsweredAsWritten() {
		return this.list.cases()
			.stream()
			.filter(HostileInputs.Case::sent)
			.map((hostile) -> DynamicTest.dynamicTest(hostile.toString(), () -> judge(hostile)));
	}

	private void judge(HostileInputs.Case hostile) {
		String account = this.list.account(hostile);
		String action = hostile.text("audit");
		String before = this.visitors.rows();
		for (Map.Entry<String, Sending> request : requests(hostile).entrySet()) {
			Visitor actor = account.isEmpty() ? this.visitors.stranger() : this.visitors.officer(account);
			if (account.isEmpty()) {
				actor.readToken("/login");
			}
			long audited = action.isEmpty() ? 0 : this.visitors.audited(action);
			long start = System.nanoTime();
			HttpResponse<String> answer = request.getValue().by(actor);
			Duration time = Duration.ofNanos(System.nanoTime() - start);

			String told = request.getKey() + " → " + answer.statusCode();
			assertThat(hostile.statuses()).as(told).contains(answer.statusCode());
			String body = answer.body();
			assertThat(LEAK.matcher(body.replace(request.getKey(), "")).results().map(Object::toString)).as(told)
				.isEmpty();
			hostile.texts("says").forEach((text) -> assertThat(body).as(told).contains(text));
			hostile.texts("hides").forEach((text) -> assertThat(body).as(told).doesNotContain(filled(text)));
			hostile.texts("no-header")
				.forEach((name) -> assertThat(answer.headers().firstValue(name)).as(told).isEmpty());
			if (!hostile.text("location").isEmpty()) {
				assertThat(actor.location(answer)).as(told).isEqualTo(hostile.text("location"));
			}
			if (!hostile.text("within").isEmpty()) {
				assertThat(time).as(told).isLessThan(Duration.ofMillis(Long.parseLong(hostile.text("within"))));
			}
			if (!action.isEmpty()) {
				assertThat(this.visitors.audited(action)).as(told).isEqualTo(audited + 1);
			}
		}
		assertThat(this.visitors.rows()).as("the stored rows after %s", hostile.id()).isEqualTo(before);
	}

	private Map<String, Sending> requests(HostileInputs.Case hostile) {
		Map<String, Sending> requests = new LinkedHashMap<>();
		hostile.texts("raw").forEach((raw) -> {
			String address = filled(raw);
			requests.put(address, (actor) -> actor.get(address));
		});
		String post = filled(hostile.text("post"));
		String get = filled(hostile.text("get"));
		if (!post.isEmpty() || !get.isEmpty()) {
			for (Map<String, String> parameters : new ArrayList<>(hostile.parameters())) {
				parameters.replaceAll((name, value) -> filled(value));
				requests.put((post + get) + " " + parameters,
						(actor) -> post.isEmpty() ? actor.get(get, parameters) : actor.post(post, parameters));
			}
		}
		return requests;
	}

	private String filled(String text) {
		String filled = text;
		for (Map.Entry<String, String> thing : this.things.entrySet()) {
			filled = filled.replace(thing.getKey(), thing.getValue());
		}
		return filled;
	}

	/** One request. */
	private interface Sending {

		HttpResponse<String> by(Visitor actor);

	}

	/** The cases that are sent as they stand. */
	static List<String> sent() {
		return new HostileInputs().cases()
			.stream()
			.filter(HostileInputs.Case::sent)
			.map(HostileInputs.Case::id)
			.toList();
	}

}
