package unionbook.statistics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;
import unionbook.unit.UnitRow;

/**
 * The gender ratio of a unit with everything below it, as asked.
 *
 * @param query what was asked
 * @param unit the unit as it was on the day
 * @param unions how many grassroots unions lived below it, or one for itself
 * @param rows the lines in the asked order
 * @param total all lines together
 * @param years the women of the members at the end of each earlier year
 * @param officers the women of the holders of each union position
 * @param published what was printed elsewhere about the unit
 */
record GenderReport(GenderQuery query, UnitRow unit, long unions, List<GenderRow> rows, GenderRow total,
		SortedMap<Integer, Share> years, Map<String, Share> officers, List<Published> published) {

	/** Figures printed elsewhere for the asked day. */
	public @Nullable Published publishedOnDay() {
		return this.published.stream()
			.filter((figure) -> figure.day().equals(this.query.day()))
			.findFirst()
			.orElse(null);
	}

	/** Whether some figure is kept from this reader. */
	public boolean hides() {
		return this.rows.stream().anyMatch((row) -> !row.shown().open());
	}

}
