package unionbook.member;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;

/**
 * When something takes effect and what it rests on.
 *
 * @param day the first day it holds
 * @param decision the decision behind it
 * @param counterpart the body outside the ministry a person comes from or goes to
 */
record Step(LocalDate day, Decision decision, @Nullable String counterpart) {
}
