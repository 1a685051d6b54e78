package unionbook.shared;

import java.util.List;

/**
 * Many things done at once, such as the rows of an import; published in the transaction
 * of the change, in pieces of any size.
 *
 * @param events what was done, in order
 */
public record AuditedBatch(List<? extends AuditedEvent> events) {

	/** Copies the list. */
	public AuditedBatch {
		events = List.copyOf(events);
	}

}
