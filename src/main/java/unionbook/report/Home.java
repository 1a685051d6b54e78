package unionbook.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.committee.CommitteeTasks;
import unionbook.emulation.PledgeSummary;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.statistics.Ledger;
import unionbook.statistics.MovementLine;
import unionbook.statistics.Published;
import unionbook.unit.UnitRow;

/**
 * What the home page of a unit shows.
 *
 * @param unit the unit as it was on the day
 * @param day the day
 * @param members the women of the members
 * @param unions how many grassroots unions live below
 * @param bars the women of the members of the greatest units directly below
 * @param branches how many units stand directly below
 * @param ledger the movements of the year up to the day
 * @param movements the same as lines of a table
 * @param tasks how much needs doing, only what is more than nothing; empty for readers
 * @param committees what needs doing in committees
 * @param pledges where the pledges of the year stand
 * @param pledging whether the reader writes pledges here
 * @param published what was printed elsewhere about the unit
 */
record Home(UnitRow unit, LocalDate day, Share members, long unions, List<Bar> bars, int branches, Ledger ledger,
		List<MovementLine> movements, Map<Task, Integer> tasks, CommitteeTasks.Open committees, PledgeSummary pledges,
		boolean pledging, List<Published> published) {

	/** The first day the union was no more, or null while it lives. */
	public @Nullable LocalDate endedOn() {
		LocalDate to = this.unit.period().to();
		return (to == null || this.day.isBefore(to)) ? null : to;
	}

	/** Members more than at the end of the year before. */
	public long change() {
		return this.ledger.closing().whole() - this.ledger.opening().whole();
	}

	/** Grassroots unions without any pledge of the year, for who writes pledges. */
	public int pledgesMissing() {
		return this.pledging ? this.pledges.units() - this.pledges.signed() - this.pledges.drafts() : 0;
	}

	/** Pledges of the year that wait for their signatures, for who writes pledges. */
	public int pledgesUnsigned() {
		return this.pledging ? this.pledges.drafts() : 0;
	}

	/** How far the things to do are counted; what is more is told as more. */
	public int counted() {
		return Tasks.COUNTED;
	}

	/** Whether something needs doing. */
	public boolean busy() {
		return !this.tasks.isEmpty() || this.committees.vacant() + this.committees.ending() > 0
				|| pledgesMissing() + pledgesUnsigned() > 0;
	}

	/** Whether nothing has been entered yet. */
	public boolean fresh() {
		return this.members.whole() == 0 && this.ledger.lines().isEmpty() && this.published.isEmpty();
	}

	/**
	 * The women of one unit.
	 *
	 * @param unit the unit
	 * @param name its name
	 * @param women the women of its members
	 */
	record Bar(UnitId unit, String name, Share women) {
	}

}
