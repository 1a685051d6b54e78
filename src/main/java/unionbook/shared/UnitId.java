package unionbook.shared;

import java.util.UUID;

/**
 * Names a unit of the organisation.
 *
 * @param value the id in the database
 */
public record UnitId(UUID value) {

	/**
	 * Reads an id from an address or a form.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no id
	 */
	public static UnitId of(String text) {
		if (text.length() != 36) {
			throw new IllegalArgumentException("not an id");
		}
		return new UnitId(UUID.fromString(text));
	}

	/**
	 * A new id.
	 * @return an id nobody has yet
	 */
	public static UnitId next() {
		return new UnitId(Ids.next());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
