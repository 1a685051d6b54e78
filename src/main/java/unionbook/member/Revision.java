package unionbook.member;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A changed record.
 *
 * @param version the version the change was made on
 * @param person the corrected facts
 * @param standing what the roster shows from the day on
 * @param identity a new identity number, or null to keep the one there is
 * @param effectiveOn from which day another standing holds
 * @param reason what the change rests on
 */
record Revision(int version, Person person, Standing standing, @Nullable IdentityNumber identity,
		@Nullable LocalDate effectiveOn, @Nullable String reason) {
}
