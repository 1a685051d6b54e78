package unionbook.roster;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Codes;
import unionbook.platform.Formats;
import unionbook.platform.Markup;

/** The parts of a roster page that repeat hundreds of times. */
final class RosterMarkup {

	private static final int[] SIZES = { 25, RosterQuery.SIZE, 100, 200 };

	/**
	 * Words and codes change only with a new version, so the choices are written once.
	 */
	private static final Map<Choices, Markup> CHOICES = new ConcurrentHashMap<>();

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
	static Markup rows(List<RosterRow> rows, Set<RosterColumn> columns, RosterWords words, Formats formats,
			String query) {
		Markup markup = new Markup(400 * (rows.size() + 1));
		List<String> labels = columns.stream().map((column) -> words.of(column.label())).toList();
		for (RosterRow row : rows) {
			markup.tag("<tr>");
			int place = 0;
			for (RosterColumn column : columns) {
				Object cell = column.cell(row, words);
				String text = (cell instanceof LocalDate day) ? formats.day(day)
						: (cell == null) ? "" : cell.toString();
				String label = labels.get(place++);
				if (column == RosterColumn.NAME) {
					markup.tag("<th scope=\"row\"><a href=\"/members/").text(row.member().toString()).text(query);
					markup.tag("\">").text(text).tag("</a></th>");
				}
				else {
					markup.tag("<td data-label=\"").text(label).tag("\">").text(text).tag("</td>");
				}
			}
			markup.tag("</tr>\n");
		}
		return markup;
	}

	/**
	 * The headings of the columns; those that sort lead to the list sorted by them.
	 * @param headings the headings
	 * @param words words in the reader's language
	 * @return the cells of the head
	 */
	static Markup headings(List<Heading> headings, RosterWords words) {
		Markup markup = new Markup(2048);
		for (Heading heading : headings) {
			String direction = heading.direction();
			markup.tag("<th scope=\"col\"");
			if (direction != null) {
				markup.tag("asc".equals(direction) ? " aria-sort=\"ascending\"" : " aria-sort=\"descending\"");
			}
			markup.tag(">");
			if (heading.href() != null) {
				markup.tag("<a class=\"sort\" href=\"").text(heading.href()).tag("\"><span>");
				markup.text(words.of(heading.key())).tag("</span><span aria-hidden=\"true\">");
				markup.tag((direction == null) ? "↕" : "asc".equals(direction) ? "▲" : "▼");
				markup.tag("</span><span class=\"hidden\">");
				markup.text(words.of("platform.sort." + ((direction == null) ? "none" : direction)));
				markup.tag("</span></a>");
			}
			else {
				markup.text(words.of(heading.key()));
			}
			markup.tag("</th>");
		}
		return markup;
	}

	/**
	 * The filters, each with its choices.
	 * @param filters the filters
	 * @param chosen what is chosen now
	 * @param codes the code lists
	 * @param words words and codes in the reader's language
	 * @return the fields of the form
	 */
	static Markup filters(List<RosterFilter> filters, Map<RosterFilter, String> chosen, Codes codes,
			RosterWords words) {
		Markup markup = new Markup(16 * 1024);
		for (RosterFilter filter : filters) {
			markup.tag("<div class=\"field\"><label for=\"filter-").text(filter.parameter()).tag("\">");
			markup.text(words.of(filter.label())).tag("</label><select id=\"filter-").text(filter.parameter());
			markup.tag("\" name=\"").text(filter.parameter()).tag("\">");
			markup.part(CHOICES.computeIfAbsent(new Choices(filter, chosen.get(filter), words.language()),
					(choices) -> options(filter, choices.chosen(), codes, words)));
			markup.tag("</select></div>\n");
		}
		return markup;
	}

	/**
	 * The page sizes to choose from.
	 * @param size the size now
	 * @return the options of the select
	 */
	static Markup sizes(int size) {
		Markup markup = new Markup(256);
		Arrays.stream(SIZES)
			.forEach((choice) -> option(markup, String.valueOf(choice), String.valueOf(choice), choice == size));
		return markup;
	}

	/**
	 * The columns to choose from.
	 * @param columns the columns
	 * @param shown those shown now
	 * @param words words in the reader's language
	 * @return a box to tick for each
	 */
	static Markup columns(List<RosterColumn> columns, Set<RosterColumn> shown, RosterWords words) {
		Markup markup = new Markup(2048);
		for (RosterColumn column : columns) {
			markup.tag("<label class=\"option\"><input type=\"checkbox\" name=\"cols\" value=\"");
			markup.text(RosterQuery.lower(column)).tag(shown.contains(column) ? "\" checked> <span>" : "\"> <span>");
			markup.text(words.of(column.label())).tag("</span></label>");
		}
		return markup;
	}

	private static Markup options(RosterFilter filter, @Nullable String chosen, Codes codes, RosterWords words) {
		Markup markup = new Markup(4096);
		if (filter != RosterFilter.STATUS) {
			option(markup, "", words.of("platform.all"), false);
		}
		filter.options(codes).forEach((code) -> option(markup, code, filter.word(code, words), code.equals(chosen)));
		return markup;
	}

	private static void option(Markup markup, String value, String text, boolean chosen) {
		markup.tag("<option value=\"").text(value).tag(chosen ? "\" selected>" : "\">").text(text).tag("</option>");
	}

	/** A heading; the direction is asc, desc or null. */
	record Heading(String key, @Nullable String href, @Nullable String direction) {
	}

	private record Choices(RosterFilter filter, @Nullable String chosen, String language) {
	}

}
