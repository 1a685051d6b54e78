package unionbook.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import unionbook.document.LegacyText;
import unionbook.document.SheetCell;
import unionbook.document.SheetCell.Kind;
import unionbook.document.SheetFile;
import unionbook.document.SheetInfo;
import unionbook.document.SheetRow;

/** Finds the headings of a list and what its columns hold. */
final class Recogniser {

	/** Titles above the headings take some eight rows. */
	private static final int ROWS_LOOKED_AT = 60;

	private static final int MOST_HEADER_ROWS = 3;

	private static final int SAMPLES = 3;

	private final SheetFile file;

	private final int sheet;

	private final List<SheetRow> rows = new ArrayList<>();

	private Recogniser(SheetFile file, int sheet) {
		this.file = file;
		this.sheet = sheet;
		file.rows(sheet, (row) -> {
			this.rows.add(row);
			return this.rows.size() < ROWS_LOOKED_AT;
		});
	}

	/**
	 * Proposes how to read a file: the sheet and header row with the most known headings,
	 * a sheet that is shown before one that is hidden.
	 * @param file the file
	 * @return the proposal; without headings when none are known
	 * @throws unionbook.document.UnreadableFile if the file is not read
	 */
	static Recognised propose(SheetFile file) {
		Recognised best = null;
		int most = -1;
		List<Problem> notes = new ArrayList<>();
		List<SheetInfo> sheets = file.sheets();
		for (int sheet = 0; sheet < sheets.size(); sheet++) {
			boolean hidden = sheets.get(sheet).hidden();
			if (hidden) {
				notes.add(Problem.warning(0, -1, "intake.problem.sheet.hidden", sheets.get(sheet).name()));
			}
			Recognised proposal = new Recogniser(file, sheet).best();
			int score = (proposal.headerFirst() == 0) ? 0 : 2 * known(proposal.columns()).size() + (hidden ? 0 : 100);
			if (score > most) {
				most = score;
				best = proposal;
			}
		}
		if (best == null) {
			throw new IllegalStateException("A file has a sheet");
		}
		notes.addAll(best.notes());
		return new Recognised(best.sheet(), best.headerFirst(), best.headerLast(), best.layout(), best.columns(),
				best.encoding(), best.sampleNames(), notes);
	}

	/**
	 * Proposes how to read a file from headings the officer has pointed at.
	 * @param file the file
	 * @param sheet the number of the sheet, 0 for the first
	 * @param headerFirst the first row of the headings
	 * @param headerLast their last row
	 * @return the proposal
	 * @throws unionbook.document.UnreadableFile if the file is not read
	 */
	static Recognised propose(SheetFile file, int sheet, int headerFirst, int headerLast) {
		return new Recogniser(file, sheet).proposal(headerFirst, headerLast);
	}

	private Recognised best() {
		int first = 0;
		int last = 0;
		int most = 0;
		for (int i = 0; i < this.rows.size(); i++) {
			int end = headerEnd(i);
			Set<Field> known = known(columns(this.rows.get(i).number(), this.rows.get(end).number()));
			boolean named = known.contains(Field.FULL_NAME) || known.contains(Field.GIVEN_NAME);
			if (named && known.size() > most) {
				most = known.size();
				first = this.rows.get(i).number();
				last = this.rows.get(end).number();
			}
		}
		return proposal(first, last);
	}

	/**
	 * How far the headings go that begin in a row: rows under it that name columns only.
	 */
	private int headerEnd(int begin) {
		int end = begin;
		while (end + 1 < this.rows.size() && end - begin + 1 < MOST_HEADER_ROWS) {
			SheetRow next = this.rows.get(end + 1);
			boolean names = next.number() == this.rows.get(end).number() + 1
					&& next.cells().stream().allMatch((cell) -> cell.kind() == Kind.TEXT)
					&& next.cells().stream().anyMatch((cell) -> Headings.of(cell.text()) != null)
					&& next.cells().stream().noneMatch((cell) -> Headings.isOfNames(cell.text()))
					&& !fills(next, this.rows.get(begin));
			if (!names) {
				return end;
			}
			end++;
		}
		return end;
	}

