package unionbook.access;

import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import unionbook.shared.VietnameseText;

/**
 * The one form of a name typed at sign-in: compatibility-composed, lower case, without
 * invisible characters.
 */
final class AccountName {

	static final int LONGEST = 100;

	private AccountName() {
	}

	static String of(@Nullable String typed) {
		String text = (typed == null) ? "" : (typed.length() > LONGEST) ? typed.substring(0, LONGEST) : typed;
		return VietnameseText.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
	}

}
