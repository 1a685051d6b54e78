package unionbook.document;

import java.nio.file.Path;

/** The kinds of files that are read. */
enum FileKind {

	XLSX {
		@Override
		SheetFile open(Path file) {
			return new XlsxSheetFile();
		}
	},

	CSV {
		@Override
		SheetFile open(Path file) {
			return new CsvSheetFile();
		}
	};

	static FileKind check(Path file, String originalName) {
		return CSV;
	}

	abstract SheetFile open(Path file);

}
