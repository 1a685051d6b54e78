package unionbook.intake;

/** What a row of a file means for the book. */
enum RowVerdict {

	/** Somebody not in the book yet. */
	NEW,
	/** Somebody of whom the row says something else than the book. */
	CHANGED,
	/** Somebody of whom the book says the same. */
	SAME,
	/** Perhaps somebody in the book; an officer has to look. */
	DUPLICATE,
	/** Cannot be taken over as it stands. */
	ERROR,
	/** Names nobody. */
	IGNORED;

	/** How it is marked on the page. */
	public String css() {
		return switch (this) {
			case NEW -> "ok";
			case CHANGED -> "info";
			case DUPLICATE -> "warn";
			case ERROR -> "bad";
			default -> "";
		};
	}

}
