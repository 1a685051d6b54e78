package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;

import unionbook.unit.UnitRow;

/**
 * The pledges of a year below a unit.
 *
 * @param root the unit
 * @param year the year
 * @param day the day the units and the states are those of
 * @param ministry the pledges of the whole ministry, on top
 * @param rows the units of this page
 * @param counts how many stand where
 * @param last whether no page follows
 * @param years the years that can be chosen, the latest first
 * @param mayWrite whether the reader may begin a pledge of the root
 */
record PledgeList(UnitRow root, int year, LocalDate day, List<PledgeRow> ministry, List<PledgeRow> rows, Counts counts,
		boolean last, List<Integer> years, boolean mayWrite) {

	/**
	 * How many units there are and where they stand.
	 *
	 * @param units all units
	 * @param signed those with a signed pledge
	 * @param drafts those with a draft
	 */
	record Counts(int units, int signed, int drafts) {

		/** Those without a pledge. */
		public int none() {
			return this.units - this.signed - this.drafts;
		}

	}

}
