package unionbook.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import tools.jackson.databind.json.JsonMapper;
import unionbook.platform.Actor;
import unionbook.platform.Grant;
import unionbook.platform.RequestFacts;
import unionbook.shared.AuditedBatch;

/**
 * The entries of one transaction, written by one statement just before it commits: all of
 * them or, with the change itself, none. So a chain is locked for the moment of the
 * commit only, and since one statement takes its locks in the order of the chains,
 * writers cannot wait for each other in a circle.
 */
final class Journal implements TransactionSynchronization {

	/** More than these wait in a temporary table, not in memory. */
	private static final int IN_MEMORY = 2000;

	private static final String GIVEN = """
			jsonb_to_recordset(cast(:entries as jsonb)) as e (id uuid, account uuid, actor text, "actorName" text,
				"grantRole" text, "grantUnit" uuid, address text, request text, action text, kind text, subject uuid,
				unit uuid, day date, reason text, changes jsonb)""";

	private static final String WAITING = "pg_temp.audit_waiting";

	/** One group is what one transaction did to a unit in one way, told on one line. */
	private static final String WRITE = """
			insert into audit_entry (id, account_id, actor, actor_name, grant_role, grant_unit, address, request_id,
				action, subject_kind, subject_id, unit_id, effective_on, reason, changes, group_id, group_size)
			select id, account, actor, "actorName", "grantRole", "grantUnit", address, request, action, kind, subject,
				unit, day, reason, changes, first_value(id) over alike,
				case when row_number() over alike = 1 then count(*) over (partition by unit, action, actor) end
			from (select row_number() over () as place, e.* from %s) e
			window alike as (partition by unit, action, actor order by place)
			order by unit nulls first, place""";

	/** The grant acted under is found as {@link Entry} finds it. */
	private static final String TOLD = """
			insert into pg_temp.audit_waiting
			select uuidv7(), cast(:account as uuid), :actor, :actorName, coalesce(g.role, :grantRole),
				case when g.unit is null then cast(:grantUnit as uuid) else g.unit end, :address, :request, t.action,
				t.kind, t.subject, t.unit, t.day, t.reason, t.changes
			from (%s) t left join unnest(cast(:grantUnits as uuid[]), cast(:grantRoles as text[])) g (unit, role)
				on g.unit = t.unit""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final List<Entry> entries = new ArrayList<>();

	private boolean waiting;

	private boolean committing;

	Journal(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void add(Entry entry) {
		this.entries.add(entry);
		if (this.committing) {
			write();
		}
		else if (this.entries.size() == IN_MEMORY) {
			putAside();
		}
	}

	/** Takes what stands in the database by one statement, however much it is. */
	void add(AuditedBatch batch, Actor actor, RequestFacts request) {
		Map<UUID, String> roles = new LinkedHashMap<>();
		for (Grant grant : actor.grants()) {
			if (grant.unit() != null) {
				roles.putIfAbsent(grant.unit().value(), grant.role().name());
			}
		}
		Grant first = actor.grants().isEmpty() ? null : actor.grants().getFirst();
		putAside();
		this.jdbc.sql(TOLD.formatted(batch.query()))
			.params(batch.parameters())
			.param("account", (actor.account() == null) ? null : actor.account().value())
			.param("actor", actor.username())
			.param("actorName", actor.displayName())
			.param("grantRole", (first == null) ? null : first.role().name())
			.param("grantUnit", (first == null || first.unit() == null) ? null : first.unit().value())
			.param("grantUnits", roles.keySet().toArray(UUID[]::new))
			.param("grantRoles", roles.values().toArray(String[]::new))
			.param("address", request.address())
			.param("request", request.requestId())
			.update();
		if (this.committing) {
			write();
		}
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		this.committing = true;
		write();
	}

	private void write() {
		if (this.waiting) {
			putAside();
			this.jdbc.sql(WRITE.formatted(WAITING + " e")).update();
			this.jdbc.sql("truncate " + WAITING).update();
			this.waiting = false;
		}
		else if (!this.entries.isEmpty()) {
			send(WRITE.formatted(GIVEN));
		}
	}

	private void putAside() {
		if (!this.waiting) {
			this.jdbc
				.sql("create temporary table if not exists audit_waiting on commit drop as select e.* from " + GIVEN)
				.param("entries", "[]")
				.update();
			this.waiting = true;
		}
		if (this.entries.isEmpty()) {
			return;
		}
		send("insert into " + WAITING + " select e.* from " + GIVEN);
	}

	private void send(String statement) {
		this.jdbc.sql(statement).param("entries", this.json.writeValueAsString(this.entries)).update();
		this.entries.clear();
	}

}
