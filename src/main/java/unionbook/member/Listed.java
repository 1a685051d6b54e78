package unionbook.member;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A person as a row of a list gives them: what the row does not say is null.
 *
 * @param standing the facts of {@link Standing} by field
 */
record Listed(Person person, Map<String, @Nullable String> standing, @Nullable IdentityNumber identity) {
}
