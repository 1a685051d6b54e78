package unionbook.intake;

import java.util.List;

/** How far an import is. */
enum ImportStatus {

	/** Waits for an officer to say what the columns hold. */
	COLUMNS,
	/** Is being read and compared with the book. */
	CHECKING,
	/** Waits for an officer to confirm it. */
	CHECKED,
	/** Is being written. */
	COMMITTING,
	/** Stands in the book. */
	COMMITTED,
	/** Is being taken back. */
	UNDOING,
	/** Was taken back. */
	UNDONE,
	/** Was given up before anything was written. */
	DISCARDED,
	/** Broke off; nothing was written. */
	FAILED;

	/** Before anything is written. */
	static final List<ImportStatus> DRAFTS = List.of(COLUMNS, CHECKED, FAILED);

	/** How it is marked on the page. */
	public String css() {
		return switch (this) {
			case COLUMNS, CHECKED -> "warn";
			case CHECKING, COMMITTING, UNDOING -> "info";
			case COMMITTED -> "ok";
			case FAILED -> "bad";
			default -> "";
		};
	}

	public boolean working() {
		return this == CHECKING || this == COMMITTING || this == UNDOING;
	}

	public boolean draft() {
		return DRAFTS.contains(this);
	}

}
