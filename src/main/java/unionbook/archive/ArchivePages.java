package unionbook.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import unionbook.archive.Part.Table;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.SealedZip;

/**
 * Writes the pages of an archive. They need nothing but themselves: no script, no address
 * outside, styles inside.
 */
class ArchivePages {

	/** More rows in one page make a browser slow. */
	static final int LONGEST = 2000;

	private static final String STYLE = style();

	private final SealedZip zip;

	private final Holding holding;

	private final ArchiveWords words;

	ArchivePages(SealedZip zip, Holding holding, ArchiveWords words) {
		this.zip = zip;
		this.holding = holding;
		this.words = words;
	}

	/** The lines above every table: whose it is and of which day. */
	List<String> head() {
		return List.of(this.words.of("archive.unit", this.holding.name(), this.holding.code()),
				this.words.of("archive.asOf", this.words.day(this.holding.day())));
	}

	/**
	 * Writes a page, a long one in several files.
	 * @return the files in their order
	 */
	List<String> write(Part part) {
		Files files = new Files(part);
		for (Table table : part.tables()) {
			files.begin(table);
			table.rows().forEach(files::row);
			files.end();
		}
		files.close(null);
		return files.paths;
	}

	/** Writes the first page, which leads to all others. */
	void index(Figures figures, List<Written> written, String maker) {
		try (PrintWriter out = page("index.html", this.words.of("archive.title"))) {
			out.print("<dl>");
			term(out, "unit.field.code", this.holding.code());
			term(out, "unit.field.kind",
					Objects.requireNonNull(this.words.code("codes.unit_kind", this.holding.kind())));
			term(out, "archive.life", this.words.day(this.holding.begins()) + " – "
					+ (this.holding.ended() ? this.words.day(this.holding.day()) : this.words.of("archive.living")));
			term(out, "archive.maker", maker);
			out.print("</dl>\n<dl class=\"figures\">");
			term(out, "archive.figure.units", number(figures.units()));
			term(out, "unit.members", number(figures.members()));
			term(out, "unit.women",
					number(figures.women()) + " (" + this.words.formats().percent(figures.share(), 2) + ")");
			term(out, "archive.figure.people", number(figures.people()));
			out.print("</dl>\n<div class=\"wide\"><table><thead><tr>");
			for (String heading : List.of("archive.index.page", "archive.index.rows", "archive.index.workbook")) {
				out.print("<th scope=\"col\"" + (heading.endsWith("rows") ? " class=\"num\"" : "") + ">"
						+ text(this.words.of(heading)) + "</th>");
			}
			out.print("</tr></thead><tbody>\n");
			written.forEach((part) -> lines(out, part));
			out.print("</tbody></table></div>\n<h2>" + text(this.words.of("archive.verify")) + "</h2><p>"
					+ text(this.words.of("archive.verify.text")) + " <a href=\"DOC-TRUOC.txt\">DOC-TRUOC.txt</a></p>"
					+ "<pre>sha256sum -c " + SealedZip.MANIFEST + "</pre><p class=\"muted\">"
					+ text(this.words.of("archive.left")) + "</p></main></body></html>\n");
		}
	}

	/** Writes what to read first, for people without the application. */
	void readMe(String maker) {
		String windows = """
				Get-Content -Encoding UTF8 %s | ForEach-Object { $h, $p = $_ -split '  ', 2; \
				if ((Get-FileHash $p -Algorithm SHA256).Hash -ne $h) { "SAI: $p" } }""".formatted(SealedZip.MANIFEST);
		List<String> lines = new ArrayList<>(
				List.of(this.words.of("archive.title").toUpperCase(java.util.Locale.ROOT)));
		lines.addAll(head());
		lines.addAll(List.of(this.words.of("archive.maker") + ": " + maker, "", this.words.of("archive.readme.what"),
				this.words.of("archive.left"), "", this.words.of("archive.readme.linux"),
				"    sha256sum -c " + SealedZip.MANIFEST, this.words.of("archive.readme.windows"), "    " + windows,
				this.words.of("archive.readme.one"), "    certutil -hashfile index.html SHA256", "",
				this.words.of("archive.readme.book"), "    sha256sum " + SealedZip.MANIFEST,
				"    certutil -hashfile " + SealedZip.MANIFEST + " SHA256"));
		try (PrintWriter out = open("DOC-TRUOC.txt")) {
			// old programs take text without this mark for another encoding
			out.print("\ufeff" + String.join("\r\n", lines) + "\r\n");
		}
	}

