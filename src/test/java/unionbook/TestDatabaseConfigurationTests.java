package unionbook;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig(TestDatabaseConfiguration.class)
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
@TestPropertySource(properties = "spring.flyway.placeholders.app_role=" + TestDatabase.APPLICATION)
class TestDatabaseConfigurationTests {

	@Test
	void theApplicationServesAsOneRoleAndMigratesAsTheOther(@Autowired DataSource served, @Autowired Flyway flyway) {
		assertThat(user(served)).isEqualTo(TestDatabase.APPLICATION);
		assertThat(user(flyway.getConfiguration().getDataSource())).isEqualTo(TestDatabase.OWNER);
		assertThat(flyway.info().pending()).isEmpty();
	}

	@Test
	void aCopyIsNobodyElses(@Autowired TestDatabase mine) {
		TestDatabase other = TestDatabase.fresh();
		new JdbcTemplate(mine.owner()).update("insert into installation (key, value) values ('mine', '1')");

		assertThat(new JdbcTemplate(other.owner())
			.queryForObject("select count(*) from installation where key = 'mine'", Integer.class)).isZero();
	}

	private static String user(DataSource dataSource) {
		return String.valueOf(new JdbcTemplate(dataSource).queryForObject("select current_user", String.class));
	}

}
