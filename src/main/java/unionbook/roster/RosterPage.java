package unionbook.roster;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Markup;
import unionbook.shared.Share;

/**
 * What the page of a roster shows, ready to be written.
 *
 * @param path the address without parameters
 * @param trail the superiors of the unit and the unit itself, empty without a unit
 * @param issuer whose roster it is
 * @param superior the unit above, or null
 * @param women the women among those asked for
 * @param shown how many stand on this page
 * @param words the words searched for, or null
 * @param filters the filters
 * @param chips what narrows the list now, each with the way out
 * @param kept what the form of filters keeps of the address
 * @param headings the headings of the columns
 * @param rows the body of the table
 * @param columns the columns to choose from
 * @param sizes the page sizes to choose from
 * @param asked what the form of columns keeps of the address
 * @param href this page
 * @param everybodyHref the same without filters
 * @param nextHref the next page, or null
 * @param previousHref the page before, or null
 * @param firstHref the first page
 * @param xlsxHref the export as a workbook
 * @param csvHref the export as text
 * @param addHref where a member is added, or null
 */
record RosterPage(String path, List<Link> trail, String issuer, @Nullable String superior, Share women, int shown,
		@Nullable String words, Markup filters, List<Link> chips, Map<String, String> kept, Markup headings,
		Markup rows, Markup columns, Markup sizes, Map<String, String> asked, String href, String everybodyHref,
		@Nullable String nextHref, @Nullable String previousHref, String firstHref, String xlsxHref, String csvHref,
		@Nullable String addHref) {

	/** A text that leads somewhere, or nowhere when there is no address. */
	record Link(String text, @Nullable String href) {
	}

}
