package unionbook.emulation;

import java.util.UUID;

import unionbook.shared.Ids;

/**
 * Names a pledge or an addendum to one.
 *
 * @param value the id in the database
 */
public record PledgeId(UUID value) {

	/**
	 * Reads an id from an address or a form.
	 * @param text the id as text
	 * @return the id
	 * @throws IllegalArgumentException if the text is no id
	 */
	public static PledgeId of(String text) {
		if (text.length() != 36) {
			throw new IllegalArgumentException("not an id");
		}
		return new PledgeId(UUID.fromString(text));
	}

	/**
	 * A new id.
	 * @return an id nobody has yet
	 */
	public static PledgeId next() {
		return new PledgeId(Ids.next());
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
