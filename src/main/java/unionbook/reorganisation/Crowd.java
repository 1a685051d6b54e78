package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.member.MemberMoves.Standby;
import unionbook.shared.Gender;
import unionbook.shared.MemberId;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/**
 * The people of a source who can be assigned: everybody there on the effective day or
 * later.
 *
 * @param departments its departments in order; the empty text is people without one
 * @param people the people of the department asked for, in the order of a roster; without
 * a department asked for nobody
 */
record Crowd(List<Department> departments, List<Person> people) {

	static Crowd of(List<Standby> standby, @Nullable String asked) {
		Map<String, long[]> departments = new TreeMap<>();
		for (Standby one : standby) {
			long[] counts = departments.computeIfAbsent(one.department(), (name) -> new long[2]);
			counts[0] += "FEMALE".equals(one.gender()) ? 1 : 0;
			counts[1]++;
		}
		return new Crowd(
				departments.entrySet()
					.stream()
					.map((entry) -> new Department(entry.getKey(), new Share(entry.getValue()[0], entry.getValue()[1])))
					.toList(),
				standby.stream().filter((one) -> one.department().equals(asked)).map(Person::of).toList());
	}

	/**
	 * A department.
	 *
	 * @param name its name, or the empty text
	 * @param women women of its people
	 */
	record Department(String name, Share women) {
	}

	/**
	 * A person.
	 *
	 * @param member the member
	 * @param fullName the name
	 * @param gender the gender
	 * @param birthDate the birth date
	 * @param birthPrecision DAY, MONTH or YEAR
	 * @param department the department, or the empty text
	 * @param position the position, a code, or null
	 * @param unionPosition the position in the union, a code, or null
	 * @param to where the saved plan sends them, or null
	 */
	record Person(MemberId member, String fullName, Gender gender, LocalDate birthDate, String birthPrecision,
			String department, @Nullable String position, @Nullable String unionPosition, @Nullable UnitId to) {

		static Person of(Standby one) {
			UUID to = one.toUnit();
			return new Person(new MemberId(one.memberId()), one.fullName(), Gender.valueOf(one.gender()),
					one.birthDate(), one.birthPrecision(), one.department(), one.position(), one.unionPosition(),
					(to == null) ? null : new UnitId(to));
		}

	}

}
