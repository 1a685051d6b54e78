package unionbook.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Service;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.Sheet;
import unionbook.platform.RuleViolation;

/** Files to take away: an empty list to fill in, and a file as it came with remarks. */
@Service
class ImportDownloads {

	/** What an empty list asks for, in the order of the form of a person. */
	private static final List<Field> TEMPLATE = List.of(Field.FULL_NAME, Field.GENDER, Field.BIRTH,
			Field.IDENTITY_NUMBER, Field.UNIT, Field.DEPARTMENT, Field.POSITION, Field.UNION_POSITION, Field.EDUCATION,
			Field.PARTY_STATUS, Field.JOINED_UNION_ON, Field.ETHNICITY, Field.RELIGION, Field.HOMETOWN, Field.ADDRESS,
			Field.PHONE, Field.EMAIL, Field.EMPLOYMENT_KIND, Field.CARD_NUMBER, Field.NOTE);

	private final ImportFiles files;

	private final ImportPreview preview;

	ImportDownloads(ImportFiles files, ImportPreview preview) {
		this.files = files;
		this.preview = preview;
	}

	/** An empty list whose headings are known. */
	void template(Download download, Locale locale) {
		List<Column> columns = TEMPLATE.stream()
			.map((field) -> new Column(word(label(field), locale),
					(field.kind() == Field.Kind.DAY) ? ColumnKind.DAY : ColumnKind.TEXT))
			.toList();
		download.send(word("imports.template.file", locale), new Sheet(word("imports.template.title", locale),
				List.of(word("imports.template.hint", locale)), columns), (rows) -> {
				});
	}

	/** The file of a run with what is wrong behind each row. */
	void withRemarks(ImportRun run, Download download, Locale locale) {
		if (run.counts().isEmpty()) {
			throw new RuleViolation("imports.rule.notCompared");
		}
		byte[] content = this.files.content(run.id());
		Remarks remarks = new Remarks(run, locale);
		Recognised recognised = run.recognised();
		int column = recognised.columns().stream().mapToInt(ColumnChoice::column).max().orElse(0) + 1;
		ImportFiles.open(content, run.fileName(), (file) -> {
			String sheet = file.sheets().get(recognised.sheet()).name();
			download.sendCopy(word("imports.errors.file", locale), sheet.isEmpty() ? "CSV" : sheet, column,
					(copy) -> file.rows(recognised.sheet(), (row) -> {
						String remark = (row.number() == recognised.headerLast())
								? word("imports.errors.column", locale) : remarks.of(row.number());
						copy.row(row, remark);
						return true;
					}));
			return file.sheets().size();
		});
	}

	static String label(Field field) {
		return switch (field) {
			case FULL_NAME, OTHER_NAME, GENDER, BIRTH, DEPARTMENT, POSITION, UNION_POSITION, EDUCATION, PARTY_STATUS,
					PARTY_JOINED_ON, JOINED_UNION_ON, CARD_NUMBER, IDENTITY_NUMBER, IDENTITY_ISSUED_ON,
					IDENTITY_ISSUED_BY, PHONE, EMAIL, ADDRESS, BIRTH_PLACE, HOMETOWN, ETHNICITY, RELIGION,
					EMPLOYMENT_KIND, HIRED_ON, SPECIALTY, POLITICAL_THEORY, NOTE ->
				"member.field." + field.formName();
			default -> "imports.field." + field;
		};
	}

	private String word(String key, Locale locale) {
		return this.preview.sentence(key, List.of(), locale);
	}

	/** The remarks of a run, read a piece ahead of the rows they stand behind. */
	private final class Remarks {

		private static final int AHEAD = 1000;

		private final ImportRun run;

		private final Locale locale;

		private final Deque<ImportPreview.RowRemark> next = new ArrayDeque<>();

		private int read;

		private Remarks(ImportRun run, Locale locale) {
			this.run = run;
			this.locale = locale;
		}

		/** The remark on a row; rows are asked for in their order. */
		private String of(int row) {
			while (!this.next.isEmpty() && this.next.peek().row() < row) {
				this.next.remove();
			}
			if (this.next.isEmpty() && this.read < row) {
				this.next.addAll(ImportDownloads.this.preview.remarks(this.run.id(), this.locale, row - 1, AHEAD));
				this.read = (this.next.size() < AHEAD) ? Integer.MAX_VALUE : this.next.getLast().row();
			}
			return (!this.next.isEmpty() && this.next.peek().row() == row) ? this.next.remove().sentence() : "";
		}

	}

}
