package unionbook.platform;

import java.sql.SQLException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells a database that is away from a fault of ours. A connection that breaks in the
 * middle comes wrapped in whatever was being done, the rolling back included.
 */
final class DatabaseAway {

	private DatabaseAway() {
	}

	/**
	 * Whether a failure comes from a database that cannot be reached or is overloaded.
	 * @param failure the failure
	 * @return true if trying again later may help
	 */
	static boolean caused(Throwable failure) {
		return Stream.<@Nullable Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch((cause) -> cause instanceof CannotCreateTransactionException
					|| cause instanceof DataAccessResourceFailureException
					|| cause instanceof TransientDataAccessException
					|| cause instanceof SQLException refusal && gone(refusal.getSQLState()));
	}

	/**
	 * The connection broke (08), the server goes down or comes up (57P), or has no room
	 * (53); a connection the pool took back has no state at all.
	 */
	private static boolean gone(@Nullable String state) {
		return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
	}

}
