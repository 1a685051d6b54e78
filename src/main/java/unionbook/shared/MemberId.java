package unionbook.shared;

import java.util.UUID;

/**
 * Names a member.
 *
 * @param value the id in the database
 */
public record MemberId(UUID value) {

	/**
	 * Reads an id from an address or a form.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no id
	 */
	public static MemberId of(String text) {
		if (text.length() != 36) {
			throw new IllegalArgumentException("not an id");
		}
		return new MemberId(UUID.fromString(text));
	}

	/**
	 * A new id.
	 * @return an id nobody has yet
	 */
	public static MemberId next() {
		return new MemberId(Ids.next());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
