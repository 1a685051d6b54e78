package unionbook.audit;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the audit share. */
final class AuditExamples {

	private AuditExamples() {
	}

	/** Units below a ministry, named by their ids alone. */
	static void units(JdbcClient owner, UUID ministry, List<UUID> units) {
		owner.sql("insert into unit (id) select unnest(?::uuid[] || ?)")
			.params(units.toArray(UUID[]::new), ministry)
			.update();
		owner.sql("insert into unit_reach (root_id, unit_id) select ?, unnest(?::uuid[] || ?)")
			.params(ministry, units.toArray(UUID[]::new), ministry)
			.update();
	}

	/** The numbers of the links whose hash does not follow from the link before them. */
	static List<Long> broken(JdbcClient owner) {
		return owner.sql("""
				select number from (
					select e.number, e.hash = audit_hash(coalesce(lag(e.hash) over chain, ''), e)
						and e.number = coalesce(lag(e.number) over chain, 0) + 1 as sound
					from audit_entry e window chain as (partition by e.chain order by e.number)) links
				where not sound order by 1""").query(Long.class).list();
	}

}
