package unionbook.intake;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells how far the work is, in transactions of its own, for its readers wait outside the
 * transaction of the work.
 */
@Component
class ImportProgress {

	private static final String LONGER = "select set_config('statement_timeout', '10min', true),"
			+ " set_config('lock_timeout', '2min', true), set_config('idle_in_transaction_session_timeout', '10min', true),"
			+ " set_config('work_mem', '32MB', true)";

	private final JdbcClient jdbc;

	private final TransactionTemplate aside;

	private final TransactionTemplate work;

	ImportProgress(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.aside = new TransactionTemplate(transactions);
		this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.work = new TransactionTemplate(transactions);
	}

	/** Does a piece of work in one transaction that may take longer than a page. */
	void within(Runnable piece) {
		this.work.executeWithoutResult((status) -> {
			this.jdbc.sql(LONGER).query((row, number) -> number).list();
			piece.run();
		});
	}

	/** Tells the step and how many rows are behind. */
	void at(UUID run, ImportStep step, int done) {
		this.aside.executeWithoutResult((status) -> this.jdbc
			.sql("update import_run set step = ?, rows_done = ?, heartbeat_at = now() where id = ?")
			.params(step.name(), done, run)
			.update());
	}

	/** Tells that the work goes on, unless its last moment holds the row already. */
	void beat(UUID run) {
		this.aside.executeWithoutResult((status) -> this.jdbc.sql("""
				update import_run set heartbeat_at = now()
				where id = (select id from import_run where id = ? for update skip locked)""").param(run).update());
	}

}
