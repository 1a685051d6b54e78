package unionbook.platform;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import unionbook.shared.Share;

/** Writes figures and days for people; templates call it {@code @fmt}. */
@Component("fmt")
public class Formats {

	/** What stands where there is nothing to compute. */
	public static final String NONE = "–";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

	/**
	 * A percent, half up: one decimal in lists, two in reports.
	 * @param share the share
	 * @param decimals digits after the comma
	 * @return such as 51,86%, or a dash for nothing of nothing
	 */
	public String percent(Share share, int decimals) {
		BigDecimal percent = share.percent(decimals);
		return (percent == null) ? NONE : decimal(percent, decimals) + "%";
	}

	/**
	 * A count.
	 * @param number the count
	 * @return such as 1.853
	 */
	public String number(long number) {
		// below a thousand nothing stands between the digits, in no language of ours
		return (number > -1000 && number < 1000) ? Long.toString(number)
				: NumberFormat.getIntegerInstance(locale()).format(number);
	}

	/**
	 * A decimal number.
	 * @param number the number
	 * @param decimals digits after the comma
	 * @return such as 51,86
	 */
	public String decimal(BigDecimal number, int decimals) {
		NumberFormat format = NumberFormat.getNumberInstance(locale());
		format.setMinimumFractionDigits(decimals);
		format.setMaximumFractionDigits(decimals);
		return format.format(number);
	}

	/**
	 * A difference with its sign.
	 * @param points the difference, or null
	 * @return such as +1,2 or −0,3
	 */
	public String points(@Nullable BigDecimal points) {
		if (points == null) {
			return NONE;
		}
		String sign = (points.signum() > 0) ? "+" : (points.signum() < 0) ? "−" : "";
		return sign + decimal(points.abs(), points.scale());
	}

	/**
	 * A difference of counts with its sign.
	 * @param difference the difference
	 * @return such as +12 or −3
	 */
	public String signed(long difference) {
		return ((difference > 0) ? "+" : (difference < 0) ? "−" : "") + number(Math.abs(difference));
	}

	/**
	 * A day.
	 * @param day the day, or null
	 * @return such as 05/02/1990, or a dash
	 */
	public String day(@Nullable LocalDate day) {
		return (day == null) ? NONE : DAY.format(day);
	}

	/**
	 * A day as far as it is known.
	 * @param day the day, or null
	 * @param precision DAY, MONTH, YEAR or UNKNOWN
	 * @return the day, the month, the year or a dash
	 */
	public String birth(@Nullable LocalDate day, String precision) {
		if (day == null) {
			return NONE;
		}
		return switch (precision) {
			case "DAY" -> DAY.format(day);
			case "MONTH" -> MONTH.format(day);
			case "YEAR" -> String.valueOf(day.getYear());
			default -> NONE;
		};
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
