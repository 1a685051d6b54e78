package unionbook.intake;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/**
 * Marks imports whose process died as failed, and removes files that were kept long
 * enough.
 */
@Component
class ImportCaretaker {

	private static final Logger LOG = LoggerFactory.getLogger(ImportCaretaker.class);

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final TransactionTemplate transactions;

	private final int days;

	ImportCaretaker(JdbcClient jdbc, UnitScope scope, PlatformTransactionManager transactions,
			@Value("${unionbook.import.keep-days:90}") int days) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.transactions = new TransactionTemplate(transactions);
		this.days = days;
	}

	/**
	 * Whoever works says so every few seconds; whoever is silent for a minute is dead,
	 * and PostgreSQL has taken back what was not finished.
	 * @return how many were found
	 */
	@Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	int findDead() {
		int found = everywhere(() -> this.jdbc.sql("""
				update import_run set status = case status when 'UNDOING' then 'COMMITTED' else 'FAILED' end,
					message = 'imports.failed.stopped', message_arguments = '{}'
				where status in ('CHECKING', 'COMMITTING', 'UNDOING') and heartbeat_at < now() - interval '1 minute'""")
			.update());
		if (found > 0) {
			LOG.warn("{} imports had lost their process; nothing of them was written", found);
		}
		return found;
	}

	/**
	 * Files and their rows go, the run stays with its figures.
	 * @return how many files were removed
	 */
	@Scheduled(cron = "0 15 3 * * *", zone = "Asia/Ho_Chi_Minh")
	int tidy() {
		return everywhere(() -> {
			List<UUID> old = this.jdbc
				.sql("select id from import_run where created_at < now() - make_interval(days => ?)"
						+ " and status not in ('CHECKING', 'COMMITTING', 'UNDOING')")
				.param(this.days)
				.query(UUID.class)
				.list();
			UUID[] runs = old.toArray(UUID[]::new);
			this.jdbc
				.sql("update import_run set status = 'DISCARDED' where id = any (?)"
						+ " and status in ('COLUMNS', 'CHECKED', 'FAILED')")
				.param(runs)
				.update();
			this.jdbc.sql("delete from import_row where run_id = any (?)").param(runs).update();
			return this.jdbc.sql("delete from import_file where run_id = any (?)").param(runs).update();
		});
	}

	private int everywhere(Supplier<Integer> work) {
		UnitId[] tops = this.scope.tops().toArray(UnitId[]::new);
		Integer done = CurrentActor.runAs(Actor.system("imports", tops),
				() -> this.transactions.execute((status) -> work.get()));
		return (done == null) ? 0 : done;
	}

}
