package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;

import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;

/**
 * Something that happened to a unit.
 *
 * @param day the day from which it holds
 * @param event what, a code of the list unit_event
 * @param decision by which decision
 * @param changes the facts that changed, by field
 */
record HistoryEntry(LocalDate day, String event, Decision decision, Map<String, Change> changes) {
}
