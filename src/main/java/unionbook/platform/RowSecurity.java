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
 * whom it serves. The settings end with the transaction, so a pooled connection carries
 * nothing to its next borrower.
 */
@Component
class RowSecurity implements TransactionExecutionListener {

	private static final String SETTINGS = "select set_config('app.account', ?, true), set_config('app.roots', ?, true),"
			+ " set_config('app.singles', ?, true), set_config('app.operator', ?, true)";

	private final DataSource dataSource;

	RowSecurity(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure != null || CurrentActor.find().isEmpty()) {
			return;
		}
		Actor actor = CurrentActor.get();
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try (PreparedStatement statement = connection.prepareStatement(SETTINGS)) {
			statement.setString(1, (actor.account() == null) ? "" : actor.account().toString());
			statement.setString(2, ids(actor.grants(), true));
			statement.setString(3, ids(actor.grants(), false));
			statement.setString(4, actor.operator() ? "on" : "");
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
