package unionbook.intake;

import unionbook.document.UnreadableFile;
import unionbook.platform.RuleViolation;

/** Puts a file that is not read into words. */
final class Refusals {

	private Refusals() {
	}

	/** The sentence that says why, and what to do. */
	static RuleViolation of(UnreadableFile file) {
		return new RuleViolation("intake.file." + file.reason(), file.arguments().toArray());
	}

}
