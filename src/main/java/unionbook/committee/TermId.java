package unionbook.committee;

import java.util.UUID;

import unionbook.shared.Ids;

/**
 * Names the term of a body.
 *
 * @param value the id in the database
 */
public record TermId(UUID value) {

	/**
	 * Reads an id from an address or a form.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no id
	 */
	public static TermId of(String text) {
		if (text.length() != 36) {
			throw new IllegalArgumentException("not an id");
		}
		return new TermId(UUID.fromString(text));
	}

	/**
	 * A new id.
	 * @return an id nobody has yet
	 */
	public static TermId next() {
		return new TermId(Ids.next());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
