package unionbook;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was recorded before there were chains is chained too. */
class AuditMigrationTests {

	@Test
	void oldEntriesBecomeLinksInTheOrderTheyWereWritten() {
		TestDatabase database = TestDatabase.empty();
		Flyway.configure()
			.configuration(database.flyway().getConfiguration())
			.target("10")
			.skipDefaultCallbacks(true)
			.load()
			.migrate();
		TwoUnits.organisation(database.owner());
		JdbcClient owner = JdbcClient.create(database.owner());
		owner.sql("""
				insert into audit_entry (id, recorded_at, actor, action, subject_kind, unit_id)
				select gen_random_uuid(), timestamptz '2026-01-01' + i * interval '1 hour', 'officer', 'member.changed',
					'member', case i % 3 when 0 then :own when 1 then :foreign end
				from generate_series(1, 30) i""")
			.param("own", TwoUnits.OWN)
			.param("foreign", TwoUnits.FOREIGN)
			.update();

		database.flyway().migrate();

		assertThat(owner.sql("""
				select chain || ' ' || count(*) from (
					select e.chain, e.number = row_number() over (partition by e.chain order by e.recorded_at)
						and e.hash = audit_hash(coalesce(lag(e.hash) over chain, ''), e) as sound
					from audit_entry e window chain as (partition by e.chain order by e.number)) links
				where sound group by chain order by chain""").query(String.class).list())
			.isEqualTo(owner.sql("select chain_id || ' ' || number from audit_head order by chain_id")
				.query(String.class)
				.list())
			.isEqualTo(
					List.of("00000000-0000-0000-0000-000000000000 10", TwoUnits.OWN + " 10", TwoUnits.FOREIGN + " 10"));
	}

}
