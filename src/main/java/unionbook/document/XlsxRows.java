package unionbook.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;
import unionbook.document.SheetCell.Kind;
import unionbook.document.UnreadableFile.Reason;
import unionbook.document.XlsxStyles.Style;

/** Reads the rows of a worksheet one after the other. */
final class XlsxRows {

	private static final int LAST_ROW = 1_048_576;

	private final Xml xml;

	private final XlsxStyles styles;

	private final @Nullable SharedStrings strings;

	private final boolean from1904;

	private final SheetBounds bounds = new SheetBounds();

	private int number;

	XlsxRows(Xml xml, XlsxStyles styles, @Nullable SharedStrings strings, boolean from1904) {
		this.xml = xml;
		this.styles = styles;
		this.strings = strings;
		this.from1904 = from1904;
	}

	/** The next row that holds something; null at the end. */
	@Nullable SheetRow next() throws XMLStreamException, IOException {
		List<SheetCell> cells = new ArrayList<>();
		boolean hidden = false;
		int column = -1;
		for (int event = this.xml.next(); event != -1; event = this.xml.next()) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				switch (this.xml.name()) {
					case "row" -> {
						this.number = number(this.xml.attribute("r"));
						hidden = this.xml.isTrue("hidden");
						column = -1;
					}
					case "c" -> {
						column = column(this.xml.attribute("r"), column);
						SheetCell cell = cell(column);
						if (cell != null) {
							this.bounds.cell(this.number, column, cell.text().length());
							cells.add(cell);
						}
					}
					default -> {
					}
				}
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				if (this.xml.name().equals("row") && !cells.isEmpty()) {
					this.bounds.row(this.number, cells);
					return new SheetRow(this.number, hidden, List.copyOf(cells));
				}
				if (this.xml.name().equals("sheetData")) {
					return null;
				}
			}
		}
		return null;
	}

	private int number(String written) {
		int row = written.isEmpty() ? this.number + 1 : Integer.parseInt(written);
		if (row <= this.number || row > LAST_ROW) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		return row;
	}

	private static int column(String reference, int last) {
		int column = 0;
		for (int i = 0; i < reference.length() && i < 3 && Character.isLetter(reference.charAt(i)); i++) {
			column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
		}
		return (column > 0) ? column - 1 : last + 1;
	}

	private @Nullable SheetCell cell(int column) throws XMLStreamException, IOException {
		String type = this.xml.attribute("t");
		String style = this.xml.attribute("s");
		String value = null;
		boolean formula = false;
		for (int event = this.xml.next(); event != XMLStreamConstants.END_ELEMENT; event = this.xml.next()) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				switch (this.xml.name()) {
					case "v", "is" -> value = this.xml.text(SheetBounds.LONGEST_CELL + 1);
					case "f" -> {
						formula = true;
						this.xml.text(0);
					}
					default -> this.xml.text(0);
				}
			}
			else if (event == -1) {
				throw new UnreadableFile(Reason.DAMAGED);
			}
		}
		if (value == null) {
			// a formula nobody has calculated yet has no value to take
			return formula ? new SheetCell(column, Kind.ERROR, "", null, null, true) : null;
		}
		return cell(column, type, this.styles.style(style), value, formula);
	}

	private @Nullable SheetCell cell(int column, String type, Style style, String value, boolean formula)
			throws IOException {
		return switch (type) {
			case "s" -> text(column, style, shared(value), formula);
			case "str", "inlineStr" -> text(column, style, value, formula);
			case "b" -> new SheetCell(column, Kind.TRUTH, value.equals("0") ? "FALSE" : "TRUE", null, null, formula);
			case "e" -> new SheetCell(column, Kind.ERROR, value, null, null, formula);
			case "d" -> day(column, LocalDate.parse(value.substring(0, Math.min(10, value.length()))), formula);
			default -> value.isBlank() ? null : number(column, style, value.strip(), formula);
		};
	}

	private String shared(String index) throws IOException {
		if (this.strings == null) {
			throw new UnreadableFile(Reason.DAMAGED);
		}
		return this.strings.text(Integer.parseInt(index.strip()));
	}

	private @Nullable SheetCell text(int column, Style style, String raw, boolean formula) {
		if (raw.isBlank()) {
			return null;
		}
		// line ends inside a cell are written like this by some programs
		String text = (raw.indexOf("_x00") < 0) ? raw : raw.replaceAll("_x000([9AaDd])_", "\n");
		return SheetCell.text(column, this.styles.text(style, text), formula);
	}

	private SheetCell number(int column, Style style, String value, boolean formula) {
		if (value.length() > 40) {
			return SheetCell.text(column, value, formula);
		}
		BigDecimal number;
		try {
			number = new BigDecimal(value);
		}
		catch (NumberFormatException ex) {
			return SheetCell.text(column, value, formula);
		}
		if (Math.abs((long) number.precision() - number.scale()) > 40 || Math.abs(number.scale()) > 400) {
			// no number of a list, and a bomb when written out
			return SheetCell.text(column, value, formula);
		}
		LocalDate day = day(number.longValue());
		return (style.day() && day != null) ? day(column, day, formula)
				: new SheetCell(column, Kind.NUMBER, value, number, day, formula);
	}

	private static SheetCell day(int column, LocalDate day, boolean formula) {
		return new SheetCell(column, Kind.DAY, CsvSheetWriter.DAY.format(day), null, day, formula);
	}

	/** Days are counted from 1904, or from 1900 with a 29 February that never was. */
	private @Nullable LocalDate day(long serial) {
		if (serial < 1 || serial > 2_958_465 || (serial == 60 && !this.from1904)) {
			return null;
		}
		LocalDate start = this.from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, (serial < 60) ? 31 : 30);
		try {
			return start.plusDays(serial);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
