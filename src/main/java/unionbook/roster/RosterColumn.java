package unionbook.roster;

import org.jspecify.annotations.Nullable;
import unionbook.document.ColumnKind;

/** The columns a roster can show, in their order. */
enum RosterColumn {

	NAME(ColumnKind.TEXT, RosterSort.NAME, true),

	GENDER(ColumnKind.TEXT, null, true),

	BIRTH(ColumnKind.DAY, RosterSort.BIRTH, true),

	UNIT(ColumnKind.TEXT, null, true),

	DEPARTMENT(ColumnKind.TEXT, null, false),

	POSITION(ColumnKind.TEXT, RosterSort.POSITION, true),

	UNION_POSITION(ColumnKind.TEXT, null, true),

	EDUCATION(ColumnKind.TEXT, null, false),

	PARTY(ColumnKind.TEXT, null, false),

	JOINED(ColumnKind.DAY, RosterSort.JOINED, true),

	LEFT(ColumnKind.DAY, null, true);

	private final ColumnKind kind;

	private final @Nullable RosterSort sort;

	private final boolean usual;

	RosterColumn(ColumnKind kind, @Nullable RosterSort sort, boolean usual) {
		this.kind = kind;
		this.sort = sort;
		this.usual = usual;
	}

	ColumnKind kind() {
		return this.kind;
	}

	/** What a click on its heading sorts by, or null. */
	@Nullable RosterSort sort() {
		return this.sort;
	}

	/** Whether it is shown when nothing else was asked for. */
	boolean usual() {
		return this.usual;
	}

	String label() {
		return "roster.column." + this;
	}

	/**
	 * What stands in this column for a person, for the screen and for exports alike.
	 * @param row the person
	 * @param words the words of codes in the reader's language
	 * @return text, a day, or null
	 */
	@Nullable Object cell(RosterRow row, RosterWords words) {
		return switch (this) {
			case NAME -> row.fullName();
			case GENDER -> words.code("gender", row.gender());
			case BIRTH -> row.birth();
			case UNIT -> row.unitName();
			case DEPARTMENT -> row.department();
			case POSITION -> words.code("position", row.position());
			case UNION_POSITION -> words.code("union_position", row.unionPosition());
			case EDUCATION -> words.code("education", row.education());
			case PARTY -> words.code("party_status", row.partyStatus());
			case JOINED -> row.joinedOn();
			case LEFT -> row.leftOn();
		};
	}

}