	/** Whether a row has something under the heading of the name, as people have. */
	private static boolean fills(SheetRow row, SheetRow header) {
		return header.cells()
			.stream()
			.filter((cell) -> Headings.isOfNames(cell.text()))
			.anyMatch((name) -> row.cells().stream().anyMatch((cell) -> cell.column() == name.column()));
	}

	private Recognised proposal(int first, int last) {
		List<ColumnChoice> columns = columns(first, last);
		Set<Field> known = known(columns);
		boolean split = known.contains(Field.BIRTH_MALE) || known.contains(Field.BIRTH_FEMALE);
		boolean own = this.rows.stream().filter((row) -> row.number() < first).anyMatch(Lines::isOwnTitle);
		List<Problem> notes = new ArrayList<>();
		if (!known.contains(Field.FULL_NAME) && !known.contains(Field.GIVEN_NAME)) {
			notes.add(Problem.error(first, -1, "intake.problem.heading.name"));
		}
		else if (!split && !known.contains(Field.GENDER)) {
			notes.add(Problem.error(first, -1, "intake.problem.heading.gender"));
		}
		return new Recognised(this.sheet, first, last,
				split ? Layout.SPLIT_BIRTH : own ? Layout.OWN_EXPORT : Layout.GENDER_COLUMN, columns,
				this.file.encoding(), samples(columns, last), notes);
	}

	/** All columns something stands in, with what their headings say they are. */
	private List<ColumnChoice> columns(int first, int last) {
		TreeMap<Integer, String> upper = new TreeMap<>();
		TreeMap<Integer, String> lower = new TreeMap<>();
		TreeMap<Integer, Boolean> used = new TreeMap<>();
		for (SheetRow row : this.rows) {
			for (SheetCell cell : row.cells()) {
				boolean heading = row.number() >= first && row.number() <= last;
				if (row.number() >= first) {
					used.put(cell.column(), true);
				}
				if (heading && row.number() == first) {
					upper.put(cell.column(), cell.text());
				}
				else if (heading) {
					lower.merge(cell.column(), cell.text(), (above, below) -> above + " " + below);
				}
			}
		}
		List<ColumnChoice> choices = new ArrayList<>();
		Set<Field> taken = EnumSet.noneOf(Field.class);
		for (int column : used.keySet()) {
			String below = lower.getOrDefault(column, "");
			// a heading that spans columns stands in the first of them
			String above = below.isEmpty() ? upper.getOrDefault(column, "")
					: (upper.floorEntry(column) == null) ? "" : upper.floorEntry(column).getValue();
			Field field = field(above, below);
			boolean free = field == null || field.kind() == Field.Kind.SPLIT || taken.add(field);
			choices.add(new ColumnChoice(column, (above + " " + below).strip(), free ? field : null));
		}
		return choices;
	}

	private static @Nullable Field field(String above, String below) {
		return below.isEmpty() ? Headings.of(above) : Headings.of(above, below);
	}

	private List<String> samples(List<ColumnChoice> choices, int last) {
		Columns columns = new Columns(choices);
		Lines lines = new Lines();
		return this.rows.stream()
			.filter((row) -> row.number() > last && !lines.ignores(row, columns))
			.map((row) -> NameText.of(columns.name(row), this.file.encoding().equals(LegacyText.TCVN3.name())).value())
			.filter((name) -> !name.isEmpty())
			.limit(SAMPLES)
			.toList();
	}

	private static Set<Field> known(List<ColumnChoice> columns) {
		Set<Field> known = EnumSet.noneOf(Field.class);
		for (ColumnChoice column : columns) {
			if (column.field() != null) {
				known.add(column.field());
			}
		}
		return known;
	}

}