	private void lines(PrintWriter out, Written part) {
		for (int i = 0; i < part.part().tables().size(); i++) {
			Table table = part.part().tables().get(i);
			out.print("<tr>");
			if (i == 0) {
				out.print("<th scope=\"rowgroup\" rowspan=\"" + part.part().tables().size() + "\"><a href=\""
						+ part.pages().getFirst() + "\">" + text(part.part().title()) + "</a>");
				for (int page = 1; page < part.pages().size(); page++) {
					out.print(" <a href=\"" + part.pages().get(page) + "\">" + (page + 1) + "</a>");
				}
				out.print("</th>");
			}
			out.print("<td class=\"num\">" + number(part.rows().get(i)) + "</td><td><a href=\"" + table.workbook()
					+ "\">" + text(table.title()) + "</a></td></tr>\n");
		}
	}

	private void term(PrintWriter out, String key, String value) {
		out.print("<div><dt>" + text(this.words.of(key)) + "</dt><dd>" + text(value) + "</dd></div>");
	}

	private PrintWriter page(String path, String title) {
		PrintWriter out = open(path);
		out.print("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
				+ "content=\"width=device-width, initial-scale=1\"><title>" + text(title) + " · "
				+ text(this.holding.name()) + "</title><style>" + STYLE + "</style></head>\n<body><main><h1>"
				+ text(title) + "</h1>");
		head().forEach((line) -> out.print("<p class=\"head\">" + text(line) + "</p>"));
		return out;
	}

	private PrintWriter open(String path) {
		return new PrintWriter(new OutputStreamWriter(this.zip.open(path), StandardCharsets.UTF_8));
	}

	private String number(long number) {
		return this.words.formats().number(number);
	}

	private static String text(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	private String cell(Column column, @Nullable Object cell) {
		return switch (cell) {
			case null -> "";
			case LocalDate day -> this.words.day(day);
			case BigDecimal share when column.kind() == ColumnKind.PERCENT ->
				this.words.formats().decimal(share, 2) + "%";
			case BigDecimal number ->
				this.words.formats().decimal(number, Math.max(0, number.stripTrailingZeros().scale()));
			case Number count when column.kind() == ColumnKind.COUNT -> number(count.longValue());
			default -> text(cell.toString());
		};
	}

	private static String style() {
		try (InputStream file = Objects
			.requireNonNull(ArchivePages.class.getResourceAsStream("/archive/archive.css"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A page as it was written.
	 *
	 * @param part the page
	 * @param rows how many rows each of its tables has
	 * @param pages its files
	 */
	record Written(Part part, List<Long> rows, List<String> pages) {
	}

	/** The files of one page, the next begun when one is full. */
	private final class Files {

		private final Part part;

		private final List<String> paths = new ArrayList<>();

		private PrintWriter out;

		private @Nullable Table table;

		private int rows;

		private Files(Part part) {
			this.part = part;
			this.out = next();
		}

		private PrintWriter next() {
			this.rows = 0;
			this.paths.add(path(this.paths.size() + 1));
			PrintWriter out = page(this.paths.getLast(), this.part.title());
			out.print("<nav><a href=\"" + (this.part.path().contains("/") ? "../" : "") + "index.html\">"
					+ text(ArchivePages.this.words.of("archive.title")) + "</a></nav>\n");
			return out;
		}

		private String path(int number) {
			return this.part.path() + ((number == 1) ? "" : "-" + number) + ".html";
		}

		private void begin(Table table) {
			this.table = table;
			this.out.print("<div class=\"wide\"><table><caption>" + text(table.title()) + "</caption><thead><tr>");
			for (Column column : table.columns()) {
				this.out.print("<th scope=\"col\"" + looks(column) + ">" + text(column.heading()) + "</th>");
			}
			this.out.print("</tr></thead><tbody>\n");
		}

		private void row(@Nullable Object[] cells) {
			Table table = Objects.requireNonNull(this.table);
			if (this.rows == LONGEST) {
				String following = path(this.paths.size() + 1);
				end();
				close(following.substring(following.lastIndexOf('/') + 1));
				this.out = next();
				begin(table);
			}
			this.rows++;
			this.out.print("<tr>");
			for (int i = 0; i < cells.length; i++) {
				Column column = table.columns().get(i);
				this.out.print("<td" + looks(column) + ">" + cell(column, cells[i]) + "</td>");
			}
			this.out.print("</tr>\n");
		}

		private void end() {
			this.out.print("</tbody></table></div>\n");
		}

		private void close(@Nullable String following) {
			if (following != null) {
				this.out.print("<nav><a href=\"" + following + "\">" + text(ArchivePages.this.words.of("archive.next"))
						+ "</a></nav>");
			}
			this.out.print("</main></body></html>\n");
			this.out.close();
		}

		private static String looks(Column column) {
			return switch (column.kind()) {
				case COUNT, NUMBER, PERCENT -> " class=\"num\"";
				case DAY -> " class=\"day\"";
				case TEXT -> "";
			};
		}

	}

}
