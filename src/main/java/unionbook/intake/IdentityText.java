package unionbook.intake;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import unionbook.document.SheetCell;
import unionbook.document.SheetCell.Kind;
import unionbook.member.IdentityNumber;
import unionbook.shared.Gender;

/**
 * Reads numbers of citizen identity cards (CCCD, 12 digits, Decree 137/2015/NĐ-CP art.
 * 13): three for the province, one for century and gender, two for the year of birth. A
 * spreadsheet program that took it for a number has dropped the zeros in front; they are
 * put back only where gender and year of birth then agree.
 */
final class IdentityText {

	private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.'-]+");

	private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final int LENGTH = 12;

	private IdentityText() {
	}

	/**
	 * Reads a cell.
	 * @param cell the cell
	 * @param text its text, cleaned
	 * @param plainText whether the file cannot tell numbers from text
	 * @param gender MALE or FEMALE, or null when the row does not tell
	 * @param birthYear the year of birth, or null when the row does not tell
	 */
	static Reading read(SheetCell cell, String text, boolean plainText, @Nullable String gender,
			@Nullable Integer birthYear) {
		String digits = (cell.kind() == Kind.NUMBER) ? text : SEPARATORS.matcher(Digits.ascii(text)).replaceAll("");
		if (ROUNDED.matcher(digits).matches()) {
			return Reading.refused(text, "intake.problem.identity.rounded");
		}
		if (!NUMBER.matcher(digits).matches() || digits.length() > LENGTH || digits.length() < 9) {
			return Reading.refused(text, "intake.problem.identity.digits");
		}
		if (digits.length() == LENGTH) {
			return Reading.of(digits);
		}
		boolean shortened = plainText || cell.kind() == Kind.NUMBER;
		String restored = "0".repeat(LENGTH - digits.length()) + digits;
		// two zeros at most: the provinces start at 001
		if (shortened && digits.length() >= 10 && gender != null && birthYear != null
				&& contradictions(restored, gender, birthYear).isEmpty()) {
			return Reading.mended(restored, "intake.problem.identity.restored", text, restored);
		}
		if (digits.length() == 9) {
			return Reading.mended(digits, "intake.problem.identity.old", digits);
		}
		return Reading.refused(text, shortened ? "intake.problem.identity.zeros" : "intake.problem.identity.digits");
	}

	/**
	 * What in a number does not fit the person, as message keys.
	 * @param digits twelve digits
	 * @param gender MALE or FEMALE, or null to leave it out
	 * @param birthYear the year of birth, or null to leave it out
	 */
	static List<String> contradictions(String digits, @Nullable String gender, @Nullable Integer birthYear) {
		return new IdentityNumber(digits).contradictions((gender == null) ? null : Gender.valueOf(gender), birthYear)
			.stream()
			.map((part) -> "intake.problem.identity." + part)
			.toList();
	}

}
