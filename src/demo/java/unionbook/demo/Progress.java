package unionbook.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Some study on, some join the Party: the roster changes, the number of members does not. */
final class Progress {

	private final Dice dice;

	private final Agenda agenda;

	private final List<Career> careers;

	Progress(Dice dice, Agenda agenda, List<Career> careers) {
		this.dice = dice;
		this.agenda = agenda;
		this.careers = careers;
	}

	/** Plans a year: 14 in a thousand join the Party, 9 in a thousand become masters. */
	void plan(int size, LocalDate begin) {
		for (int step = 0; step < size * 14 / 1000; step++) {
			this.agenda.plan(this.dice.workday(begin.plusDays(4), begin.plusYears(1)), this::admitToParty);
		}
		for (int step = 0; step < size * 9 / 1000; step++) {
			this.agenda.plan(this.dice.workday(begin.plusDays(4), begin.plusYears(1)), this::graduate);
		}
	}

	/** Plans the end of probation, twelve months after joining (Charter of the Party, Article 5). */
	void planOfficial(Career career, LocalDate joined) {
		this.agenda.plan(joined.plusYears(1), (due) -> {
			if (career.present()) {
				career.change(due, (standing) -> standing.inParty("OFFICIAL"));
			}
		});
	}

	private void admitToParty(LocalDate day) {
		Career career = draw((one) -> one.standing().party().equals("NONE") && one.person().age(day) < 46);
		career.joinParty(day);
		career.change(day, (standing) -> standing.inParty("PROBATIONARY"));
		planOfficial(career, day);
	}

	private void graduate(LocalDate day) {
		draw((one) -> one.standing().education().equals("BACHELOR") && one.person().age(day) < 42).change(day,
				(standing) -> standing.educated("MASTER"));
	}

	private Career draw(Predicate<Career> wanted) {
		return this.dice.pick(this.careers.stream().filter(Career::present).filter(wanted).toList());
	}

}
