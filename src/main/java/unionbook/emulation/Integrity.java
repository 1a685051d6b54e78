package unionbook.emulation;

/** Whether the text on the page is the one that was signed. */
enum Integrity {

	/** Nothing is signed yet. */
	DRAFT,
	/** The text has the fingerprint it was signed with. */
	MATCHES,
	/** The text or its fingerprint was changed outside this application. */
	DIFFERS,
	/** Entered from a publication: it was never frozen. */
	NOT_FROZEN;

	/** The colour class of its notice; the sentence says the rest. */
	public String tone() {
		return switch (this) {
			case MATCHES -> "ok";
			case DIFFERS -> "bad";
			case DRAFT, NOT_FROZEN -> "warn";
		};
	}

}
