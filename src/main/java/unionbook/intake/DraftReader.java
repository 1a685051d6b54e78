package unionbook.intake;

import java.time.LocalDate;
import java.util.function.Consumer;

import unionbook.document.SheetFile;

/** Reads the rows below the headings into drafts, one at a time. */
final class DraftReader {

	private DraftReader() {
	}

	/**
	 * Reads all rows below the headings.
	 * @param file the file
	 * @param recognised what its columns hold
	 * @param labels finds codes by their words
	 * @param today the day after which no birth or joining can lie
	 * @param to takes the drafts in the order of the rows
	 * @throws unionbook.document.UnreadableFile if the file turns out damaged or beyond
	 * the bounds
	 */
	static void read(SheetFile file, Recognised recognised, CodeLabels labels, LocalDate today, Consumer<Draft> to) {
		throw new UnsupportedOperationException();
	}

}
