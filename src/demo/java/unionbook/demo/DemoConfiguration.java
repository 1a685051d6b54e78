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

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
	static class OwnDatabase {

		@Bean
		EmbeddedDatabase embeddedDatabase(@Value("${unionbook.demo.directory:data}") Path directory) {
			return EmbeddedDatabase.start(directory);
		}

		@Bean
		JdbcConnectionDetails servingRole(EmbeddedDatabase database) {
			return new Role(EmbeddedDatabase.APPLICATION, database.url());
		}

		@Bean
		FlywayConnectionDetails migratingRole(EmbeddedDatabase database) {
			return new Role(EmbeddedDatabase.OWNER, database.url());
		}

	}

	private record Role(String name, String url) implements JdbcConnectionDetails, FlywayConnectionDetails {

		@Override
		public String getUsername() {
			return this.name;
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public String getJdbcUrl() {
			return this.url.replaceAll("[?&]user=[^&]*", "");
		}

		@Override
		public String getDriverClassName() {
			return "org.postgresql.Driver";
		}

	}

}
