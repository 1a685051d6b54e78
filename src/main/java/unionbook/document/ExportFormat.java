package unionbook.document;

import java.io.IOException;
import java.io.OutputStream;

/** The kinds of files a table is exported to. */
public enum ExportFormat {

	/** A workbook, which keeps days and numbers as such. */
	XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
		@Override
		SheetWriter writer(OutputStream out, Sheet sheet) {
			return new XlsxSheetWriter(out, sheet);
		}
	},

	/** Text separated by semicolons, as a Vietnamese spreadsheet program expects it. */
	CSV("csv", "text/csv;charset=UTF-8") {
		@Override
		SheetWriter writer(OutputStream out, Sheet sheet) throws IOException {
			return new CsvSheetWriter(out, sheet);
		}
	};

	private final String extension;

	private final String contentType;

	ExportFormat(String extension, String contentType) {
		this.extension = extension;
		this.contentType = contentType;
	}

	/**
	 * Finds a format by the ending of an address.
	 * @param extension {@code xlsx} or {@code csv}
	 * @return its format
	 * @throws IllegalArgumentException for any other ending
	 */
	public static ExportFormat of(String extension) {
		for (ExportFormat format : values()) {
			if (format.extension.equals(extension)) {
				return format;
			}
		}
		throw new IllegalArgumentException("No export as " + extension);
	}

	/**
	 * Names the ending of its files.
	 * @return the ending without a dot
	 */
	public String extension() {
		return this.extension;
	}

	/**
	 * Names its media type.
	 * @return the value for a Content-Type header
	 */
	public String contentType() {
		return this.contentType;
	}

	abstract SheetWriter writer(OutputStream out, Sheet sheet) throws IOException;

}
