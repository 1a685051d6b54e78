package unionbook.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The chains as PostgreSQL keeps them, without the application. */
class AuditChainTests {

	private static final UUID MINISTRY = new UUID(0, 1);

	private static final List<UUID> UNITS = IntStream.range(2, 6).mapToObj((i) -> new UUID(0, i)).toList();

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient owner = JdbcClient.create(this.database.owner());

	@BeforeEach
	void units() {
		AuditExamples.units(this.owner, MINISTRY, UNITS);
	}

	@Test
	void everyEntryIsTheNextLinkOfItsChain() throws Exception {
		write(UNITS.get(0), UNITS.get(1), UNITS.get(0));
		write(UNITS.get(0), UNITS.get(0));

		assertThat(this.owner.sql("select number from audit_entry where unit_id = ? order by number")
			.param(UNITS.get(0))
			.query(Long.class)
			.list()).containsExactly(1L, 2L, 3L, 4L);
		assertThat(heads()).containsExactly(UNITS.get(0) + " 4", UNITS.get(1) + " 1");
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void manyRowsOfOneStatementAreChainedToo() throws Exception {
		reaching((connection) -> connection.createStatement().executeUpdate("""
				insert into audit_entry (id, actor, action, subject_kind, unit_id)
				select uuidv7(), 'officer', 'member.admitted', 'member', r.unit_id
				from unit_reach r cross join generate_series(1, 1000) where r.root_id = '%s'""".formatted(MINISTRY)));

		assertThat(heads()).hasSize(5).allMatch((head) -> head.endsWith(" 1000"));
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void aChangeTakenBackLeavesNoEntryAndNoGap() throws Exception {
		write(UNITS.get(0));
		try (Connection connection = connect(this.database.application())) {
			insert(connection, UNITS.get(0));
			connection.rollback();
		}
		write(UNITS.get(0));

		assertThat(heads()).containsExactly(UNITS.get(0) + " 2");
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void aSavepointTakenBackLeavesNoGapEither() throws Exception {
		try (Connection connection = connect(this.database.application())) {
			insert(connection, UNITS.get(0));
			var before = connection.setSavepoint();
			insert(connection, UNITS.get(0));
			connection.rollback(before);
			insert(connection, UNITS.get(0));
			connection.commit();
		}

		assertThat(heads()).containsExactly(UNITS.get(0) + " 2");
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void manyWritersAtOnceKeepOneChain() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<?>> writers = IntStream.range(0, 8).<Future<?>>mapToObj((writer) -> threads.submit(() -> {
				for (int i = 0; i < 25; i++) {
					write(UNITS.get(writer % 2), UNITS.get(2));
				}
				return null;
			})).toList();
			for (Future<?> writer : writers) {
				writer.get();
			}
		}

		assertThat(heads()).containsExactly(UNITS.get(0) + " 100", UNITS.get(1) + " 100", UNITS.get(2) + " 200");
		assertThat(AuditExamples.broken(this.owner)).isEmpty();
	}

	@Test
	void nobodyChangesRemovesOrEmptiesThePast() throws Exception {
		write(UNITS.get(0));
		for (DataSource role : List.of(this.database.application(), this.database.owner())) {
			for (String statement : List.of("update audit_entry set actor = 'nobody'", "delete from audit_entry",
					"truncate audit_entry", "delete from audit_head", "truncate audit_head")) {
				refused(role, statement);
			}
		}
		refused(this.database.owner(), "update audit_head set number = number - 1");
		refused(this.database.owner(), "update audit_head set hash = ''");
	}

	@Test
	void theApplicationMovesNoChainBack() {
		reachingRefused("update audit_head set number = number - 1");
	}

	private void reachingRefused(String statement) {
		assertThatExceptionOfType(PSQLException.class).isThrownBy(() -> {
			write(UNITS.get(0));
			reaching((connection) -> connection.createStatement().executeUpdate(statement));
		}).satisfies((refusal) -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
	}

	private void refused(DataSource role, String statement) {
		assertThatExceptionOfType(PSQLException.class).as(statement).isThrownBy(() -> {
			try (Connection connection = connect(role)) {
				connection.createStatement().execute(statement);
			}
		}).satisfies((refusal) -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
	}

	private List<String> heads() {
		return this.owner.sql("select chain_id || ' ' || number from audit_head order by chain_id")
			.query(String.class)
			.list();
	}

	/** One transaction with an entry for each unit, in the order of the chains. */
	private void write(UUID... units) throws SQLException {
		reaching((connection) -> {
			for (UUID unit : List.of(units).stream().sorted().toList()) {
				insert(connection, unit);
			}
		});
	}

	private static void insert(Connection connection, UUID unit) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("insert into audit_entry"
				+ " (id, actor, action, subject_kind, unit_id) values (uuidv7(), 'officer', 'member.changed', 'member', ?)")) {
			insert.setObject(1, unit);
			insert.executeUpdate();
		}
	}

	private void reaching(Work work) throws SQLException {
		try (Connection connection = connect(this.database.application())) {
			work.in(connection);
			connection.commit();
		}
	}

	private static Connection connect(DataSource role) throws SQLException {
		Connection connection = role.getConnection();
		connection.setAutoCommit(false);
		connection.createStatement().execute("select set_config('app.roots', '" + MINISTRY + "', true)");
		return connection;
	}

	private interface Work {

		void in(Connection connection) throws SQLException;

	}

}
