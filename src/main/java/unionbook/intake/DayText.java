package unionbook.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import unionbook.document.SheetCell;
import unionbook.document.SheetCell.Kind;

/**
 * Reads days as lists write them: 5/2/1990, 05-02-1990, 05.02.1990, the number of a day,
 * and for births the year or month alone. The day stands before the month; what cannot be
 * a day and years of two digits are refused, never guessed.
 */
final class DayText {

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter WRITTEN_MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

	private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");

	private static final Pattern ISO = Pattern
		.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]00:00(?::00(?:\\.0+)?)?)?");

	private static final Pattern MONTH = Pattern.compile("(\\d{1,2})\\s?[/.-]\\s?(\\d{4})");

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{2}");

	/** Days from 1910 on, as spreadsheet programs count them. */
	private static final Pattern SERIAL = Pattern.compile("[3-9]\\d{3}|\\d{5}");

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2100;

	private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);

	private DayText() {
	}

	/**
	 * Reads a cell.
	 * @param cell the cell
	 * @param text its text, cleaned
	 * @param birth whether it is a birth, known perhaps by its year or month only
	 * @param today the last day possible
	 */
	static Reading read(SheetCell cell, String text, boolean birth, LocalDate today) {
		if (cell.kind() == Kind.DAY && cell.day() != null) {
			return within(text, cell.day(), WRITTEN.format(cell.day()), today);
		}
		if (cell.kind() == Kind.NUMBER && cell.number() != null) {
			return number(cell.number(), text, cell.day(), birth, today);
		}
		String digits = Digits.ascii(text);
		try {
			return written(text, digits, birth, today);
		}
		catch (DateTimeException ex) {
			return Reading.refused(text, "intake.problem.day.impossible");
		}
	}

	private static Reading written(String text, String digits, boolean birth, LocalDate today) {
		Matcher day = DAY.matcher(digits);
		if (day.matches()) {
			return within(text, date(day.group(3), day.group(2), day.group(1)), today);
		}
		Matcher iso = ISO.matcher(digits);
		if (iso.matches()) {
			return within(text, date(iso.group(1), iso.group(2), iso.group(3)), today);
		}
		if (SHORT_YEAR.matcher(digits).matches()) {
			return Reading.refused(text, "intake.problem.day.shortYear");
		}
		Matcher month = MONTH.matcher(digits);
		if (month.matches()) {
			LocalDate first = date(month.group(2), month.group(1), "1");
			return birth ? within(text, first, WRITTEN_MONTH.format(first), today)
					: Reading.refused(text, "intake.problem.day.incomplete");
		}
		if (YEAR.matcher(digits).matches() && isYear(Integer.parseInt(digits))) {
			return year(text, Integer.parseInt(digits), birth, today);
		}
		if (SERIAL.matcher(digits).matches()) {
			return serial(text, SERIAL_START.plusDays(Integer.parseInt(digits)), today);
		}
		return Reading.refused(text, "intake.problem.day.unknown");
	}

	private static Reading number(BigDecimal number, String text, @Nullable LocalDate day, boolean birth,
			LocalDate today) {
		boolean whole = number.stripTrailingZeros().scale() <= 0;
		if (whole && number.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
				&& number.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0) {
			return year(text, number.intValueExact(), birth, today);
		}
		if (whole && day != null && day.getYear() >= 1910 && day.getYear() <= LAST_YEAR) {
			return serial(text, day, today);
		}
		return Reading.refused(text, "intake.problem.day.unknown");
	}

	private static Reading year(String text, int year, boolean birth, LocalDate today) {
		return birth ? within(text, LocalDate.of(year, 1, 1), String.valueOf(year), today)
				: Reading.refused(text, "intake.problem.day.incomplete");
	}

	private static Reading serial(String text, LocalDate day, LocalDate today) {
		Reading reading = within(text, day, today);
		return reading.failed() ? reading
				: Reading.mended(reading.value(), "intake.problem.day.serial", text, reading.value());
	}

	private static Reading within(String text, LocalDate day, LocalDate today) {
		return within(text, day, WRITTEN.format(day), today);
	}

	private static Reading within(String text, LocalDate day, String value, LocalDate today) {
		if (day.isAfter(today)) {
			return Reading.refused(text, "intake.problem.day.future");
		}
		return (day.getYear() < FIRST_YEAR) ? Reading.refused(text, "intake.problem.day.early") : Reading.of(value);
	}

	private static boolean isYear(int year) {
		return year >= FIRST_YEAR && year <= LAST_YEAR;
	}

	private static LocalDate date(String year, String month, String day) {
		return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
	}

}
