package unionbook.audit;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.RequestFacts;
import unionbook.shared.AuditedEvent;
import unionbook.shared.Ids;

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
		Optional<Actor> actor = CurrentActor.find();
		RequestFacts request = RequestFacts.current();
		this.jdbc.sql("""
				insert into audit_entry (id, account_id, actor, address, request_id, action, subject_kind, subject_id,
					unit_id, effective_on, reason, changes)
				values (:id, cast(:account as uuid), :actor, :address, :request, :action, :kind, :subject,
					cast(:unit as uuid), :day, :reason, cast(:changes as jsonb))""")
			.param("id", Ids.next())
			.param("account", actor.map(Actor::account).map(Object::toString).orElse(null))
			.param("actor", actor.map(Actor::username).orElse(""))
			.param("address", request.address())
			.param("request", request.requestId())
			.param("action", event.action())
			.param("kind", event.subjectKind())
			.param("subject", event.subject())
			.param("unit", (event.unit() == null) ? null : String.valueOf(event.unit()))
			.param("day", event.effectiveOn())
			.param("reason", event.reason())
			.param("changes", this.json.writeValueAsString(event.changes()))
			.update();
	}

}
