package unionbook.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import unionbook.platform.Codes;
import unionbook.platform.Formats;

/**
 * The parts of a roster page that repeat hundreds of times, written in one go: as
 * template expressions, they would cost more than everything else of the page together.
 * Whatever is not a constant of this class goes through {@link #text}.
 */
final class RosterMarkup {

	private final StringBuilder html = new StringBuilder(16 * 1024);

	private RosterMarkup() {
	}

	/**
	 * The body of the table, a row for each person, its name first.
	 * @param rows the people
	 * @param columns the columns
	 * @param words words and codes in the reader's language
	 * @param formats writes days
	 * @param query what keeps the day in the address of a person, with its question mark
	 * @return the rows
	 */
	static RosterMarkup rows(List<RosterRow> rows, Set<RosterColumn> columns, RosterWords words, Formats formats,
			String query) {
		RosterMarkup markup = new RosterMarkup();
		List<String> labels = columns.stream().map((column) -> words.of(column.label())).toList();
		for (RosterRow row : rows) {
			markup.html.append("<tr>");
			int place = 0;
			for (RosterColumn column : columns) {
				Object cell = column.cell(row, words);
				String text = (cell instanceof LocalDate day) ? formats.day(day)
						: (cell == null) ? "" : cell.toString();
				markup.cell(row, column, labels.get(place++), text, query);
			}
			markup.html.append("</tr>\n");
		}
		return markup;
	}

	/**
	 * The choices of a filter.
	 * @param filter the filter
	 * @param chosen the value chosen, or null
	 * @param codes the code lists
	 * @param words words and codes in the reader's language
	 * @return the options of its select
	 */
	static RosterMarkup options(RosterFilter filter, @Nullable String chosen, Codes codes, RosterWords words) {
		RosterMarkup markup = new RosterMarkup();
		if (filter != RosterFilter.STATUS) {
			markup.html.append("<option value=\"\">");
			markup.text(words.of("platform.all")).html.append("</option>");
		}
		for (String option : filter.options(codes)) {
			markup.html.append("<option value=\"");
			markup.text(option).html.append(option.equals(chosen) ? "\" selected>" : "\">");
			markup.text(filter.word(option, words)).html.append("</option>");
		}
		return markup;
	}

	String html() {
		return this.html.toString();
	}

	private void cell(RosterRow row, RosterColumn column, String label, String text, String query) {
		if (column == RosterColumn.NAME) {
			this.html.append("<th scope=\"row\"><a href=\"/members/").append(row.member());
			text(query).html.append("\">");
			text(text).html.append("</a></th>");
			return;
		}
		this.html.append("<td data-label=\"");
		text(label).html.append("\">");
		text(text).html.append("</td>");
	}

	private RosterMarkup text(String text) {
		this.html.append(HtmlUtils.htmlEscape(text, "UTF-8"));
		return this;
	}

}
