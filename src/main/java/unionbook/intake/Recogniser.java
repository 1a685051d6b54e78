package unionbook.intake;

import java.util.List;

import unionbook.document.SheetFile;

/** Finds the headings of a list and what its columns hold. */
final class Recogniser {

	private Recogniser() {
	}

	/**
	 * Proposes how to read a file: the sheet and header row with the most known headings.
	 */
	static Recognised propose(SheetFile file) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Proposes how to read a file from headings the officer has pointed at.
	 * @param file the file
	 * @param sheet the number of the sheet, 0 for the first
	 * @param headerFirst the first row of the headings
	 * @param headerLast their last row
	 */
	static Recognised propose(SheetFile file, int sheet, int headerFirst, int headerLast) {
		return new Recognised(sheet, headerFirst, headerLast, Layout.GENDER_COLUMN, List.of(), file.encoding(),
				List.of(), List.of());
	}

}
