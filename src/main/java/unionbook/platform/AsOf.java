package unionbook.platform;

import java.time.LocalDate;

/**
 * The day a page is asked for; handler methods take it as an argument, from
 * {@code ?asOf=} or today.
 *
 * @param day the day
 * @param today whether that is today because nothing else was asked
 */
public record AsOf(LocalDate day, boolean today) {

	/**
	 * The part of an address that keeps this day.
	 * @return such as {@code asOf=2020-12-31}, empty for today
	 */
	public String query() {
		return this.today ? "" : "asOf=" + this.day;
	}

}
