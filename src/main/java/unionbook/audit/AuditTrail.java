package unionbook.audit;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import unionbook.platform.CurrentActor;
import unionbook.platform.RequestFacts;
import unionbook.shared.AuditedBatch;
import unionbook.shared.AuditedEvent;

/** Writes each audited event in the transaction of the change: no record, no change. */
@Component
class AuditTrail {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AuditTrail(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	@EventListener
	@Transactional
	void on(AuditedEvent event) {
		journal().add(Entry.of(event, CurrentActor.find().orElse(null), RequestFacts.current()));
	}

	@EventListener
	@Transactional
	void on(AuditedBatch batch) {
		journal().add(batch, CurrentActor.get(), RequestFacts.current());
	}

	/** The journal of the running transaction. */
	private Journal journal() {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Journal.class::isInstance)
			.map(Journal.class::cast)
			.findFirst()
			.orElseGet(() -> {
				Journal journal = new Journal(this.jdbc, this.json);
				TransactionSynchronizationManager.registerSynchronization(journal);
				return journal;
			});
	}

}
