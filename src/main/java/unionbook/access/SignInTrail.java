package unionbook.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Grant;

/**
 * Tells the audit who signed in, who tried and who left. What concerns an account belongs
 * to the unit it starts from, so those who run that unit see it.
 */
@Component
class SignInTrail {

	/** Shorter names are not told at all: little of them would stay hidden. */
	private static final int TELLING = 6;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	private final DayClock clock;

	SignInTrail(Accounts accounts, ApplicationEventPublisher events, DayClock clock) {
		this.accounts = accounts;
		this.clock = clock;
		this.events = events;
	}

	void succeeded(SignedIn who) {
		tell("account.signed-in", who.account(), this.accounts.actor(who).orElse(null), null);
	}

	/**
	 * A try with a wrong name or password. A name that is nobody's may be a password
	 * typed into the wrong field, so no more than its beginning is kept; both cases ask
	 * the database the same, so that their times do not tell them apart.
	 */
	void refused(String username) {
		UUID account = this.accounts.credentials(username).map((known) -> known.account().value()).orElse(null);
		Optional<Actor> owner = this.accounts
			.actor(new SignedIn((account != null) ? account : UUID.randomUUID(), username, this.clock.now()));
		if (account == null) {
			tell("account.sign-in-refused", null, null, beginning(username));
		}
		else {
			List<Grant> grants = owner.map(Actor::grants).orElse(List.of());
			tell("account.sign-in-refused", account,
					new Actor(null, username, owner.map(Actor::displayName).orElse(username), grants), null);
		}
	}

	@EventListener
	void left(LogoutSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof SignedIn who) {
			tell("account.signed-out", who.account(), this.accounts.actor(who).orElse(null), null);
		}
	}

	private void tell(String action, @Nullable UUID account, @Nullable Actor actor, @Nullable String reason) {
		CurrentActor.runAs(actor, () -> {
			this.events.publishEvent(
					new SignInEvent(action, account, (actor == null) ? null : actor.home().orElse(null), reason));
			return true;
		});
	}

	private static String beginning(String username) {
		return (username.codePointCount(0, username.length()) < TELLING) ? "•••"
				: username.substring(0, username.offsetByCodePoints(0, 2)) + "•••";
	}

}
