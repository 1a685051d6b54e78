package unionbook.statistics;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
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
 * Recounts at night what the ledger of headcounts says from the memberships themselves
 * and raises the alarm on any difference; it corrects nothing, for a difference is a
 * fault to be understood.
 */
@Component("headcount")
class HeadcountCheck implements HealthIndicator {

	/** Not DOWN: the pages serve on, and starting anew would not help. */
	private static final Status DIFFERENT = new Status("DIFFERENT");

	private static final Logger LOG = LoggerFactory.getLogger(HeadcountCheck.class);

	/**
	 * Every change of every unit, dimension, day, value and gender, told again from the
	 * rows, beside what the ledger holds by day, and the days beside the years.
	 */
	private static final String DIFFERENCES = """
			with step as (
				select unit_id, lower(period) as day, position, education, party_status, gender, 1 as delta
				from membership where unit_id = any (:units)
				union all
				select unit_id, upper(period), position, education, party_status, gender, -1
				from membership where unit_id = any (:units) and not upper_inf(period)
			), counted as (
				select s.unit_id, d.dimension, s.day, d.bucket, s.gender, sum(s.delta) as delta
				from step s cross join lateral (values ('ALL', ''), ('POSITION', coalesce(s.position, '')),
					('EDUCATION', coalesce(s.education, '')), ('PARTY', s.party_status)) d (dimension, bucket)
				group by 1, 2, 3, 4, 5
			), kept as (
				select unit_id, dimension, day, bucket, gender, delta from headcount_day where unit_id = any (:units)
			), yearly as (
				select unit_id, dimension, extract(year from day)::integer as year, bucket, gender, sum(delta) as delta
				from kept group by 1, 2, 3, 4, 5
			)
			select 'days' as what, count(*) as differences
			from counted full join kept using (unit_id, dimension, day, bucket, gender)
			where coalesce(counted.delta, 0) <> coalesce(kept.delta, 0)
			union all
			select 'years', count(*)
			from yearly full join (select * from headcount_year where unit_id = any (:units)) y
				using (unit_id, dimension, year, bucket, gender)
			where coalesce(yearly.delta, 0) <> coalesce(y.delta, 0)""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	private final DayClock clock;

	private final UnitScope scope;

	private volatile @Nullable Result last;

	HeadcountCheck(JdbcClient jdbc, PlatformTransactionManager transactions, DayClock clock, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.transactions = new TransactionTemplate(transactions);
		this.transactions.setReadOnly(true);
		this.clock = clock;
	}

	/**
	 * Checks every tree of units, one statement each.
	 * @return how many figures differ
	 */
	@Scheduled(cron = "0 30 2 * * *", zone = "Asia/Ho_Chi_Minh")
	long check() {
		Map<UUID, Long> differences = new TreeMap<>();
		for (UnitId unit : this.scope.tops()) {
			UUID top = unit.value();
			long found = CurrentActor.runAs(Actor.system("headcount-check", unit), () -> differences(top));
			if (found > 0) {
				differences.put(top, found);
				LOG.warn("The headcounts of {} differ from its memberships in {} figures", top, found);
			}
		}
		long sum = differences.values().stream().mapToLong(Long::longValue).sum();
		this.last = new Result(this.clock.now(), sum);
		LOG.info("Headcounts recounted: {} figures differ", sum);
		return sum;
	}

	@Override
	public Health health() {
		Result result = this.last;
		if (result == null) {
			return Health.up().build();
		}
		return Health.status((result.differences() == 0) ? Status.UP : DIFFERENT)
			.withDetail("checkedAt", result.at().toString())
			.withDetail("differences", result.differences())
			.build();
	}

	private long differences(UUID top) {
		Long found = this.transactions.execute((status) -> {
			// nobody waits for this one: it may read for longer than a page
			this.jdbc.sql("select set_config('statement_timeout', '15min', true)").query(String.class).single();
			UUID[] units = this.jdbc
				.sql("select unit_id from unit_reach where root_id = ? and unit_id = any (kept_units())")
				.param(top)
				.query(UUID.class)
				.list()
				.toArray(UUID[]::new);
			return this.jdbc.sql(DIFFERENCES)
				.param("units", units)
				.query((row, n) -> row.getLong("differences"))
				.list()
				.stream()
				.mapToLong(Long::longValue)
				.sum();
		});
		return (found == null) ? 0 : found;
	}

	private record Result(Instant at, long differences) {
	}

}
