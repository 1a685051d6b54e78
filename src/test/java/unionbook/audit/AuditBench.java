package unionbook.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.TestDatabase;

/** What the chains cost; run by hand with {@code -Dtest=AuditBench}. */
@Tag("bench")
class AuditBench {

	private static final UUID MINISTRY = new UUID(0, 1);

	private static final List<UUID> UNITS = IntStream.range(2, 36).mapToObj((i) -> new UUID(0, i)).toList();

	@Test
	void chaining() throws Exception {
		TestDatabase database = TestDatabase.fresh();
		AuditExamples.units(JdbcClient.create(database.owner()), MINISTRY, UNITS);
		try (Connection connection = database.application().getConnection()) {
			connection.setAutoCommit(false);
			for (int round = 0; round < 3; round++) {
				connection.createStatement().execute("select set_config('app.roots', '" + MINISTRY + "', true)");
				long start = System.nanoTime();
				ResultSet plan = connection.createStatement()
					.executeQuery(
							"""
									insert into audit_entry (id, actor, action, subject_kind, subject_id, unit_id, changes)
									select uuidv7(), 'officer', 'member.admitted', 'member', uuidv7(), r.unit_id,
										'{"fullName": {"after": "Nguyễn Thị Thu Lan"}, "gender": {"after": "FEMALE"}, "birthDate": {"after": "1980-01-01"}}'
									from (select unit_id from unit_reach r where r.root_id = '%s' order by 1 limit 34) r
									cross join generate_series(1, 3000)"""
								.formatted(MINISTRY));
				System.out.printf("102,000 entries: %.1f s%n", (System.nanoTime() - start) / 1e9);
				while (plan.next()) {
					System.out.println(plan.getString(1));
				}
				connection.commit();
			}
		}
	}

}
