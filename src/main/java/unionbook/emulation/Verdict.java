package unionbook.emulation;

import org.jspecify.annotations.Nullable;

/** What the result of a target comes to. */
enum Verdict {

	MET, NOT_MET, NOT_DUE, NA, NOT_REPORTED;

	/** How it is painted: true, false, or null while nothing is decided. */
	public @Nullable Boolean met() {
		return switch (this) {
			case MET -> Boolean.TRUE;
			case NOT_MET -> Boolean.FALSE;
			case NOT_DUE, NA, NOT_REPORTED -> null;
		};
	}

	/** The colour class of its badge; the word stands beside it. */
	public String tone() {
		return switch (this) {
			case MET -> "ok";
			case NOT_MET -> "bad";
			case NOT_DUE -> "info";
			case NA, NOT_REPORTED -> "";
		};
	}

}
