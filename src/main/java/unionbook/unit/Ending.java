package unionbook.unit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;

/**
 * How the life of a unit ended.
 *
 * @param day the first day it no longer existed
 * @param event what happened, a code of the list unit_event, or null when it is not
 * recorded
 * @param decision by which decision
 */
record Ending(LocalDate day, @Nullable String event, Decision decision) {
}
