package unionbook;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each form sent as it stands, with every property of every stored thing added that the
 * form does not have: nothing but what the form itself says is changed.
 */
@DemonstrationTest
class MassAssignmentTests {

	private static final Set<String> PROPERTIES = properties();

	@Autowired
	private Officers officers;

	@Autowired
	private TestDatabase database;

	@TestFactory
	@HostileCase("MEM-02")
	Stream<DynamicTest> fieldsAFormDoesNotHaveChangeNothing() {
		WallsTests.Things own = WallsTests.Things.of(this.database, "KHDT", "C01");
		return Stream
			.of("/members/" + own.member() + "/edit", "/units/" + own.unit() + "/edit",
					"/units/" + own.unit() + "/members/new", "/members/" + own.member() + "/transfers/new",
					"/members/" + own.member() + "/leaving", "/units/" + own.unit() + "/units/new", "/pledges/new",
					"/pledges/" + own.pledge() + "/edit", "/pledges/" + own.pledge() + "/results")
			.map((page) -> DynamicTest.dynamicTest(page.replaceAll("[0-9a-f-]{36}", "{id}"),
					() -> changesNothing(page)));
	}

	private void changesNothing(String page) {
		List<String> plain = fields(page);
		if (plain.isEmpty()) {
			return;
		}
		assertThat(send(page, plain)).as("%s as it stands", page).isIn(200, 302, 303, 409, 422);
		List<String> more = fields(page);
		if (more.isEmpty()) {
			return;
		}
		Set<String> extra = new TreeSet<>(PROPERTIES);
		extra.removeAll(more);
		assertThat(extra).hasSizeGreaterThan(100);
		extra.forEach((name) -> more.addAll(List.of(name, "7")));
		String before = rows();

		assertThat(send(page, more)).as("%s with more", page).isIn(200, 302, 303, 400, 409, 422);
		assertThat(rows()).as(page).isEqualTo(before);
	}

	/** The form of a page as a browser sends it, none where the page has none now. */
	private List<String> fields(String page) {
		MvcTestResult shown = this.officers.get("quantri.khdt", page);
		List<String> fields = new ArrayList<>();
		Officers.read(shown).select("main form[method=post]").forms().stream().limit(1).forEach((form) -> {
			fields.add(form.attr("action"));
			form.formData().forEach((field) -> fields.addAll(List.of(field.key(), field.value())));
		});
		return fields;
	}

	private int send(String page, List<String> fields) {
		return this.officers
			.post("quantri.khdt", fields.getFirst(), fields.subList(1, fields.size()).toArray(String[]::new))
			.getResponse()
			.getStatus();
	}

	/**
	 * The properties of all entities, alone and under the usual prefixes, and a few
	 * classics.
	 */
	private static Set<String> properties() {
		Set<String> names = new TreeSet<>(Set.of("role", "createdBy", "deleted", "admin", "unit.id", "class.name",
				"unit.ministry.id", "account.role", "grants[0].role", "_method", "disabledAt", "passwordHash"));
		new ClassFileImporter().importPackages("unionbook")
			.stream()
			.filter((type) -> type.isAnnotatedWith(Entity.class)
					|| type.isAnnotatedWith("jakarta.persistence.Embeddable"))
			.map(JavaClass::reflect)
			.flatMap((type) -> Stream.of(type.getDeclaredFields()))
			.map(Field::getName)
			.forEach((name) -> names.addAll(List.of(name, "member." + name, "entity." + name, name + ".id")));
		// the frame of every page reads these
		names.removeAll(List.of("asOf", "lang", "theme"));
		return names;
	}

	/** What stands in the tables apart from counters of versions. */
	private String rows() {
		StringBuilder rows = new StringBuilder();
		for (String table : List.of("unit", "unit_version", "member", "membership", "movement", "pledge",
				"pledge_party", "pledge_point", "pledge_target", "target_result", "account", "access_grant")) {
			rows.append(table)
				.append(JdbcClient.create(this.database.owner())
					.sql("""
							select coalesce(md5(string_agg(row, '' order by row)), '') from (
								select (to_jsonb(t) - 'version' - 'updated_at' - 'id')::text as row from %s t) r"""
						.formatted(table))
					.query(String.class)
					.single())
				.append('\n');
		}
		return rows.toString();
	}

}
