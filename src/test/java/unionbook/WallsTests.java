package unionbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first wall: every address with an id answers 404 to everybody whose grants do not
 * reach the thing.
 */
@DemonstrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsTests {

	private static final List<String> STRANGERS = List.of("quantri.khdt", "canbo.khdt", "cdcs.khdt.c01", "khach.khdt",
			"vanhanh");

	/**
	 * Addresses whose variable part names no thing of a unit: the format of a file, a
	 * kind of task, the setup link.
	 */
	private static final Pattern WITHOUT_ID = Pattern
		.compile("/[a-z/]+\\.\\{(?:format|extension)[^}]*}|/tasks/\\{task}|/setup/\\{token}");

	@Autowired
	private Officers officers;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping router;

	@Autowired
	private TestDatabase database;

	private Things foreign;

	private Things sibling;

	@BeforeAll
	void findThings() {
		this.foreign = Things.of(this.database, "BCT", "C02");
		this.sibling = Things.of(this.database, "KHDT", "C02");
	}

	@TestFactory
	List<DynamicTest> everyRouteHidesAnotherMinistry() {
		List<DynamicTest> tests = new ArrayList<>();
		for (Route route : routes()) {
			for (String stranger : STRANGERS) {
				tests.add(DynamicTest.dynamicTest(stranger + " " + route.method() + " " + route.pattern(),
						() -> hides(stranger, route, this.foreign)));
			}
		}
		return tests;
	}

	@TestFactory
	List<DynamicTest> everyRouteHidesASiblingUnitFromAnOfficerOfOneUnit() {
		return routes().stream()
			.map((route) -> DynamicTest.dynamicTest(route.method() + " " + route.pattern(),
					() -> hides("cdcs.khdt.c01", route, this.sibling)))
			.toList();
	}

	@TestFactory
	List<DynamicTest> nobodyReadsWithoutSigningIn() {
		return routes().stream().map((route) -> DynamicTest.dynamicTest(route.method() + " " + route.pattern(), () -> {
			String answer = this.officers.anonymous(route.method(), route.address(this.foreign))
				.getResponse()
				.getRedirectedUrl();
			assertThat(answer).isEqualTo("/login");
		})).toList();
	}

	@HostileCase({ "IDR-01", "IDR-04", "IDR-12" })
	@Test
	void aForeignThingLooksLikeNothing() {
		Things nothing = this.foreign.withRandomIds();
		for (Route route : routes()) {
			if (route.method() == HttpMethod.GET) {
				assertThat(text(this.officers.get("canbo.khdt", route.address(this.foreign)), this.foreign))
					.isEqualTo(text(this.officers.get("canbo.khdt", route.address(nothing)), nothing));
			}
		}
	}

	@Test
	void theRouterHasRoutesToWalk() {
		assertThat(routes()).hasSizeGreaterThan(15);
	}

	private void hides(String stranger, Route route, Things things) {
		MvcTestResult result = this.officers.send(stranger, route.method(), route.address(things));
		assertThat(result).hasStatus(404);
		String body = Officers.read(result).text();
		assertThat(body).doesNotContain(things.memberName()).doesNotContain(things.unitName());
	}

	/**
	 * The words of an answer without what differs by design: the code of the request and
	 * the address itself.
	 */
	private static String text(MvcTestResult result, Things things) {
		assertThat(result).hasStatus(404);
		String html = Officers.read(result).html();
		for (UUID id : things.ids()) {
			html = html.replace(id.toString(), "ID");
		}
		return html.replaceAll("nonce=\"[^\"]*\"", "")
			.replaceAll("\\b[2-9A-HJKMNP-Z]{8}\\b", "CODE")
			.replaceAll("name=\"_csrf\" (content|value)=\"[^\"]*\"", "");
	}

	private Set<Route> routes() {
		Set<Route> routes = new TreeSet<>();
		for (RequestMappingInfo info : this.router.getHandlerMethods().keySet()) {
			for (String pattern : info.getPatternValues()) {
				for (RequestMethod method : info.getMethodsCondition().getMethods()) {
					if (pattern.contains("{") && !WITHOUT_ID.matcher(pattern).matches()) {
						routes.add(new Route(method.asHttpMethod(), pattern));
					}
				}
			}
		}
		return routes;
	}

	private record Route(HttpMethod method, String pattern) implements Comparable<Route> {

		String address(Things things) {
			String address = this.pattern.replaceAll("\\{(?:format|extension)[^}]*}", "csv");
			UUID id = address.startsWith("/units/") ? things.unit()
					: address.startsWith("/members/") ? things.member()
							: address.startsWith("/pledges/") ? things.pledge() : address.startsWith("/imports/")
									? things.run() : address.startsWith("/committees/") ? things.term()
											: address.startsWith("/reorganisations/") ? things.reorganisation() : null;
			assertThat(id).as("a thing for %s: teach this test the new kind of address", this.pattern).isNotNull();
			return address.replaceAll("\\{[^}]+}", String.valueOf(id));
		}

		@Override
		public int compareTo(Route other) {
			return (this.pattern + this.method).compareTo(other.pattern + other.method);
		}

	}

	/**
	 * A unit, a member of it, its pledge, a list of its people that is being checked, a
	 * term of its committee, a draft about it.
	 */
	record Things(UUID unit, UUID member, UUID pledge, UUID run, UUID term, UUID reorganisation, String unitName,
			String memberName) {

		static Things of(TestDatabase database, String ministry, String code) {
			Things things = found(database, ministry, code);
			org.springframework.jdbc.core.simple.JdbcClient.create(database.owner())
				.sql("""
						insert into import_run (id, unit_id, actor, file_name, file_size, status, sheets, recognised)
						values (?, ?, ?, ?, 1, 'FAILED', '{}', '{"sheet": 0, "headerFirst": 1, "headerLast": 1,
							"layout": "GENDER_COLUMN", "columns": [], "encoding": "", "sampleNames": [], "notes": []}')""")
				.params(things.run(), things.unit(), things.memberName(), things.memberName())
				.update();
			org.springframework.jdbc.core.simple.JdbcClient.create(database.owner())
				.sql("insert into reorganisation (id, unit_id, kind, decision_number) values (?, ?, 'END', ?)")
				.params(things.reorganisation(), things.unit(), things.memberName())
				.update();
			return things;
		}

		private static Things found(TestDatabase database, String ministry, String code) {
			return org.springframework.jdbc.core.simple.JdbcClient.create(database.owner())
				.sql("""
						select v.unit_id as unit, m.member_id as member, p.id as pledge, uuidv7() as run,
							(select t.id from committee_term t where t.unit_id = v.unit_id limit 1) as term, uuidv7() as reorganisation,
							v.name as unit_name, m.full_name as member_name
						from unit_version v
						join unit_version top on top.unit_id = v.path[1] and top.code = ?
						join membership m on m.unit_id = v.unit_id and upper_inf(m.period)
						join pledge p on p.unit_id = case when ? = 'BCT' then v.unit_id else top.unit_id end
						where v.code = ? order by length(m.full_name) desc, m.member_id limit 1""")
				.params(ministry, ministry, code)
				.query(Things.class)
				.single();
		}

		Things withRandomIds() {
			return new Things(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
					UUID.randomUUID(), UUID.randomUUID(), this.unitName, this.memberName);
		}

		List<UUID> ids() {
			return List.of(this.unit, this.member, this.pledge, this.run, this.term, this.reorganisation);
		}

	}

}
