package unionbook.audit;

import java.sql.Connection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import unionbook.OpenScope;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.shared.UnitId;

/**
 * What the chains and the pages of the log cost at a million entries, as the run-time
 * role; run by hand with {@code -Dtest=AuditBench}.
 */
@Tag("bench")
class AuditBench {

	private static final UUID MINISTRY = new UUID(0, 1);

	private static final List<UUID> UNITS = IntStream.range(2, 36).mapToObj((i) -> new UUID(0, i)).toList();

	private static final int ROUNDS = 15;

	private static final String LOAD = """
			insert into audit_entry (id, recorded_at, actor, actor_name, grant_role, address, request_id, action,
				subject_kind, subject_id, unit_id, effective_on, changes, group_id, group_size)
			select uuidv7(), timestamptz '2023-11-01' + (%1$d * 100000 + i) * interval '95 seconds', 'officer.' || i %% 40,
				'Lê Thị Hà', 'UNIT_OFFICER', '10.0.' || i %% 4 || '.' || i %% 50, 'ABCD' || i,
				case when i %% 1000 = 0 then 'unit.changed' when i %% 10 = 2 then 'account.signed-in'
					when i %% 10 = 4 then 'member.admitted' else 'member.changed' end, 'member',
				('10000000-0000-0000-0000-' || lpad((i %% 100000)::text, 12, '0'))::uuid,
				('00000000-0000-0000-0000-' || lpad(to_hex(1 + i %% 35), 12, '0'))::uuid, '2023-01-01',
				'{"phone": {"before": "0901234567", "after": "0907654321"}, "address": {"before": "Ba Đình", "after": "Hà Nội"}}',
				%2$s
			from generate_series(1, 100000) i order by 11, 2""";

	@Test
	void aMillionEntries() throws Exception {
		TestDatabase database = TestDatabase.fresh();
		JdbcClient owner = JdbcClient.create(database.owner());
		AuditExamples.units(owner, MINISTRY, UNITS);
		try (Connection connection = database.application().getConnection()) {
			connection.setAutoCommit(false);
			JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			for (int piece = 0; piece < 10; piece++) {
				// every second piece is what an import writes: one leader, the rest
				// follows
				String group = (piece % 2 == 0) ? "null::uuid, null::integer" : "uuidv7(), null::integer";
				long start = System.nanoTime();
				settings(jdbc);
				jdbc.sql(LOAD.formatted(piece, group)).update();
				connection.commit();
				System.out.printf("100,000 entries (%s): %,.0f a second%n", group, 1e14 / (System.nanoTime() - start));
			}
			owner.sql("vacuum analyze audit_entry").update();
			settings(jdbc);
			CurrentActor.runAs(Actor.system("bench", new UnitId(MINISTRY)), () -> {
				pages(new AuditLog(jdbc, new OpenScope(jdbc)));
				check(new ChainChecks(jdbc, new AuditLog(jdbc, new OpenScope(jdbc)), (event) -> {
				}));
				return true;
			});
		}
	}

	private static void settings(JdbcClient jdbc) {
		jdbc.sql("select set_config('app.roots', ?, true)").param(MINISTRY.toString()).query(String.class).single();
	}

	private static void pages(AuditLog log) {
		Map<String, Map<String, String>> asked = new LinkedHashMap<>();
		asked.put("first page", Map.of());
		asked.put("deep page", Map.of("after", "1719800000000000." + new UUID(0, 0)));
		asked.put("one day", Map.of("from", "1/6/2024", "to", "1/6/2024"));
		asked.put("rare action", Map.of("action", "unit"));
		asked.put("action of members", Map.of("action", "member"));
		asked.put("person", Map.of("actor", "officer.7"));
		asked.put("person and action", Map.of("actor", "officer.7", "action", "unit"));
		asked.put("address", Map.of("address", "10.0.1.17"));
		asked.put("unit", Map.of("unit", UNITS.get(5).toString()));
		asked.forEach((what, parameters) -> {
			Map<String, String[]> request = new LinkedHashMap<>();
			parameters.forEach((name, value) -> request.put(name, new String[] { value }));
			double[] times = new double[ROUNDS];
			for (int round = 0; round < ROUNDS; round++) {
				long start = System.nanoTime();
				log.page(AuditQuery.of(request));
				times[round] = (System.nanoTime() - start) / 1e6;
			}
			Arrays.sort(times);
			System.out.printf("%-20s median %.1f ms, worst %.1f ms%n", what, times[ROUNDS / 2], times[ROUNDS - 1]);
		});
	}

	private static void check(ChainChecks checks) {
		long start = System.nanoTime();
		ChainChecks.State state = checks.check();
		System.out.printf("check of %,d entries: %.1f s, broken: %s%n", state.entries(),
				(System.nanoTime() - start) / 1e9, state.broken());
	}

}
