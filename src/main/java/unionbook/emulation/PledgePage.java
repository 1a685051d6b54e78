package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.unit.UnitRow;

/**
 * A pledge as a page shows it.
 *
 * @param facts what is known beside the text
 * @param text what it says
 * @param integrity whether the text is the signed one
 * @param unit whose it is, as it was then
 * @param superior the name of the union above, or null
 * @param board the targets with their results
 * @param original the pledge this is an addendum to, or null
 * @param addenda the addenda in their order
 * @param steps what happened, the newest first
 * @param mayWrite whether the reader may change it
 */
record PledgePage(PledgeFacts facts, PledgeText text, Integrity integrity, UnitRow unit, @Nullable String superior,
		List<BoardRow> board, @Nullable Addendum original, List<Addendum> addenda, List<Step> steps, boolean mayWrite) {

	/** How many targets have a result of the year. */
	public long reported() {
		return this.board.stream().filter((row) -> row.year() != null).count();
	}

	/** How many of those are kept. */
	public long met() {
		return this.board.stream().filter((row) -> row.year() != null && row.year().verdict() == Verdict.MET).count();
	}

	public boolean mayEdit() {
		return this.mayWrite && this.facts.status().open();
	}

	public boolean mayRecord() {
		return this.mayWrite && this.facts.status().running();
	}

	public boolean mayAmend() {
		return mayRecord() && !this.facts.addendum();
	}

	public boolean mayCancel() {
		return this.mayWrite && this.facts.status().compareTo(PledgeStatus.CLOSED) < 0;
	}

	/**
	 * A pledge that belongs to this one.
	 *
	 * @param facts what is known of it
	 * @param text what it says
	 * @param integrity whether its text is the signed one
	 */
	record Addendum(PledgeFacts facts, PledgeText text, Integrity integrity) {

		static Addendum of(Pledge pledge) {
			return new Addendum(pledge.facts(), pledge.text(), pledge.integrity());
		}

	}

	/**
	 * Something that happened to the pledge.
	 *
	 * @param day when, or null when it is not known
	 * @param precision how far the day is known
	 * @param words what
	 */
	record Step(@Nullable LocalDate day, String precision, Sentence words) {
	}

}
