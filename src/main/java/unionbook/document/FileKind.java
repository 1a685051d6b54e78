package unionbook.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import unionbook.document.UnreadableFile.Reason;

/** The kinds of files that are read, told by name and content alike. */
enum FileKind {

	XLSX {
		@Override
		SheetFile open(Path file) {
			return new XlsxSheetFile(file);
		}
	},

	CSV {
		@Override
		SheetFile open(Path file) {
			return new CsvSheetFile(file);
		}
	};

	private static final int MEGABYTES = 10;

	/** The container of the programs before 2007, and of everything with a password. */
	private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

	private static final String ZIP = "PK\u0003\u0004";

	private static final String LOCKED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

	abstract SheetFile open(Path file);

	/**
	 * Finds the kind of a file.
	 * @throws UnreadableFile if it is too large, of another kind, or not what its name
	 * says
	 */
	static FileKind check(Path file, String originalName) {
		try {
			long size = Files.size(file);
			if (size == 0) {
				throw new UnreadableFile(Reason.EMPTY);
			}
			if (size > MEGABYTES * 1024L * 1024L) {
				throw new UnreadableFile(Reason.TOO_LARGE, MEGABYTES);
			}
			return check(beginning(file), file, originalName);
		}
		catch (IOException ex) {
			throw new UnreadableFile(Reason.DAMAGED, ex);
		}
	}

	private static FileKind check(String beginning, Path file, String originalName) throws IOException {
		String name = originalName.toLowerCase(Locale.ROOT).strip();
		if (name.matches(".*\\.(xlsm|xltm|xlam|xlsb)")) {
			throw new UnreadableFile(Reason.MACROS);
		}
		if (!name.matches(".*\\.(xlsx|xls|csv)")) {
			throw new UnreadableFile(Reason.EXTENSION);
		}
		if (beginning.startsWith(OLE)) {
			boolean locked = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(LOCKED);
			throw new UnreadableFile(locked ? Reason.ENCRYPTED : Reason.OLD_WORKBOOK);
		}
		boolean zip = beginning.startsWith(ZIP);
		if (name.endsWith(".xlsx") && zip) {
			return XLSX;
		}
		if (name.endsWith(".csv") && !zip && !isOtherText(beginning)) {
			return CSV;
		}
		throw new UnreadableFile(Reason.CONTENT);
	}

	/** Pages and papers that some programs save under the name of a list. */
	private static boolean isOtherText(String beginning) {
		String text = beginning.stripLeading().toLowerCase(Locale.ROOT);
		return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")
				|| text.startsWith("%pdf") || text.startsWith("{\\rtf");
	}

	private static String beginning(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
		}
	}

}
