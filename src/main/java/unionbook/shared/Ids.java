package unionbook.shared;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes time-ordered ids (UUID version 7, RFC 9562), so that new rows land together in an
 * index.
 */
public final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	/**
	 * A new id.
	 * @return an id that sorts after those made in earlier milliseconds
	 */
	public static UUID next() {
		return of(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
	}

	/**
	 * An id with chosen parts, for data that must be the same on each load.
	 * @param millis the moment, in milliseconds since 1970
	 * @param high random bits, of which twelve are used
	 * @param low random bits, of which sixty-two are used
	 * @return the id
	 */
	public static UUID of(long millis, long high, long low) {
		return new UUID(millis << 16 | 0x7000L | high & 0x0fffL, low & 0x3fffffffffffffffL | 0x8000000000000000L);
	}

}
