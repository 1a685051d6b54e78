package unionbook.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import unionbook.document.SheetFile;

/** Reads files as the import does and tells in a line what became of each row. */
final class Drafts {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

	private static final CodeLabels LABELS = TestLabels.all();

	private Drafts() {
	}

	static List<Draft> of(Path file) {
		try (SheetFile sheets = SheetFile.open(file, file.getFileName().toString())) {
			return of(sheets, Recogniser.propose(sheets));
		}
	}

	static List<Draft> of(SheetFile sheets, Recognised recognised) {
		List<Draft> drafts = new ArrayList<>();
		DraftReader.read(sheets, recognised, LABELS, TODAY, drafts::add);
		return drafts;
	}

	static Recognised recognised(Path file) {
		try (SheetFile sheets = SheetFile.open(file, file.getFileName().toString())) {
			return Recogniser.propose(sheets);
		}
	}

	/** Row, values, unit, then errors with ! and warnings with ?; columns by letter. */
	static String line(Draft draft) {
		if (draft.kind() == Draft.Kind.IGNORED) {
			return draft.row() + " ignored";
		}
		String values = new TreeMap<>(draft.values()).entrySet()
			.stream()
			.map((value) -> value.getKey() + "=" + value.getValue())
			.collect(Collectors.joining(", "));
		String unit = (draft.unitName() == null) ? "" : " @" + draft.unitName();
		String problems = draft.problems()
			.stream()
			.map((problem) -> " " + (problem.level() == Problem.Level.ERROR ? '!' : '?')
					+ problem.key().replace("intake.problem.", "")
					+ ((problem.column() < 0) ? "" : ":" + (char) ('A' + problem.column())))
			.collect(Collectors.joining());
		return draft.row() + " " + values + unit + problems;
	}

}
