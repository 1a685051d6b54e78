package unionbook.committee;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Decision;

/**
 * A term to be begun, or the facts of one to be corrected.
 *
 * @param kind which body
 * @param bodyName the name of a group, empty for the other bodies
 * @param name such as 2023–2028
 * @param number which term of the body it is, or null
 * @param from its first day
 * @param plannedEnd when it is to end
 * @param plannedSize how many the body is to have
 * @param congress the congress with the figures of its election
 * @param decision the decision that recognised it
 * @param seats who sits from the first day
 * @param candidates who stood, with their votes
 */
record NewTerm(BodyKind kind, String bodyName, String name, @Nullable Integer number, LocalDate from,
		LocalDate plannedEnd, int plannedSize, Congress congress, Decision decision, List<NewSeat> seats,
		List<Candidate> candidates) {
}
