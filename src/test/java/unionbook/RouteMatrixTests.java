package unionbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every route of the router has a line here that says whose things it shows; a route
 * without one fails. Those with the id of a thing are walked by {@link WallsTests}, the
 * lists and totals here, and the token is asked of everything that writes.
 */
@DemonstrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTests {

	/** What a route shows, by its pattern; a longer beginning counts before a shorter. */
	private static final Map<String, Shows> LINES = Map.ofEntries(Map.entry("/", Shows.REACHED),
			Map.entry("/tasks/", Shows.REACHED), Map.entry("/members", Shows.REACHED),
			Map.entry("/members.", Shows.REACHED), Map.entry("/members/{id}", Shows.ONE_THING),
			Map.entry("/units", Shows.REACHED), Map.entry("/units.", Shows.REACHED),
			Map.entry("/units/{", Shows.ONE_THING), Map.entry("/units/import", Shows.NOTHING),
			Map.entry("/pledges", Shows.REACHED), Map.entry("/pledges.", Shows.REACHED),
			Map.entry("/pledges/new", Shows.REACHED), Map.entry("/pledges/{id}", Shows.ONE_THING),
			Map.entry("/statistics/", Shows.REACHED), Map.entry("/committees", Shows.REACHED),
			Map.entry("/committees/{id}", Shows.ONE_THING), Map.entry("/imports", Shows.REACHED),
			Map.entry("/imports/template.", Shows.NOTHING), Map.entry("/imports/{id}", Shows.ONE_THING),
			Map.entry("/audit", Shows.REACHED), Map.entry("/audit.", Shows.REACHED),
			Map.entry("/audit/", Shows.REACHED), Map.entry("/login", Shows.NOTHING),
			Map.entry("/reorganisations", Shows.REACHED), Map.entry("/reorganisations/new", Shows.REACHED),
			Map.entry("/reorganisations/{id}", Shows.ONE_THING), Map.entry("/setup/{token}", Shows.NOTHING),
			Map.entry("/error", Shows.NOTHING));

	private static final Set<String> EXACT = Set.of("/", "/members", "/units", "/units/import", "/pledges",
			"/pledges/new", "/committees", "/imports", "/reorganisations", "/reorganisations/new", "/audit", "/login",
			"/error");

	private static final List<String> ROLES = List.of("quantri.khdt", "canbo.khdt", "cdcs.khdt.c01", "khach.khdt",
			"vanhanh");

	@Autowired
	private Officers officers;

	@Autowired
	private MockMvc mockMvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping router;

	@Autowired
	private TestDatabase database;

	private WallsTests.Things foreign;

	private WallsTests.Things sibling;

	@BeforeAll
	void findThings() {
		this.foreign = WallsTests.Things.of(this.database, "BCT", "C02");
		this.sibling = WallsTests.Things.of(this.database, "KHDT", "C02");
	}

	@Test
	void everyRouteHasALine() {
		assertThat(withoutLine(routes().keySet())).as("say in this test what these routes show").isEmpty();
		long things = routes().keySet().stream().filter((pattern) -> line(pattern) == Shows.ONE_THING).count();
		long cells = routes().entrySet()
			.stream()
			.mapToLong((route) -> (long) route.getValue().size()
					* ((line(route.getKey()) == Shows.ONE_THING) ? ROLES.size() + 2 : ROLES.size()))
			.sum();
		System.out.printf("route matrix: %d routes (%d of one thing), %d cells of method, role and unit%n",
				routes().size(), things, cells);
	}

	@Test
	void aNewRouteWithoutALineIsFound() {
		assertThat(withoutLine(List.of("/audit-of-everybody", "/units/{id}", "/payments/{id}", "/members/all-of-them")))
			.containsExactly("/audit-of-everybody", "/members/all-of-them", "/payments/{id}");
	}

	@Test
	void routesReadByGetAndWriteByPostOnly() {
		this.router.getHandlerMethods().keySet().forEach((info) -> {
			if (!info.getPatternValues().contains("/error")) {
				assertThat(info.getMethodsCondition().getMethods()).as(info.toString())
					.hasSize(1)
					.containsAnyOf(RequestMethod.GET, RequestMethod.POST);
			}
		});
	}

	@TestFactory
	List<DynamicTest> listsAndTotalsShowNothingForeign() {
		List<DynamicTest> tests = new ArrayList<>();
		routes().forEach((pattern, methods) -> {
			if (line(pattern) == Shows.REACHED && methods.contains(HttpMethod.GET)) {
				for (String role : ROLES) {
					tests.add(DynamicTest.dynamicTest(role + " " + pattern, () -> showsNothingForeign(role, pattern)));
				}
			}
		});
		return tests;
	}

	@Test
	@HostileCase("IDR-14")
	void aForeignNameIsSearchedForAsANameNobodyHas() {
		for (String list : List.of("/members", "/members?gender=FEMALE&")) {
			String found = words(this.officers.get("cdcs.khdt.c01", list + (list.contains("?") ? "" : "?") + "q="
					+ Visitor.form(this.sibling.memberName()) + "&size=10"), this.sibling.memberName());
			String nobody = words(this.officers.get("cdcs.khdt.c01",
					list + (list.contains("?") ? "" : "?") + "q=" + Visitor.form("Khôngcó Aitên Nhưthế") + "&size=10"),
					"Khôngcó Aitên Nhưthế");
			assertThat(found).isEqualTo(nobody);
		}
	}

	@TestFactory
	List<DynamicTest> nothingIsWrittenWithoutTheSessionsOwnToken() {
		List<DynamicTest> tests = new ArrayList<>();
		Set<String> writing = new TreeSet<>(Set.of("/login", "/logout"));
		routes().forEach((pattern, methods) -> {
			if (methods.contains(HttpMethod.POST)) {
				writing.add(pattern);
			}
		});
		writing.forEach((pattern) -> tests.add(DynamicTest.dynamicTest("POST " + pattern, () -> {
			String address = pattern.replaceAll("\\{[^}]+}", this.sibling.unit().toString());
			MockMvcTester pages = MockMvcTester.create(this.mockMvc);
			assertThat(pages.post().uri(address).exchange()).as("no token").hasStatus(403);
			assertThat(pages.post().uri(address).with(csrf().useInvalidToken()).exchange()).as("a foreign token")
				.hasStatus(403);
			assertThat(pages.post()
				.uri(address)
				.session(this.officers.session("quantri.khdt"))
				.with(csrf().useInvalidToken())
				.exchange()).as("signed in, with a foreign token").hasStatus(403);
		})));
		return tests;
	}

	private void showsNothingForeign(String role, String pattern) {
		String address = pattern.replaceAll("\\{(?:format|extension)[^}]*}", "csv").replaceAll("\\{task}", "1");
		MvcTestResult result = this.officers.get(role, address);
		assertThat(result.getResponse().getStatus()).as(address).isIn(200, 302, 403, 404);
		String body = Officers.read(result).text();
		assertThat(body).doesNotContain(this.foreign.unitName());
		if ("cdcs.khdt.c01".equals(role) && !"/units".equals(pattern)) {
			assertThat(body).doesNotContain(this.sibling.memberName());
		}
		if ("vanhanh".equals(role)) {
			assertThat(body).doesNotContain(this.sibling.memberName(), this.sibling.unitName());
		}
	}

	private static String words(MvcTestResult result, String name) {
		assertThat(result).hasStatusOk();
		return Officers.read(result)
			.select("main")
			.html()
			.replace(name, "NAME")
			.replace(Visitor.form(name), "NAME")
			.replace(Visitor.form(name).replace("+", "%20"), "NAME")
			.replaceAll("q=[^&\"]*", "q=NAME");
	}

	private Map<String, Set<HttpMethod>> routes() {
		Map<String, Set<HttpMethod>> routes = new TreeMap<>();
		for (RequestMappingInfo info : this.router.getHandlerMethods().keySet()) {
			for (String pattern : info.getPatternValues()) {
				Set<HttpMethod> methods = routes.computeIfAbsent(pattern, (key) -> new java.util.HashSet<>());
				info.getMethodsCondition().getMethods().forEach((method) -> methods.add(method.asHttpMethod()));
			}
		}
		return routes;
	}

	private static List<String> withoutLine(Collection<String> patterns) {
		return patterns.stream().filter((pattern) -> line(pattern) == Shows.UNKNOWN).sorted().toList();
	}

	private static Shows line(String pattern) {
		return LINES.keySet()
			.stream()
			.filter((line) -> EXACT.contains(line) ? pattern.equals(line) : pattern.startsWith(line))
			.max(java.util.Comparator.comparingInt(String::length))
			.map(LINES::get)
			.orElse(Shows.UNKNOWN);
	}

	private enum Shows {

		/** One thing, named by its id: hidden from whoever does not reach it. */
		ONE_THING,

		/** What the reader reaches. */
		REACHED,

		/** Nothing of any unit. */
		NOTHING,

		UNKNOWN

	}

}
