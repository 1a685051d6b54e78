package unionbook.shared;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The paper a change rests on (quyết định); parts may be unknown for old records.
 *
 * @param number number and symbol, such as 45/QĐ-CĐB
 * @param signedOn the day it was signed
 * @param signer who signed it
 */
public record Decision(@Nullable String number, @Nullable LocalDate signedOn, @Nullable String signer) {

	/** No paper at hand. */
	public static final Decision NONE = new Decision(null, null, null);

}
