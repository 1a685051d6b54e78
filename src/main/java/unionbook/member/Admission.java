package unionbook.member;

import org.jspecify.annotations.Nullable;

/**
 * A person to be entered into the book.
 *
 * @param kind how the person comes in
 * @param person who it is
 * @param standing what the roster shows from that day on
 * @param identity the identity number, where known
 * @param step the day and the decision
 */
record Admission(MovementKind kind, Person person, Standing standing, @Nullable IdentityNumber identity, Step step) {
}
