package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Builds workbooks part by part, so that they can be as awkward as those officers send,
 * or as hostile as nobody should.
 */
public final class RawWorkbook {

	public static final int DAY = 1;

	public static final int OLD_FONT = 2;

	public static final int OLD_CAPITALS = 3;

	private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private final Map<String, Content> parts = new LinkedHashMap<>();

	private final List<String> sheets = new ArrayList<>();

	private final StringBuilder rows = new StringBuilder();

	private final List<String> shared = new ArrayList<>();

	private String row = "";

	private int number;

	private boolean from1904;

	/** Begins a row; cells follow. */
	public RawWorkbook row(int number) {
		return row(number, "");
	}

	public RawWorkbook row(int number, String attributes) {
		endRow();
		this.number = number;
		this.row = "<row r=\"" + number + "\" " + attributes + ">";
		return this;
	}

	/** A row of texts from column A on; empty ones are left out. */
	public RawWorkbook texts(int number, String... texts) {
		row(number);
		for (int i = 0; i < texts.length; i++) {
			if (!texts[i].isEmpty()) {
				text(i, texts[i]);
			}
		}
		return this;
	}

	public RawWorkbook text(int column, String text) {
		return text(column, text, 0);
	}

	public RawWorkbook text(int column, String text, int style) {
		return cell(column, "t=\"inlineStr\" s=\"" + style + "\"",
				"<is><t xml:space=\"preserve\">" + escape(text) + "</t></is>");
	}

	public RawWorkbook shared(int column, String text) {
		this.shared.add(text);
		return cell(column, "t=\"s\"", "<v>" + (this.shared.size() - 1) + "</v>");
	}

	public RawWorkbook number(int column, String number) {
		return cell(column, "", "<v>" + number + "</v>");
	}

	public RawWorkbook day(int column, long serial) {
		return cell(column, "s=\"1\"", "<v>" + serial + "</v>");
	}

	public RawWorkbook formula(int column, String formula, String cached) {
		return cell(column, "t=\"str\"", "<f>" + escape(formula) + "</f><v>" + escape(cached) + "</v>");
	}

	public RawWorkbook cell(int column, String attributes, String content) {
		this.row += "<c r=\"" + letters(column) + this.number + "\" " + attributes + ">" + content + "</c>";
		return this;
	}

	public RawWorkbook raw(String xml) {
		endRow();
		this.rows.append(xml);
		return this;
	}

	public RawWorkbook from1904() {
		this.from1904 = true;
		return this;
	}

	/** Ends the sheet and begins the next one. */
	public RawWorkbook sheet(String name, boolean hidden) {
		endRow();
		this.sheets.add("<sheet name=\"" + escape(name) + "\" sheetId=\"" + (this.sheets.size() + 1) + "\" "
				+ (hidden ? "state=\"hidden\" " : "") + "r:id=\"rId" + (this.sheets.size() + 1) + "\"/>");
		part("xl/worksheets/sheet" + this.sheets.size() + ".xml",
				"<worksheet " + MAIN + "><sheetData>" + this.rows + "</sheetData></worksheet>");
		this.rows.setLength(0);
		return this;
	}

	/** Adds a part, or takes the place of the one of that name. */
	public RawWorkbook part(String name, String content) {
		return part(name, content.getBytes(StandardCharsets.UTF_8));
	}

	public RawWorkbook part(String name, byte[] content) {
		return part(name, (out) -> out.write(content));
	}

	/** Adds a part too large to be kept in memory. */
	public RawWorkbook part(String name, Content content) {
		this.parts.put(name, content);
		return this;
	}

	public Path write(Path file) {
		if (this.sheets.isEmpty()) {
			sheet("Sheet1", false);
		}
		Map<String, Content> all = new LinkedHashMap<>();
		frame().forEach((name, content) -> all.put(name, (out) -> out.write(content.getBytes(StandardCharsets.UTF_8))));
		all.putAll(this.parts);
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.setLevel(Deflater.BEST_SPEED);
			for (Map.Entry<String, Content> part : all.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				part.getValue().to(zip);
			}
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Map<String, String> frame() {
		Map<String, String> frame = new LinkedHashMap<>();
		String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
		frame.put("[Content_Types].xml",
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
						+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
						+ "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type
						+ "sheet.main+xml\"/></Types>");
		frame.put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
		StringBuilder relations = new StringBuilder();
		for (int i = 1; i <= this.sheets.size(); i++) {
			relations.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
		}
		relations.append(relation("rId900", "styles", "styles.xml"));
		if (!this.shared.isEmpty() || this.parts.containsKey("xl/sharedStrings.xml")) {
			relations.append(relation("rId901", "sharedStrings", "sharedStrings.xml"));
			frame.put("xl/sharedStrings.xml",
					"<sst " + MAIN + ">"
							+ this.shared.stream()
								.map((text) -> "<si><t xml:space=\"preserve\">" + escape(text) + "</t></si>")
								.reduce("", String::concat)
							+ "</sst>");
		}
		frame.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
		frame.put("xl/workbook.xml",
				"<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\">"
						+ (this.from1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>"
						+ String.join("", this.sheets) + "</sheets></workbook>");
		frame.put("xl/styles.xml", "<styleSheet " + MAIN + "><fonts><font><name val=\"Calibri\"/></font>"
				+ "<font><name val=\".VnTime\"/></font><font><name val=\".VnTimeH\"/></font></fonts><cellXfs>"
				+ "<xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/>"
				+ "<xf numFmtId=\"0\" fontId=\"2\"/></cellXfs></styleSheet>");
		return frame;
	}

	private void endRow() {
		if (!this.row.isEmpty()) {
			this.rows.append(this.row).append("</row>");
			this.row = "";
		}
	}

	private static String relation(String id, String type, String target) {
		return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
	}

	private static String relations(String content) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
				+ "</Relationships>";
	}

	private static String letters(int column) {
		return (column < 26) ? String.valueOf((char) ('A' + column))
				: letters(column / 26 - 1) + (char) ('A' + column % 26);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

	/** Writes the content of a part. */
	public interface Content {

		void to(OutputStream out) throws IOException;

	}

}
