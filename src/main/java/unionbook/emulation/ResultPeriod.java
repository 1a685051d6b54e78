package unionbook.emulation;

import java.time.LocalDate;
import java.time.Month;

/** When results are recorded: at half-year and at the end of the year. */
enum ResultPeriod {

	H1, YEAR;

	/** The last day of the period. */
	LocalDate lastDay(int year) {
		return (this == H1) ? LocalDate.of(year, Month.JUNE, 30) : LocalDate.of(year, Month.DECEMBER, 31);
	}

	/** The verdict on what was reached in this period. */
	Verdict judge(Goal goal, Achievement reached, LocalDate day) {
		return (this == H1) ? goal.judgeHalfWay(reached, day) : goal.judge(reached, day);
	}

}
