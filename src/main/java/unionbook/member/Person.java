package unionbook.member;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of a person whatever the day: corrected when wrong, not dated.
 *
 * @param birthDate the birth date; of a partly known one the first day that fits
 * @param birthPrecision DAY, MONTH or YEAR
 */
@Embeddable
record Person(String fullName, @Nullable String otherName, LocalDate birthDate, String birthPrecision,
		@Nullable String birthPlace, @Nullable String hometown, @Nullable String ethnicity, @Nullable String religion,
		@Nullable LocalDate identityIssuedOn, @Nullable String identityIssuedBy, @Nullable String phone,
		@Nullable String email, @Nullable String address, @Nullable String employmentKind, @Nullable LocalDate hiredOn,
		@Nullable String specialty, @Nullable String politicalTheory, @Nullable LocalDate partyJoinedOn,
		@Nullable LocalDate joinedUnionOn, @Nullable String cardNumber, @Nullable String note) {
}
