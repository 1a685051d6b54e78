package unionbook.demo;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Gender;

/**
 * An invented person: what does not change while the history runs.
 *
 * @param id the id of the member record
 * @param name full name
 * @param gender gender
 * @param birthDate day of birth
 * @param birthPlace province of birth
 * @param hometown province the family comes from
 * @param ethnicity code of the ethnic group
 * @param religion code of the religion
 * @param identityNumber a citizen identity number of a province that does not exist
 * @param phone a number of a range given to nobody
 * @param email an address that cannot be delivered
 * @param address where the person lives
 * @param employmentKind kind of employment
 * @param hiredOn first day of work
 * @param specialty field of study
 * @param partyJoinedOn day of entering the Party before the history begins, or null
 * @param joinedUnionOn day of joining the union
 * @param cardNumber number of the member's card
 */
record Person(UUID id, String name, Gender gender, LocalDate birthDate, String birthPlace, String hometown,
		String ethnicity, String religion, String identityNumber, String phone, String email, String address,
		String employmentKind, LocalDate hiredOn, String specialty,
		@Nullable LocalDate partyJoinedOn, LocalDate joinedUnionOn, String cardNumber) {

	/**
	 * The day on which this person retires: the first of the month after reaching the retirement age (Decree
	 * 135/2020/NĐ-CP, Article 4; until 2020 Labour Code 2012, Article 187).
	 * @return the first day of retirement
	 */
	LocalDate retiresOn() {
		int year = 2018;
		while (reaches(year).getYear() > year) {
			year++;
		}
		return reaches(year).withDayOfMonth(1).plusMonths(1);
	}

	/** The day on which the retirement age of a year is reached: 60 and 55 years, rising since 2021 to 62 and 60. */
	private LocalDate reaches(int year) {
		int steps = Math.max(0, year - 2020);
		int months = (this.gender == Gender.MALE) ? Math.min(62 * 12, 60 * 12 + 3 * steps)
				: Math.min(60 * 12, 55 * 12 + 4 * steps);
		return this.birthDate.plusMonths(months);
	}

	int age(LocalDate day) {
		return this.birthDate.until(day).getYears();
	}

}
