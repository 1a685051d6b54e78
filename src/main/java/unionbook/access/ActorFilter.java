package unionbook.access;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;

/**
 * Puts the actor on the thread, with the grants read anew for each request: who was
 * disabled or moved a minute ago is refused at the next click.
 */
class ActorFilter extends OncePerRequestFilter {

	private static final String AWAY = ActorFilter.class.getName() + ".away";

	/** Even a session that is always in use ends after a working day. */
	private static final Duration LONGEST = Duration.ofHours(12);

	private final Accounts accounts;

	private final DayClock clock;

	ActorFilter(Accounts accounts, DayClock clock) {
		this.accounts = accounts;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)
				|| request.getAttribute(AWAY) != null) {
			chain.doFilter(request, response);
			return;
		}
		Optional<Actor> actor;
		try {
			actor = tooOld(signedIn) ? Optional.empty() : this.accounts.actor(signedIn);
		}
		catch (DataAccessException | TransactionException ex) {
			withoutDatabase(request, response, chain);
			return;
		}
		if (actor.isEmpty()) {
			end(request);
			SignInConfiguration.toSignIn(request, response);
			return;
		}
		Failure failure = CurrentActor.runAs(actor.get(), () -> go(request, response, chain));
		if (failure != null) {
			failure.rethrow();
		}
	}

	/**
	 * Nobody can be recognised now: the page that says so is drawn without a name, and
	 * without asking the database again.
	 */
	private static void withoutDatabase(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		request.setAttribute(AWAY, true);
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

	private static @Nullable Failure go(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
		try {
			chain.doFilter(request, response);
			return null;
		}
		catch (IOException | ServletException ex) {
			return new Failure(ex);
		}
	}

	private boolean tooOld(SignedIn signedIn) {
		return Duration.between(signedIn.since(), this.clock.now()).compareTo(LONGEST) > 0;
	}

	private static void end(HttpServletRequest request) {
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** The frame around an error page names the actor too. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private record Failure(Exception cause) {

		void rethrow() throws IOException, ServletException {
			if (this.cause instanceof IOException io) {
				throw io;
			}
			throw (ServletException) this.cause;
		}

	}

}
