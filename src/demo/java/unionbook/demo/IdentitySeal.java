package unionbook.demo;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Makes of a citizen identity number what may be stored of it; the module of members knows how. */
@FunctionalInterface
interface IdentitySeal {

	/** Stores nothing of a number. */
	IdentitySeal NONE = (member, number) -> null;

	/**
	 * What is stored of a number.
	 *
	 * @param cipher the number, encrypted
	 * @param hash the key for finding it again
	 */
	record Sealed(byte[] cipher, byte[] hash) {
	}

	/**
	 * Seals a number.
	 * @param member the id of the member it belongs to
	 * @param number twelve digits
	 * @return what to store, or null to store nothing
	 */
	@Nullable Sealed seal(UUID member, String number);

}
