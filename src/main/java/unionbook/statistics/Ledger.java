package unionbook.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import unionbook.shared.Share;

/**
 * The movements of a period in a unit and everything below it, women as a share of all.
 *
 * @param from the first day
 * @param to the last day
 * @param opening who was there before the first day, with what a first load brought
 * @param loaded who came by a first load inside the period, counted in the opening
 * @param lines the movements by kind, without those inside, and the people of units that
 * came or went as a whole
 * @param moved who was moved between units inside: counted once, no increase and no
 * decrease
 * @param closing who was there on the last day, from the headcounts and not from the
 * lines
 */
public record Ledger(LocalDate from, LocalDate to, Share opening, Share loaded, List<Line> lines, Share moved,
		Share closing) {

	/**
	 * All increases.
	 * @return the women of those who came in from outside
	 */
	public Share in() {
		return sum(1);
	}

	/**
	 * All decreases.
	 * @return the women of those who left to the outside
	 */
	public Share out() {
		return sum(-1);
	}

	/**
	 * Whether the figures close, for all and for women.
	 * @return true if opening + increases − decreases = closing
	 */
	public boolean balanced() {
		Share in = in();
		Share out = out();
		return this.opening.whole() + in.whole() - out.whole() == this.closing.whole()
				&& this.opening.part() + in.part() - out.part() == this.closing.part();
	}

	/**
	 * The movements of some kinds.
	 * @param kinds codes of the list movement_type
	 * @return the women of the people moved so
	 */
	public Share of(Collection<String> kinds) {
		return Headcounts
			.sum(this.lines.stream().filter((line) -> kinds.contains(line.kind())).map(Line::people).toList());
	}

	private Share sum(int direction) {
		return Headcounts
			.sum(this.lines.stream().filter((line) -> line.direction() == direction).map(Line::people).toList());
	}

	/**
	 * The movements of one kind, or of whole units.
	 *
	 * @param kind a code of the list movement_type, UNITS_IN or UNITS_OUT
	 * @param direction 1 for an increase, −1 for a decrease
	 * @param people the women of the people moved
	 */
	public record Line(String kind, int direction, Share people) {
	}

}
