package unionbook.intake;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param rows the rows
 * @param firstHref the first page, or null
 * @param previousHref the page before, or null
 * @param nextHref the page after, or null
 */
record PreviewPage(List<PreviewRow> rows, @Nullable String firstHref, @Nullable String previousHref,
		@Nullable String nextHref) {

	static PreviewPage of(UUID run, @Nullable RowVerdict verdict, List<PreviewRow> rows, boolean before,
			boolean after) {
		String base = href(run, verdict);
		String and = base + ((verdict == null) ? "?" : "&");
		boolean empty = rows.isEmpty();
		return new PreviewPage(rows, base, (before && !empty) ? and + "before=" + rows.getFirst().number() : null,
				(after && !empty) ? and + "after=" + rows.getLast().number() : null);
	}

	static String href(UUID run, @Nullable RowVerdict verdict) {
		return "/imports/" + run + ((verdict == null) ? "" : "?verdict=" + verdict);
	}

}
