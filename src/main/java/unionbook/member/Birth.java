package unionbook.member;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A birth date as far as it is known.
 *
 * @param day the day, or the first day of the known month or year
 * @param precision DAY, MONTH or YEAR
 */
record Birth(LocalDate day, String precision) {

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");

	/**
	 * Reads 1975, 02/1990 or a whole day.
	 * @param text what was typed
	 * @param days reads a whole day
	 * @throws IllegalArgumentException if it is none of them
	 */
	static Birth of(String text, Function<String, LocalDate> days) {
		if (YEAR.matcher(text).matches()) {
			return new Birth(days.apply("1/1/" + text), "YEAR");
		}
		Matcher month = MONTH.matcher(text);
		if (month.matches()) {
			return new Birth(days.apply("1/" + month.group(1) + "/" + month.group(2)), "MONTH");
		}
		return new Birth(days.apply(text), "DAY");
	}

}
