package unionbook.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;
import unionbook.document.UnreadableFile.Reason;

/**
 * A workbook of Office Open XML (ISO/IEC 29500), of which only the cells of worksheets
 * are read, by their local names in both the transitional and the strict dialect.
 */
final class XlsxSheetFile extends SheetFile {

	private final ZipFile zip;

	private final List<SheetInfo> sheets = new ArrayList<>();

	private final List<String> parts = new ArrayList<>();

	private XlsxStyles styles = XlsxStyles.none();

	private @Nullable SharedStrings strings;

	private boolean from1904;

	XlsxSheetFile(Path file) {
		ZipScan.check(file);
		try {
			this.zip = new ZipFile(file.toFile());
		}
		catch (IOException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
		try {
			readWorkbook();
		}
		catch (IOException | XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			close();
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
		catch (UnreadableFile ex) {
			close();
			throw ex;
		}
	}

	@Override
	public List<SheetInfo> sheets() {
		return List.copyOf(this.sheets);
	}

	@Override
	public String encoding() {
		return this.styles.converted();
	}

	@Override
	public boolean plainText() {
		return false;
	}

	@Override
	public void rows(int sheet, SheetRows to) {
		try (Xml xml = new Xml(part(this.parts.get(sheet)))) {
			XlsxRows rows = new XlsxRows(xml, this.styles, this.strings, this.from1904);
			for (SheetRow row = next(rows); row != null; row = next(rows)) {
				if (!to.row(row)) {
					return;
				}
			}
		}
		catch (IOException | XMLStreamException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	@Override
	public void close() {
		try (this.zip) {
			if (this.strings != null) {
				this.strings.close();
			}
		}
		catch (IOException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	private static @Nullable SheetRow next(XlsxRows rows) {
		try {
			return rows.next();
		}
		catch (UnreadableFile ex) {
			throw ex;
		}
		catch (IOException | XMLStreamException | RuntimeException ex) {
			// the parser of the platform is not ours to vouch for
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	private void readWorkbook() throws IOException, XMLStreamException {
		requireWorkbook();
		String workbook = relations("").values()
			.stream()
			.filter((relation) -> relation.type.endsWith("/officeDocument"))
			.map(Relation::target)
			.findFirst()
			.orElseThrow(() -> new UnreadableFile(Reason.CONTENT));
		Map<String, Relation> relations = relations(workbook);
		try (Xml xml = new Xml(part(workbook))) {
			for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
				if (element.equals("workbookPr")) {
					this.from1904 = xml.isTrue("date1904");
				}
				Relation sheet = element.equals("sheet") ? relations.get(xml.relation()) : null;
				if (sheet != null && sheet.type.endsWith("/worksheet")) {
					this.sheets.add(new SheetInfo(xml.attribute("name"), !xml.attribute("state").matches("|visible")));
					this.parts.add(sheet.target);
				}
			}
		}
		if (this.sheets.isEmpty()) {
			throw new UnreadableFile(Reason.EMPTY);
		}
		for (Relation relation : relations.values()) {
			if (relation.type.endsWith("/styles")) {
				try (Xml xml = new Xml(part(relation.target))) {
					this.styles = XlsxStyles.read(xml);
				}
			}
			else if (relation.type.endsWith("/sharedStrings") && this.strings == null) {
				try (Xml xml = new Xml(part(relation.target))) {
					this.strings = SharedStrings.read(xml);
				}
			}
		}
	}

	/** What the package says it is must be what its name says. */
	private void requireWorkbook() throws IOException, XMLStreamException {
		boolean workbook = false;
		try (Xml xml = new Xml(part("[Content_Types].xml"))) {
			for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
				String type = xml.attribute("ContentType");
				if (type.contains("macroEnabled") || type.contains("vbaProject")) {
					throw new UnreadableFile(Reason.MACROS);
				}
				workbook |= type.endsWith("spreadsheetml.sheet.main+xml");
			}
		}
		if (!workbook) {
			throw new UnreadableFile(Reason.CONTENT);
		}
	}

	/** The parts a part names, by their ids; what lies outside the file is left out. */
	private Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
		int slash = part.lastIndexOf('/') + 1;
		String folder = part.substring(0, slash);
		Map<String, Relation> relations = new HashMap<>();
		try (Xml xml = new Xml(part(folder + "_rels/" + part.substring(slash) + ".rels"))) {
			for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
				if (element.equals("Relationship") && !xml.attribute("TargetMode").equals("External")) {
					String target = xml.attribute("Target");
					relations.put(xml.attribute("Id"), new Relation(xml.attribute("Type"),
							target.startsWith("/") ? target.substring(1) : resolve(folder, target)));
				}
			}
		}
		return relations;
	}

	private static String resolve(String folder, String target) {
		String base = folder;
		String rest = target;
		while (rest.startsWith("../")) {
			rest = rest.substring(3);
			base = base.substring(0, Math.max(0, base.lastIndexOf('/', base.length() - 2) + 1));
		}
		return base + (rest.startsWith("./") ? rest.substring(2) : rest);
	}

	private InputStream part(String name) throws IOException {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		return this.zip.getInputStream(entry);
	}

	private record Relation(String type, String target) {
	}

}
