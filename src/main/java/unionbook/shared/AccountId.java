package unionbook.shared;

import java.util.UUID;

/**
 * Names an account.
 *
 * @param value the id in the database
 */
public record AccountId(UUID value) {

	/**
	 * Reads an id from an address or a form.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no id
	 */
	public static AccountId of(String text) {
		if (text.length() != 36) {
			throw new IllegalArgumentException("not an id");
		}
		return new AccountId(UUID.fromString(text));
	}

	/**
	 * A new id.
	 * @return an id nobody has yet
	 */
	public static AccountId next() {
		return new AccountId(Ids.next());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
