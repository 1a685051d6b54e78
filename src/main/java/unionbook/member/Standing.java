package unionbook.member;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import unionbook.shared.Gender;

/**
 * What figures count and a roster shows of a person beside the name; each change of it
 * has its day.
 *
 * @param gender the gender: wrong ones are corrected from a day on, because figures of
 * the past rest on them
 * @param department where in the host body
 * @param position the position in the host body, a code
 * @param unionPosition the position in the union, a code
 * @param education the highest qualification, a code
 * @param partyStatus whether a Party member, a code
 */
@Embeddable
record Standing(@Enumerated(EnumType.STRING) Gender gender, @Nullable String department, @Nullable String position,
		@Nullable String unionPosition, @Nullable String education, String partyStatus) {

	/** Where nothing but the gender is known. */
	static Standing of(Gender gender) {
		return new Standing(gender, null, null, null, null, "NONE");
	}

	/**
	 * What goes along to another unit: posts in the union and the department stay behind.
	 */
	Standing elsewhere() {
		return new Standing(this.gender, null, this.position, null, this.education, this.partyStatus);
	}

}
