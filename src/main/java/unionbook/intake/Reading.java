package unionbook.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a cell.
 *
 * @param value the text for the form; as it was written when there is an error
 * @param level how bad it is, or null when all is well
 * @param key the message key of what is to be told, empty when all is well
 * @param args what the sentence names
 */
record Reading(String value, Problem.@Nullable Level level, String key, List<String> args) {

	static Reading of(String value) {
		return new Reading(value, null, "", List.of());
	}

	/** A value that was mended, or is doubtful; the sentence names what stood there. */
	static Reading mended(String value, String key, String... args) {
		return new Reading(value, Problem.Level.WARNING, key, List.of(args));
	}

	/** A cell that cannot be read; the sentence names what stands there. */
	static Reading refused(String written, String key) {
		return new Reading(written, Problem.Level.ERROR, key, List.of(written));
	}

	boolean failed() {
		return this.level == Problem.Level.ERROR;
	}

}
