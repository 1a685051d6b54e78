package unionbook.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever grants an account holds: the reach is what they say and no more, no right goes
 * further than a grant that carries it, and both walls agree.
 */
class ReachTests {

	/** Two ministries, each with four unions, the first of them with two sections. */
	private static final List<UnitId> UNITS = new ArrayList<>();

	private static final List<List<UnitId>> PATHS = new ArrayList<>();

	private static JdbcClient application;

	private static TransactionTemplate transaction;

	@BeforeContainer
	static void organisation() {
		TestDatabase database = TestDatabase.fresh();
		application = JdbcClient.create(database.application());
		JdbcClient owner = JdbcClient.create(database.owner());
		for (int ministry = 0; ministry < 2; ministry++) {
			List<UnitId> top = unit(owner, List.of());
			for (int union = 0; union < 4; union++) {
				List<UnitId> path = unit(owner, top);
				for (int section = 0; section < ((union == 0) ? 2 : 0); section++) {
					unit(owner, path);
				}
			}
		}
		var source = new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection(database), true);
		application = JdbcClient.create(source);
		transaction = new TransactionTemplate(new JdbcTransactionManager(source));
	}

	@Property(tries = 300)
	void aReachIsWhatTheGrantsSayAndBothWallsAgree(@ForAll("grants") List<Grant> grants) {
		Set<UUID> said = new HashSet<>();
		grants.forEach((grant) -> said.addAll(under(grant)));

		as(grants, (reach) -> {
			Set<UUID> service = Set.copyOf(Arrays.asList(reach.units()));
			Set<UUID> database = Set.copyOf(application.sql("select unnest(reached_units())").query(UUID.class).list());
			assertThat(service).isEqualTo(said).isEqualTo(database);
			for (UnitId unit : UNITS) {
				assertThat(reach.reaches(unit)).isEqualTo(said.contains(unit.value()));
			}
		});
	}

	@Property(tries = 300)
	void noRightGoesFurtherThanAGrantThatCarriesIt(@ForAll("grants") List<Grant> grants, @ForAll Right right) {
		Set<UUID> said = grants.stream()
			.filter((grant) -> grant.role().carries(right))
			.flatMap((grant) -> under(grant).stream())
			.collect(Collectors.toSet());

		as(grants, (reach) -> {
			for (UnitId unit : UNITS) {
				assertThat(reach.may(right, unit)).isEqualTo(said.contains(unit.value()));
				assertThat(reach.may(right, unit) && !reach.reaches(unit)).isFalse();
			}
		});
	}

	@Property(tries = 200)
	void fewerGrantsNeverReachFurther(@ForAll("grants") List<Grant> grants) {
		as(grants, (reach) -> {
			Set<UUID> all = Set.copyOf(Arrays.asList(reach.units()));
			for (int left = 0; left < grants.size(); left++) {
				List<Grant> fewer = new ArrayList<>(grants);
				fewer.remove(left);
				assertThat(all).containsAll(CurrentActor.runAs(actor(fewer), () -> Arrays.asList(reach.units())));
			}
		});
	}

	@Provide
	Arbitrary<List<Grant>> grants() {
		Arbitrary<Grant> grant = Combinators
			.combine(Arbitraries.of(Role.values()).filter((role) -> role != Role.OPERATOR),
					Arbitraries.integers().between(0, 13), Arbitraries.of(true, false))
			.as((role, unit, subtree) -> new Grant(role, UNITS.get(unit), subtree));
		Arbitrary<Grant> operator = Arbitraries.just(new Grant(Role.OPERATOR, null, false));
		return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, grant), net.jqwik.api.Tuple.of(1, operator))
			.list()
			.ofMaxSize(4);
	}

	private static void as(List<Grant> grants, java.util.function.Consumer<Reach> work) {
		CurrentActor.runAs(actor(grants), () -> {
			transaction.executeWithoutResult((status) -> {
				application.sql("select set_config('app.roots', ?, true), set_config('app.singles', ?, true)")
					.params(ids(grants, true), ids(grants, false))
					.query()
					.listOfRows();
				work.accept(new Reach(application, new DayClock(Clock.systemUTC())));
			});
			return "";
		});
	}

	private static Actor actor(List<Grant> grants) {
		return new Actor(AccountId.next(), "test", "Test", grants);
	}

	/** What a grant says: its unit, and with the subtree all units it stands above. */
	private static Set<UUID> under(Grant grant) {
		return PATHS.stream()
			.filter((path) -> grant.unit() != null
					&& (grant.subtree() ? path.contains(grant.unit()) : path.getLast().equals(grant.unit())))
			.map((path) -> path.getLast().value())
			.collect(Collectors.toSet());
	}

	private static String ids(List<Grant> grants, boolean subtree) {
		return grants.stream()
			.filter((grant) -> grant.unit() != null && grant.subtree() == subtree)
			.map((grant) -> String.valueOf(grant.unit()))
			.collect(Collectors.joining(","));
	}

	private static List<UnitId> unit(JdbcClient owner, List<UnitId> above) {
		List<UnitId> path = new ArrayList<>(above);
		UnitId unit = UnitId.next();
		path.add(unit);
		UNITS.add(unit);
		PATHS.add(path);
		owner.sql("insert into unit (id) values (?)").param(unit.value()).update();
		path.forEach((root) -> owner.sql("insert into unit_reach (root_id, unit_id) values (?, ?)")
			.params(root.value(), unit.value())
			.update());
		return path;
	}

	private static java.sql.Connection connection(TestDatabase database) {
		try {
			return database.application().getConnection();
		}
		catch (java.sql.SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
