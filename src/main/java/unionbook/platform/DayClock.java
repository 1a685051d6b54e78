package unionbook.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.stereotype.Component;

/**
 * Tells the day and the moment; days change at midnight in Asia/Ho_Chi_Minh, wherever the
 * server stands.
 */
@Component
public class DayClock {

	/** The zone of every day in this application. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final Clock clock;

	/**
	 * Reads a clock.
	 * @param clock the clock of the server, or one that stands still
	 */
	public DayClock(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The day in Vietnam.
	 * @return today
	 */
	public LocalDate today() {
		return LocalDate.ofInstant(now(), ZONE);
	}

	/**
	 * The moment.
	 * @return now
	 */
	public Instant now() {
		return this.clock.instant();
	}

}
