package unionbook.report;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One unit or one person a task is about.
 *
 * @param memberId the person, or null for a unit
 * @param fullName the person's name, or null for a unit
 * @param unitId the unit
 * @param unitCode its code
 * @param unitName its name
 * @param birthDate the person's birth, or null
 * @param birthPrecision how exactly it is known, or null
 * @param due the day a person reaches an age, or null
 */
record TaskRow(@Nullable UUID memberId, @Nullable String fullName, UUID unitId, String unitCode, String unitName,
		@Nullable LocalDate birthDate, @Nullable String birthPrecision, @Nullable LocalDate due) {
}
