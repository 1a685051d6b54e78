package unionbook.access;

import java.util.Comparator;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.stereotype.Component;
import unionbook.platform.Role;

/**
 * The live sessions of each account. The oldest ends when there is one too many: at most
 * two at once, one for those who administer. One at a time is registered, so parallel
 * sign-ins are all seen, which Spring Security's own limit does not promise.
 */
@Component
class LiveSessions extends SessionRegistryImpl {

	private static final int MOST = 2;

	private static final int MOST_OF_ADMINISTRATORS = 1;

	private final Accounts accounts;

	LiveSessions(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void registerNewSession(String sessionId, Object principal) {
		SignedIn signedIn = (SignedIn) principal;
		int most = administers(signedIn) ? MOST_OF_ADMINISTRATORS : MOST;
		synchronized (this) {
			super.registerNewSession(sessionId, signedIn.account());
			getAllSessions(signedIn.account(), false).stream()
				.filter((session) -> !session.getSessionId().equals(sessionId))
				.sorted(Comparator.comparing(SessionInformation::getLastRequest).reversed())
				.skip(most - 1L)
				.forEach(SessionInformation::expireNow);
		}
	}

	private boolean administers(SignedIn signedIn) {
		return this.accounts.actor(signedIn)
			.stream()
			.flatMap((actor) -> actor.grants().stream())
			.anyMatch((grant) -> grant.role() == Role.OPERATOR || grant.role() == Role.MINISTRY_ADMIN);
	}

}
