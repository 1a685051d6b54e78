package unionbook.committee;

import java.time.LocalDate;
import java.util.UUID;

/** Tells what in the committees of some units needs doing; the home page asks. */
public interface CommitteeTasks {

	/**
	 * What needs doing on a day.
	 * @param units their ids, inside the reach of the actor
	 * @param day the day
	 * @return how much of each
	 */
	Open open(UUID[] units, LocalDate day);

	/**
	 * How much needs doing.
	 *
	 * @param vacant seats that ended before their term and are neither filled nor
	 * dismissed
	 * @param ending terms whose planned end lies within six months, or has passed
	 */
	record Open(int vacant, int ending) {

		/** Nothing, for who only reads. */
		public static final Open NONE = new Open(0, 0);

	}

}
