package unionbook.statistics;

import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Formats;
import unionbook.platform.Markup;

/** The parts of the page of the gender ratio that repeat for each unit and each year. */
final class GenderMarkup {

	private GenderMarkup() {
	}

	/**
	 * The lines of the table.
	 * @param lines the lines
	 * @param codes whether the code of the unit stands first
	 * @param compared whether another day stands beside
	 * @return the rows
	 */
	static Markup lines(List<GenderLine> lines, boolean codes, boolean compared) {
		Markup markup = new Markup(1024 * (lines.size() + 1));
		for (GenderLine line : lines) {
			markup.tag("<tr>");
			if (codes) {
				markup.tag("<td class=\"wide-only\">").text(line.code()).tag("</td>");
			}
			markup.tag("<th scope=\"row\">");
			link(markup, line.label(), line.drill()).tag("</th>");
			cells(markup, line, compared).tag("</tr>\n");
		}
		return markup;
	}

	/**
	 * The sum below the lines.
	 * @param line the sum
	 * @param label what it is called
	 * @param codes whether the code of the unit stands first
	 * @param compared whether another day stands beside
	 * @return its row
	 */
	static Markup sum(GenderLine line, String label, boolean codes, boolean compared) {
		Markup markup = new Markup(1024).tag(codes ? "<tr><td class=\"wide-only\"></td>" : "<tr>");
		markup.tag("<th scope=\"row\">").text(label).tag("</th>");
		return cells(markup, line, compared).tag("</tr>");
	}

	/**
	 * The line over the years.
	 * @param points its points from left to right
	 * @return the strokes, dots and years of the drawing
	 */
	static Markup drawing(List<YearLine.Point> points) {
		Markup markup = new Markup(256 * points.size());
		for (int i = 1; i < points.size(); i++) {
			YearLine.Point from = points.get(i - 1);
			YearLine.Point to = points.get(i);
			markup.tag("<line class=\"women\" x1=\"").text(from.x()).tag("\" y1=\"").text(String.valueOf(from.y()));
			markup.tag("\" x2=\"").text(to.x()).tag("\" y2=\"").text(String.valueOf(to.y())).tag("\"/>");
		}
		for (YearLine.Point point : points) {
			markup.tag("<circle class=\"women\" r=\"4\" cx=\"").text(point.x()).tag("\" cy=\"");
			markup.text(String.valueOf(point.y())).tag("\"/><text text-anchor=\"middle\" y=\"145\" x=\"");
			markup.text(point.x()).tag("\">").text(point.mark()).tag("</text>");
		}
		return markup;
	}

	/**
	 * The same as a table.
	 * @param points its points from left to right
	 * @param formats writes figures
	 * @return the rows
	 */
	static Markup years(List<YearLine.Point> points, Formats formats) {
		Markup markup = new Markup(512 * points.size());
		for (YearLine.Point point : points) {
			markup.tag("<tr><th scope=\"row\">");
			link(markup, point.label(), point.href()).tag("</th><td class=\"num\">");
			link(markup, formats.number(point.share().whole()), point.roster()).tag("</td><td class=\"num\">");
			link(markup, formats.number(point.share().part()), point.women()).tag("</td><td class=\"num\">");
			markup.text(formats.percent(point.share(), 2)).tag("</td></tr>\n");
		}
		return markup;
	}

	private static Markup cells(Markup markup, GenderLine line, boolean compared) {
		figure(markup, line.members());
		figure(markup, line.women());
		figure(markup, line.men());
		markup.tag("<td><span class=\"share\">");
		if (line.bar() != null && !compared) {
			markup.tag("<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"men\" width=\"100%\" height=\"100%\"/>");
			markup.tag("<rect class=\"women\" height=\"100%\" width=\"").text(line.bar()).tag("\"/></svg>");
		}
		markup.tag("<b>").text(line.percent()).tag("</b> <small>").text(line.ratio()).tag("</small></span></td>");
		if (compared) {
			figure(markup, line.membersThen());
			figure(markup, line.womenThen());
			for (String text : List.of(line.percentThen(), line.membersChange(), line.points())) {
				markup.tag("<td class=\"num\">").text(text).tag("</td>");
			}
		}
		return markup;
	}

	private static void figure(Markup markup, GenderLine.@Nullable Figure figure) {
		markup.tag("<td class=\"num\">");
		if (figure != null) {
			link(markup, figure.text(), figure.href());
		}
		markup.tag("</td>");
	}

	/** Where nobody may look behind a figure, it leads nowhere. */
	private static Markup link(Markup markup, String text, @Nullable String href) {
		if (href == null) {
			return markup.tag("<a>").text(text).tag("</a>");
		}
		return markup.tag("<a href=\"").text(href).tag("\">").text(text).tag("</a>");
	}

}
