package unionbook.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.format.Formatter;
import unionbook.shared.VietnameseText;

/**
 * Reads days as officers write them: 5/2/1990, 05-02-1990, 05.02.1990, and 1990-02-05 in
 * addresses. Impossible days, two-digit years and years outside 1900 to 2100 are refused,
 * never guessed.
 */
class DayFormatter implements Formatter<LocalDate> {

	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");

	private static final Pattern ADDRESS = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

	private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	@Override
	public LocalDate parse(String text, Locale locale) {
		String clean = VietnameseText.normalize(text);
		Matcher written = WRITTEN.matcher(clean);
		if (written.matches()) {
			return day(written.group(3), written.group(2), written.group(1));
		}
		Matcher address = ADDRESS.matcher(clean);
		if (address.matches()) {
			return day(address.group(1), address.group(2), address.group(3));
		}
		throw new IllegalArgumentException("not a day");
	}

	@Override
	public String print(LocalDate day, Locale locale) {
		return PRINTED.format(day);
	}

	private static LocalDate day(String year, String month, String day) {
		try {
			LocalDate parsed = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
			if (parsed.getYear() < 1900 || parsed.getYear() > 2100) {
				throw new IllegalArgumentException("a year far away");
			}
			return parsed;
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("an impossible day", ex);
		}
	}

}
