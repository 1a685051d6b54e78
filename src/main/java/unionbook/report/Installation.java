package unionbook.report;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts about this installation that are no personal data. */
@Component
class Installation {

	private final JdbcClient jdbc;

	Installation(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The version of the database, or null while it does not answer. */
	@Nullable String database() {
		try {
			return this.jdbc.sql("show server_version").query(String.class).single();
		}
		catch (DataAccessException ex) {
			return null;
		}
	}

}
