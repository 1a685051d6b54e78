package unionbook.reorganisation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitMatters.Matter;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/**
 * Before and after, side by side: what executing would do, found by doing it and taking
 * it back.
 *
 * @param rows the units named by the plan, those that end first, new ones last; none
 * while the decision is incomplete or may not be made
 * @param before women of all people of these units on the day before
 * @param after the same on the effective day, or null if it cannot be done
 * @param remaining people not assigned yet, by source; empty when everybody is
 * @param matters what is open in units that end
 * @param problem why it cannot be done, or null
 * @param seen what the reader has seen, to be handed to execute with the confirmation
 */
record Preview(List<Row> rows, Share before, @Nullable Share after, List<Remaining> remaining, List<Matter> matters,
		@Nullable RuleViolation problem, String seen) {

	/**
	 * Whether it can be executed as it is.
	 * @return true without problem and without anybody remaining
	 */
	public boolean ready() {
		return this.problem == null && this.remaining.isEmpty();
	}

	/** What becomes of a unit; the words are the messages reorganisation.fate.*. */
	enum Fate {

		ENDS, LIVES, NEW

	}

	/**
	 * One unit.
	 *
	 * @param unit the unit
	 * @param code its code, the new one if it changes
	 * @param name its name, the new one if it changes
	 * @param fate what becomes of it
	 * @param before women of its members on the day before
	 * @param after women of its members on the effective day, or null if it cannot be
	 * done
	 */
	record Row(UnitId unit, String code, String name, Fate fate, Share before, @Nullable Share after) {
	}

	/**
	 * People of a source who go nowhere yet.
	 *
	 * @param unit the source
	 * @param name its name
	 * @param people how many
	 */
	record Remaining(UnitId unit, String name, long people) {
	}

}
