package unionbook.platform;

import java.time.Duration;

/** Asked for more at once, or in a minute, than one account may; a 429 with the wait. */
public class TooMany extends RuntimeException {

	private final Duration wait;

	/**
	 * A refusal that ends by itself.
	 * @param wait how long to wait before asking again, rounded up to seconds
	 */
	public TooMany(Duration wait) {
		super("too many requests", null, false, false);
		this.wait = wait;
	}

	/** The wait in whole seconds, at least one. */
	long seconds() {
		return Math.max(1, this.wait.plusMillis(999).toSeconds());
	}

}
