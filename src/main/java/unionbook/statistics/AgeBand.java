package unionbook.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bands of ages in reports: full years on the asked day; for births known by year
 * only, the difference of the years.
 */
enum AgeBand {

	O60("O60", 61), B56("56-60", 56), B51("51-55", 51), B41("41-50", 41), B31("31-40", 31), U31("U31", 0);

	private final String code;

	private final int youngest;

	AgeBand(String code, int youngest) {
		this.code = code;
		this.youngest = youngest;
	}

	/** The name in addresses and in the roster's filter. */
	String code() {
		return this.code;
	}

	/**
	 * The first birth dates of the second to the last band, rising; who is born before
	 * the first of them belongs to the oldest band.
	 */
	static List<LocalDate> birthdays(LocalDate day) {
		return bands().mapToObj((band) -> day.minusYears(older(band).youngest).plusDays(1)).toList();
	}

	/** The same for births known by year only. */
	static List<LocalDate> birthYears(LocalDate day) {
		return bands().mapToObj((band) -> LocalDate.of(day.getYear() - older(band).youngest + 1, 1, 1)).toList();
	}

	/** The codes from the youngest band to the oldest. */
	static List<String> codes() {
		return Arrays.stream(values()).map(AgeBand::code).toList().reversed();
	}

	private static IntStream bands() {
		return IntStream.range(1, values().length);
	}

	private static AgeBand older(int band) {
		return values()[band - 1];
	}

}
