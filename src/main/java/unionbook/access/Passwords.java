package unionbook.access;

import java.util.Map;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id at the figures of the OWASP Password Storage Cheat Sheet
 * (46 MiB, one pass, one lane). At most four hashes run at once, so that a flood of
 * sign-ins cannot take the memory of the server.
 */
@Component
class Passwords {

	/** Longer input is refused before it is hashed. */
	static final int LONGEST = 256;

	/** What a single factor asks for (NIST SP 800-63B-4). */
	static final int SHORTEST = 15;

	private static final String CURRENT = "argon2@1";

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder(CURRENT,
			Map.of(CURRENT, new Argon2PasswordEncoder(16, 32, 1, 46 * 1024, 1)));

	private final Semaphore lanes = new Semaphore(4);

	private final String nobody = hash("a password of nobody");

	String hash(CharSequence password) {
		return limited(() -> String.valueOf(this.encoder.encode(password)));
	}

	/** Compares, and takes the same time when there is no account to compare with. */
	boolean matches(CharSequence password, @Nullable String hash) {
		boolean same = limited(() -> this.encoder.matches(password, (hash != null) ? hash : this.nobody));
		return same && hash != null;
	}

	boolean outdated(String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T> T limited(java.util.function.Supplier<T> work) {
		this.lanes.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.lanes.release();
		}
	}

}
