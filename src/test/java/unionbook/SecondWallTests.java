package unionbook;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.platform.UnitScope;
import unionbook.shared.AccountId;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second wall: with every check of the application switched off, PostgreSQL still
 * shows nothing foreign.
 */
@DemonstrationTest
@Import(SecondWallTests.NoFirstWall.class)
class SecondWallTests {

	@Autowired
	private Officers officers;

	@Autowired
	private TestDatabase database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void rowLevelSecurityHidesAForeignUnitWithoutTheHelpOfTheApplication() {
		WallsTests.Things foreign = WallsTests.Things.of(this.database, "BCT", "C02");

		for (String address : new String[] { "/units/" + foreign.unit(), "/units/" + foreign.unit() + "/members",
				"/units/" + foreign.unit() + "/members.csv", "/members/" + foreign.member(),
				"/pledges/" + foreign.pledge(), "/statistics/gender?unit=" + foreign.unit(), "/members", "/units",
				"/members?q=" + foreign.memberName() }) {
			MvcTestResult result = this.officers.get("canbo.khdt", address);

			assertThat(result.getResponse().getStatus()).as(address).isIn(200, 404);
			String body = new String(result.getResponse().getContentAsByteArray(),
					java.nio.charset.StandardCharsets.UTF_8);
			assertThat(body).as(address).doesNotContain(foreign.unitName());
			// the frame repeats the address that was asked for, which the reader knows
			// already
			assertThat(body.replace(address, "")).as(address).doesNotContain(foreign.member().toString());
		}
	}

	@Test
	void noTableShowsARowOfAForeignUnit() {
		JdbcClient owner = JdbcClient.create(this.database.owner());
		List<String> tables = owner.sql("""
				select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
				where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'unit_id'
					and not a.attisdropped and c.relname not in ('unit_reach', 'unit_version')""")
			.query(String.class)
			.list();
		assertThat(tables).hasSizeGreaterThan(8);
		for (String officer : List.of("quantri.khdt", "canbo.khdt", "cdcs.khdt.c01", "khach.khdt", "vanhanh")) {
			List<UUID> own = owner.sql("""
					select r.unit_id from account a join access_grant g on g.account_id = a.id
					join unit_reach r on r.root_id = g.unit_id and (g.subtree or r.unit_id = g.unit_id)
					where a.username = ?""").param(officer).query(UUID.class).list();
			long seen = 0;
			for (String table : tables) {
				String count = "select count(*) from %s where unit_id is not null".formatted(table);
				UUID[] reached = own.toArray(UUID[]::new);
				long foreign = asAccount(officer,
						() -> this.jdbc.sql(count + " and not unit_id = any (?)")
							.param(reached)
							.query(Long.class)
							.single());
				assertThat(foreign).as("rows of foreign units in %s for %s", table, officer).isZero();
				seen += asAccount(officer, () -> this.jdbc.sql(count).query(Long.class).single());
			}
			assertThat(seen > 0).as("rows %s sees at all", officer).isEqualTo(!own.isEmpty());
		}
	}

	/** Reads in a transaction of the application, as it begins for this account. */
	private long asAccount(String username, Supplier<Long> reading) {
		List<Grant> grants = JdbcClient.create(this.database.owner()).sql("""
				select g.role, g.unit_id, g.subtree from access_grant g join account a on a.id = g.account_id
				where a.username = ?""").param(username).query((row, n) -> {
			UUID unit = row.getObject(2, UUID.class);
			return new Grant(Role.valueOf(row.getString(1)), (unit == null) ? null : new UnitId(unit),
					row.getBoolean(3));
		}).list();
		Actor actor = new Actor(AccountId.next(), username, username, grants);
		return CurrentActor.runAs(actor,
				() -> new TransactionTemplate(this.transactions).execute((status) -> reading.get()));
	}

	/** Says yes to everything. */
	@TestConfiguration(proxyBeanMethods = false)
	static class NoFirstWall {

		@Bean
		@Primary
		UnitScope openScope(JdbcClient jdbc) {
			return new OpenScope(jdbc);
		}

	}

}
