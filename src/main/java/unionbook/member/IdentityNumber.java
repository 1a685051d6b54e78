package unionbook.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import unionbook.platform.RuleViolation;
import unionbook.shared.Gender;

/**
 * The number of a citizen identity card (12 digits, Decree 137/2015/NĐ-CP art. 13) or of
 * the identity card before it (9 digits). Papers have errors: what contradicts the record
 * is told, never refused.
 *
 * @param digits nine or twelve ASCII digits
 */
public record IdentityNumber(String digits) {

	private static final Pattern DIGITS = Pattern.compile("[0-9]{12}|[0-9]{9}");

	private static final int LAST_PROVINCE = 96;

	/**
	 * Reads what was typed: blanks are dropped and full-width digits taken for digits.
	 * @throws RuleViolation if that leaves anything but nine or twelve digits
	 */
	static IdentityNumber of(String typed) {
		StringBuilder digits = new StringBuilder(12);
		typed.codePoints()
			.filter((letter) -> !Character.isWhitespace(letter) && !Character.isSpaceChar(letter))
			.map((letter) -> (letter >= '０' && letter <= '９') ? letter - '０' + '0' : letter)
			.forEach(digits::appendCodePoint);
		if (!DIGITS.matcher(digits).matches()) {
			throw new RuleViolation("member.rule.identity").onField("identityNumber");
		}
		return new IdentityNumber(digits.toString());
	}

	/** What stands for a number everywhere on screen. */
	static String masked(String tail) {
		return "•••••" + tail;
	}

	String tail() {
		return this.digits.substring(this.digits.length() - 4);
	}

	/**
	 * What in this number does not fit the record, as message keys.
	 * @param provinces whether the code of the province is looked at too
	 */
	List<String> findings(Gender gender, LocalDate birth, boolean provinces) {
		if (this.digits.length() == 9) {
			return List.of("member.identity.old");
		}
		return contradictions(gender, birth.getYear()).stream()
			.filter((part) -> provinces || !part.equals("province"))
			.map((part) -> "member.identity." + part)
			.toList();
	}

	/**
	 * Which parts of a number of twelve digits do not fit a person.
	 * @param gender the gender, or null to leave it out
	 * @param birthYear the year of birth, or null to leave it out
	 * @return of gender, year and province those that do not fit
	 */
	public List<String> contradictions(@Nullable Gender gender, @Nullable Integer birthYear) {
		List<String> parts = new ArrayList<>();
		int sign = this.digits.charAt(3) - '0';
		if (gender != null && (sign % 2 == 0) != (gender == Gender.MALE)) {
			parts.add("gender");
		}
		if (birthYear != null && (19 + sign / 2) * 100 + number(4, 6) != birthYear) {
			parts.add("year");
		}
		if (number(0, 3) < 1 || number(0, 3) > LAST_PROVINCE) {
			parts.add("province");
		}
		return parts;
	}

	private int number(int from, int to) {
		return Integer.parseInt(this.digits.substring(from, to));
	}

}
