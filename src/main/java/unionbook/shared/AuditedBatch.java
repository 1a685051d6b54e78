package unionbook.shared;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Many things done at once, such as the rows of an import; published in the transaction
 * of the change. They stand in the database already, so they are told by a query and
 * never held in memory.
 *
 * @param query a query with the columns action, kind, subject, unit (never null), day,
 * reason and changes of {@link AuditedEvent}, in this order; changes as JSON of fields
 * with before and after
 * @param parameters what it names
 */
public record AuditedBatch(String query, Map<String, ? extends @Nullable Object> parameters) {
}
