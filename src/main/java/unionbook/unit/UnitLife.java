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
record UnitLife(List<UnitRow> versions) {

	UnitRow first() {
		return this.versions.getFirst();
	}

	UnitRow last() {
		return this.versions.getLast();
	}

	/** The first day it no longer exists, or null while no end is known. */
	@Nullable LocalDate endsOn() {
		return last().period().to();
	}

	/** The facts of a day; outside its life the first or the last. */
	UnitRow on(LocalDate day) {
		return this.versions.stream()
			.filter((version) -> version.livesOn(day))
			.findFirst()
			.orElse(day.isBefore(first().period().from()) ? first() : last());
	}

}
