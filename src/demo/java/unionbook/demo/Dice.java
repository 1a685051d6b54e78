package unionbook.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Draws that come out the same on each run, machine and Java release. */
final class Dice {

	private final SplittableRandom random;

	Dice(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/** A number from 0 up to, not including, the bound; from the raw bits, whose algorithm is specified. */
	int below(int bound) {
		return (int) Math.unsignedMultiplyHigh(this.random.nextLong(), bound);
	}

	int between(int lowest, int highest) {
		return lowest + below(highest - lowest + 1);
	}

	boolean percent(int chance) {
		return below(100) < chance;
	}

	/** A day of a half-open period; its first day when the period is empty. */
	LocalDate day(LocalDate from, LocalDate to) {
		return from.plusDays(below((int) Math.max(1, ChronoUnit.DAYS.between(from, to))));
	}

	/** A day like {@link #day}, moved from a weekend to the Friday before it. */
	LocalDate workday(LocalDate from, LocalDate to) {
		return workday(day(from, to));
	}

	static LocalDate workday(LocalDate day) {
		return day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue()));
	}

	<T> T pick(List<T> things) {
		return things.get(below(things.size()));
	}

}
