package unionbook.demo;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A trial run without a database of one's own: PostgreSQL from the build's dependencies, with both roles. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

	/** Found by the component scan on its own, so it has to name the profile itself. */
	@Configuration(proxyBeanMethods = false)
	@Profile("demo")
	@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
	static class OwnDatabase {

		@Bean
		EmbeddedDatabase embeddedDatabase(@Value("${unionbook.demo.directory:data}") Path directory) {
			return EmbeddedDatabase.start(directory);
		}

		@Bean
		JdbcConnectionDetails servingRole(EmbeddedDatabase database) {
			return new ServingRole(database.url());
		}

		@Bean
		FlywayConnectionDetails migratingRole(EmbeddedDatabase database) {
			return new MigratingRole(database.url());
		}

	}

	private record ServingRole(String getJdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return EmbeddedDatabase.APPLICATION;
		}

		@Override
		public String getPassword() {
			return "";
		}

	}

	private record MigratingRole(String getJdbcUrl) implements FlywayConnectionDetails {

		@Override
		public String getUsername() {
			return EmbeddedDatabase.OWNER;
		}

		@Override
		public String getPassword() {
			return "";
		}

	}

}
