package unionbook;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives each application context of the tests a database of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabaseConfiguration {

	@Bean
	TestDatabase testDatabase() {
		return TestDatabase.fresh();
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(TestDatabase database) {
		return new AsApplication(database.url());
	}

	@Bean
	FlywayConnectionDetails flywayConnectionDetails(TestDatabase database) {
		return new AsOwner(database.url());
	}

	private record AsApplication(String getJdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return TestDatabase.APPLICATION;
		}

		@Override
		public String getPassword() {
			return TestDatabase.PASSWORD;
		}

	}

	private record AsOwner(String getJdbcUrl) implements FlywayConnectionDetails {

		@Override
		public String getUsername() {
			return TestDatabase.OWNER;
		}

		@Override
		public String getPassword() {
			return TestDatabase.PASSWORD;
		}

	}

}
