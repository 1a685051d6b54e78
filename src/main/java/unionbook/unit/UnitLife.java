package unionbook.unit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that was and will be of a unit.
 *
 * @param versions its facts, oldest first, at least one, each beginning where the one
 * before ends
 */
public record UnitLife(List<UnitRow> versions) {

	/**
	 * Its first facts.
	 * @return the facts it was founded with
	 */
	public UnitRow first() {
		return this.versions.getFirst();
	}

	/**
	 * Its last facts.
	 * @return the facts that hold now, will hold, or held when it ended
	 */
	public UnitRow last() {
		return this.versions.getLast();
	}

	/**
	 * Its end.
	 * @return the first day it no longer exists, or null while no end is known
	 */
	public @Nullable LocalDate endsOn() {
		return last().period().to();
	}

	/**
	 * The facts of a day.
	 * @param day the day
	 * @return the facts then; outside its life the first or the last
	 */
	public UnitRow on(LocalDate day) {
		return this.versions.stream()
			.filter((version) -> version.livesOn(day))
			.findFirst()
			.orElse(day.isBefore(first().period().from()) ? first() : last());
	}

}
