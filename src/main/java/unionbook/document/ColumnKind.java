package unionbook.document;

/** What a column of an export holds; decides how its cells are shown in a workbook. */
public enum ColumnKind {

	/** Words, codes, and numbers nobody calculates with. */
	TEXT("@"),

	/**
	 * Days, given as {@link java.time.LocalDate} or, when only part is known, as text.
	 */
	DAY("dd/mm/yyyy"),

	/** Whole numbers of people or things. */
	COUNT("#,##0"),

	/** Numbers shown as they are, such as a year. */
	NUMBER("General"),

	/** Percentages, given in percent: 51.86 stands for 51,86 %. */
	PERCENT("0.0#%");

	private final String pattern;

	ColumnKind(String pattern) {
		this.pattern = pattern;
	}

	String pattern() {
		return this.pattern;
	}

}
