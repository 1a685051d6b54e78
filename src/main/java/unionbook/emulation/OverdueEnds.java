package unionbook.emulation;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/**
 * Ends each night the pledges of units whose end was decided for a day that has come, as
 * {@link UnitsEnd} does for a day that is not ahead.
 */
@Component
class OverdueEnds {

	private static final String ENDED = """
			select distinct p.unit_id, l.day, (
				select e.decision_number from unit_event e where e.unit_id = p.unit_id and e.effective_on = l.day
				order by e.recorded_at desc limit 1) as decision
			from pledge p
			cross join lateral (select upper(v.period) as day from unit_version v where v.unit_id = p.unit_id
				order by lower(v.period) desc limit 1) l
			where p.status not in ('CLOSED', 'CANCELLED') and l.day <= :today and p.year >= extract(year from l.day)
				and p.unit_id = any ((select changeable_units())::uuid[])""";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final UnitsEnd ends;

	private final DayClock clock;

	private final TransactionTemplate transaction;

	OverdueEnds(JdbcClient jdbc, UnitScope scope, UnitsEnd ends, DayClock clock,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.ends = ends;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Every tree of units on its own. */
	@Scheduled(cron = "0 10 0 * * *", zone = "Asia/Ho_Chi_Minh")
	void end() {
		this.scope.tops().forEach((top) -> CurrentActor.runAs(Actor.system("unit-end", top), () -> {
			end(this.clock.today());
			return true;
		}));
	}

	/** Those inside the reach of the actor that have ended by a day. */
	void end(LocalDate today) {
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql(ENDED)
			.param("today", today)
			.query((row, number) -> new Overdue(new UnitId(row.getObject("unit_id", UUID.class)),
					row.getObject("day", LocalDate.class), row.getString("decision")))
			.list()
			.forEach((unit) -> this.ends.end(unit.unit(), unit.day(), unit.decision())));
	}

	private record Overdue(UnitId unit, LocalDate day, @Nullable String decision) {
	}

}
