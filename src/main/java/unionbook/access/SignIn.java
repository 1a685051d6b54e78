package unionbook.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import unionbook.platform.DayClock;

/**
 * Checks a name and a password; whatever is wrong, the answer is the same, and so is its
 * time for a name nobody has. Only a name that waits is answered at once, known or not.
 */
@Component
class SignIn implements AuthenticationProvider {

	private final Accounts accounts;

	private final Passwords passwords;

	private final SignInBrake brake;

	private final SignInTrail trail;

	private final DayClock clock;

	SignIn(Accounts accounts, Passwords passwords, SignInBrake brake, SignInTrail trail, DayClock clock) {
		this.clock = clock;
		this.accounts = accounts;
		this.passwords = passwords;
		this.brake = brake;
		this.trail = trail;
	}

	@Override
	public Authentication authenticate(Authentication typed) {
		String username = AccountName.of(typed.getName());
		String password = String.valueOf(typed.getCredentials());
		if (password.length() > Passwords.LONGEST || username.isEmpty() || !this.brake.nameMayTry(username)) {
			throw refused(username);
		}
		Accounts.Credentials known = this.accounts.credentials(username).orElse(null);
		boolean right = this.passwords.matches(password, (known == null) ? null : known.passwordHash());
		if (known == null || !right) {
			throw refused(username);
		}
		this.brake.succeeded(username);
		if (this.passwords.outdated(known.passwordHash())) {
			this.accounts.rehash(known.account(), this.passwords.hash(password));
		}
		SignedIn who = new SignedIn(known.account().value(), username, this.clock.now());
		this.trail.succeeded(who);
		return UsernamePasswordAuthenticationToken.authenticated(who, null, AuthorityUtils.NO_AUTHORITIES);
	}

	private BadCredentialsException refused(String username) {
		this.trail.refused(username);
		return new BadCredentialsException("refused");
	}

	@Override
	public boolean supports(@Nullable Class<?> authentication) {
		return authentication != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
