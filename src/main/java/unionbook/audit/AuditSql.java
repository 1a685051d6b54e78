package unionbook.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Asks for lines of some chains in the order of time. Each filter that narrows much has
 * an index of its own to walk; without one the newest lines of each chain are merged, so
 * that a page costs the same however long the log is.
 */
final class AuditSql {

	private static final String UNIT = "(select v.name from unit_version v where v.unit_id = %s"
			+ " order by lower(v.period) desc limit 1)";

	private static final String LINES = """
			select e.id, e.recorded_at, e.actor, e.actor_name, e.grant_role, %s as grant_unit, e.address, e.request_id,
				e.action, e.subject_kind, e.subject_id, case e.subject_kind
					when 'member' then (select m.full_name from member m where m.id = e.subject_id)
					when 'unit' then %s
					when 'pledge' then (select p.title from pledge p where p.id = e.subject_id)
					when 'account' then (select a.display_name from account a where a.id = e.subject_id)
				end as subject_name, %s as unit_name, e.effective_on, e.reason, e.changes::text as changes, e.group_size
			from (%%s) line join audit_entry e on e.id = line.id
			order by line.recorded_at %%s, line.id %%2$s""".formatted(UNIT.formatted("e.grant_unit"),
			UNIT.formatted("e.subject_id"), UNIT.formatted("e.unit_id"));

	private final Map<String, Object> parameters = new HashMap<>();

	private final String text;

	AuditSql(AuditQuery query, UUID[] chains, @Nullable Integer limit) {
		this.parameters.put("chains", chains);
		StringBuilder where = new StringBuilder();
		String source = source(query, where);
		condition(where, "e.action = any (:actions)", "actions",
				query.actions().isEmpty() ? null : query.actions().toArray(String[]::new));
		condition(where, "e.actor = :actor", AuditQuery.ACTOR, query.text(AuditQuery.ACTOR));
		condition(where, "e.address = :address", AuditQuery.ADDRESS, query.text(AuditQuery.ADDRESS));
		condition(where, "e.recorded_at >= :from", "from", time(query.from()));
		condition(where, "e.recorded_at < :to", "to", time(query.to()));
		AuditQuery.Cursor cursor = query.cursor();
		if (cursor != null) {
			condition(where, "(e.recorded_at, e.id) " + (query.backward() ? ">" : "<") + " (:at, :place)", "at",
					time(cursor.at()));
			this.parameters.put("place", cursor.id());
		}
		String direction = query.backward() ? "asc" : "desc";
		String order = " order by e.recorded_at %1$s, e.id %1$s".formatted(direction)
				+ ((limit == null) ? "" : " limit " + limit);
		String found = "select e.id, e.recorded_at from audit_entry e where " + where.substring(" and ".length())
				+ order;
		this.text = LINES.formatted(
				(source == null) ? found
						: "select e.id, e.recorded_at from " + source + " cross join lateral (" + found + ") e" + order,
				direction);
	}

	String text() {
		return this.text;
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	/** What to walk one by one, or null when one index gives the lines in order. */
	private @Nullable String source(AuditQuery query, StringBuilder where) {
		if (query.subject() != null || query.group() != null) {
			condition(where, "e.subject_id = :subject", "subject", query.subject());
			condition(where, "(e.id = :group or e.group_id = :group and e.group_size is null)", "group", query.group());
			where.append(" and e.chain = any (:chains)");
			return null;
		}
		where.append(" and e.group_size is not null");
		if (query.text(AuditQuery.ACTOR) != null || query.text(AuditQuery.ADDRESS) != null) {
			where.append(" and e.chain = any (:chains)");
			return null;
		}
		where.append(" and e.chain = walked.chain");
		if (query.actions().isEmpty()) {
			return "unnest(:chains) walked (chain)";
		}
		where.append(" and e.action = walked.action");
		return "(select chain, action from unnest(:chains) chain, unnest(:actions) action) walked";
	}

	private void condition(StringBuilder where, String condition, String name, @Nullable Object value) {
		if (value != null) {
			where.append(" and ").append(condition);
			this.parameters.put(name, value);
		}
	}

	private static @Nullable Object time(@Nullable Instant moment) {
		return (moment == null) ? null : moment.atOffset(ZoneOffset.UTC);
	}

}
