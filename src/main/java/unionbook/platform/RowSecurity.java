package unionbook.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Raises the second wall: tells PostgreSQL, as the first statement of each transaction,
 * whom it serves, on which day, and whether part of that reach has ended. The settings
 * end with the transaction, so a pooled connection carries nothing to its next borrower.
 */
@Component
class RowSecurity implements TransactionExecutionListener {

	private static final String SETTINGS = "select set_config('app.account', ?, true), set_config('app.roots', ?, true),"
			+ " set_config('app.singles', ?, true), set_config('app.operator', ?, true), set_config('app.today', ?, true),"
			+ " set_config('app.whole', case when reach_is_whole(string_to_array(nullif(?, ''), ',')::uuid[], ?::date)"
			+ " then 'on' else '' end, true)";

	private final DataSource dataSource;

	private final DayClock clock;

	RowSecurity(DataSource dataSource, DayClock clock) {
		this.dataSource = dataSource;
		this.clock = clock;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure != null || CurrentActor.find().isEmpty()) {
			return;
		}
		Actor actor = CurrentActor.get();
		String roots = ids(actor.grants(), true);
		String today = this.clock.today().toString();
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
			statement.setString(1, (actor.account() == null) ? "" : actor.account().toString());
			statement.setString(2, roots);
			statement.setString(3, ids(actor.grants(), false));
			statement.setString(4, actor.operator() ? "on" : "");
			statement.setString(5, today);
			statement.setString(6, roots);
			statement.setString(7, today);
			statement.execute();
		}
		catch (SQLException ex) {
			throw new DataAccessResourceFailureException("the wall between units could not be raised", ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	private static String ids(List<Grant> grants, boolean subtree) {
		Stream<Grant> wanted = grants.stream().filter((grant) -> grant.subtree() == subtree);
		return wanted.map(Grant::unit).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(","));
	}

}
