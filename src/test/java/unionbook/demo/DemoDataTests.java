package unionbook.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demonstration data stands in a real database, written by the role that serves
 * pages.
 */
class DemoDataTests {

	private static EmbeddedPostgres server;

	private static JdbcClient jdbc;

	private static TransactionTemplate transaction;

	@BeforeAll
	static void load() throws IOException, SQLException {
		server = EmbeddedPostgres.start();
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create role unionbook_owner login");
			statement.execute("create role unionbook_app login nosuperuser nobypassrls");
			statement.execute("create database unionbook owner unionbook_owner");
		}
		Flyway.configure()
			.dataSource(server.getDatabase("unionbook_owner", "unionbook"))
			.locations("classpath:db/migration")
			.placeholders(Map.of("app_role", "unionbook_app"))
			.load()
			.migrate();
		DataSource dataSource = server.getDatabase("unionbook_app", "unionbook");
		jdbc = JdbcClient.create(dataSource);
		transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
		DemoData data = new DemoData(jdbc,
				(member, number) -> new IdentitySeal.Sealed(new byte[] { 1, 2 }, number.getBytes()));
		assertThat(data.loaded()).isFalse();
		reaching(data, () -> {
			data.load(Map.of());
			return true;
		});
		assertThat(data.loaded()).isTrue();
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	private static <T> T reaching(DemoData data, Supplier<T> act) {
		String roots = data.roots().stream().map(Object::toString).collect(Collectors.joining(","));
		return transaction.execute((status) -> {
			jdbc.sql("select set_config('app.roots', ?, true)").param(roots).query(String.class).single();
			return act.get();
		});
	}

	private static long count(String sql, Object... parameters) {
		return reaching(new DemoData(jdbc, IdentitySeal.NONE),
				() -> jdbc.sql(sql).params(parameters).query(Long.class).single());
	}

	@ParameterizedTest
	@CsvSource({ "KHDT,2020-12-31,1853,961", "BCT,2024-12-31,2046,998" })
	void ledgerOfHeadcountsRostersAndMovementsAgreeOnTheAnchorDay(String ministry, LocalDate day, long members,
			long women) {
		String units = " in (select unit_id from unit_reach where root_id = '" + DemoIds.ministry(ministry) + "')";

		assertThat(count("select sum(members) from headcount(array(select unit_id from unit_reach where root_id = ?),"
				+ " 'ALL', ?)", DemoIds.ministry(ministry), day))
			.isEqualTo(members);
		assertThat(count("select sum(members) from headcount(array(select unit_id from unit_reach where root_id = ?),"
				+ " 'ALL', ?) where gender = 'FEMALE'", DemoIds.ministry(ministry), day))
			.isEqualTo(women);
		assertThat(count("select count(*) from membership where period @> ? and unit_id" + units, day))
			.isEqualTo(members);
		assertThat(count("select sum(direction) from movement where effective_on <= ? and gender = 'FEMALE'"
				+ " and unit_id" + units, day))
			.isEqualTo(women);
	}

	@Test
	void headcountsAgreeWithRostersInEveryUnitAndDimension() {
		assertThat(
				count("""
						with asked as (
							select d::date as day, h.dimension, r.units
							from generate_series(date '2018-01-01', date '2025-01-01', interval '97 days') d,
								(values ('ALL'), ('POSITION'), ('EDUCATION'), ('PARTY')) h (dimension),
								(select array_agg(id) as units from unit) r
						), counted as (
							select a.day, a.dimension, c.* from asked a, headcount(a.units, a.dimension, a.day) c
						), recounted as (
							select a.day, a.dimension, m.unit_id, case a.dimension when 'ALL' then '' when 'POSITION' then m.position
								when 'EDUCATION' then m.education else m.party_status end as bucket, m.gender, count(*) as members
							from asked a join membership m on m.period @> a.day
							group by 1, 2, 3, 4, 5
						)
						select count(*) from counted full join recounted using (day, dimension, unit_id, bucket, gender)
						where counted.members is distinct from recounted.members"""))
			.isZero();
	}

	@Test
	void codesAreThoseOfTheLists() {
		assertThat(
				count("""
						select count(*) from (
							select 'position' as list, position as code from membership
							union select 'union_position', union_position from membership where union_position is not null
							union select 'education', education from membership
							union select 'party_status', party_status from membership
							union select 'ethnicity', ethnicity from member
							union select 'religion', religion from member
							union select 'employment_kind', employment_kind from member
							union select 'political_theory', political_theory from member
							union select 'movement_type', kind from movement
							union select 'leave_reason', reason from movement where reason is not null
							union select 'unit_kind', kind from unit_version
							union select 'host_kind', host_kind from unit_version
							union select 'funding_type', funding_type from unit_version
							union select 'unit_event', kind from unit_event
							union select 'value_qualifier', qualifier from published_figure
							union select 'pledge_level', level from pledge
							union select 'pledge_status', status from pledge
							union select 'party_side', side from pledge_party
							union select 'signatory_role', signatory_role from pledge_party
							union select 'target_kind', kind from pledge_target
							union select 'target_operator', operator from pledge_target
							union select 'denominator_kind', denominator_kind from pledge_target where denominator_kind is not null
						) used
						where not exists (select from code_value v where v.list = used.list and v.code = used.code)"""))
			.isZero();
	}

	@Test
	void publishedFiguresStandAsPrinted() {
		assertThat(count(
				"select count(*) from published_figure where unit_id = ? and day = '2020-12-31' and units = 34"
						+ " and members = 1853 and women = 961 and percent_printed = '51,8' and qualifier = 'EXACT'",
				DemoIds.ministry("KHDT")))
			.isOne();
		assertThat(count("select count(*) from published_figure where unit_id = ? and day = '2024-07-17' and units = 34"
				+ " and members = 2000 and women is null and qualifier = 'MORE_THAN'", DemoIds.ministry("BCT")))
			.isOne();
	}

	@Test
	void thePledgeOf2024HasAllItsParts() {
		String ofPledge = " x join pledge p on p.id = x.pledge_id where p.code = 'GU-2024-BCT-01'";

		assertThat(count("select count(*) from pledge_party" + ofPledge)).isEqualTo(2);
		assertThat(count("select count(*) from pledge_point" + ofPledge)).isEqualTo(5);
		assertThat(count("select count(*) from pledge_target" + ofPledge)).isEqualTo(8);
		assertThat(count("select count(*) from target_result r join pledge_target x on x.id = r.target_id"
				+ " join pledge p on p.id = x.pledge_id where p.code = 'GU-2024-BCT-01'"))
			.isEqualTo(6);
		assertThat(
				count("select count(*) from pledge where level = 'UNIT_JOINT' and status = 'SIGNED' and year = 2024"))
			.isEqualTo(31);
		assertThat(count("select count(*) from pledge where level = 'UNIT_JOINT' and status = 'DRAFT' and year = 2024"))
			.isEqualTo(3);
	}

}
