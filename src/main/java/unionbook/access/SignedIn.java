package unionbook.access;

import java.io.Serializable;

import org.springframework.security.core.AuthenticatedPrincipal;
import unionbook.shared.AccountId;

/**
 * Who signed in, as the session remembers it: no rights, they are read anew for each
 * request.
 *
 * @param account the id of the account
 * @param username the name typed at sign-in
 * @param since when
 */
record SignedIn(java.util.UUID account, String username,
		java.time.Instant since) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.username;
	}

	AccountId id() {
		return new AccountId(this.account);
	}

}
