package unionbook.roster;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * A page of a roster.
 *
 * @param place whose roster it is
 * @param query what was asked, without what the reader may not ask
 * @param columns the columns shown
 * @param women the women among all who were asked for, on this page or not
 * @param rows the people of this page
 * @param previous the row the page before ends at, or null on the first page
 * @param next the row the page after begins at, or null on the last page
 */
record Roster(RosterPlace place, RosterQuery query, Set<RosterColumn> columns, Share women, List<RosterRow> rows,
		@Nullable UUID previous, @Nullable UUID next) {
}
