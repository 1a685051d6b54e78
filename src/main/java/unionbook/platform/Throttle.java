package unionbook.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import unionbook.shared.AccountId;

/**
 * Keeps one account from reading everything or from taking the server: so many pages a
 * minute, so many exports at once. Counted in memory, for this is about this server's
 * load; what must be exact across servers, the database counts.
 */
@Component
class Throttle implements HandlerInterceptor {

	private static final String TAKEN = Throttle.class.getName() + ".taken";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** An export is over sooner or later; nobody knows when, so ask again soon. */
	private static final Duration SOON = Duration.ofSeconds(10);

	private final Map<AccountId, Minute> minutes = new ConcurrentHashMap<>();

	private final Map<AccountId, Integer> exports = new ConcurrentHashMap<>();

	private final int pages;

	private final int atOnce;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	Throttle(@Value("${unionbook.limits.pages-a-minute}") int pages,
			@Value("${unionbook.limits.exports-at-once}") int atOnce, DayClock clock,
			ApplicationEventPublisher events) {
		this.pages = pages;
		this.atOnce = atOnce;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Actor actor = CurrentActor.find().orElse(null);
		if (actor == null || actor.account() == null || !(handler instanceof HandlerMethod)
				|| request.getDispatcherType() != DispatcherType.REQUEST) {
			return true;
		}
		count(actor, actor.account());
		if (export(request)) {
			take(actor.account());
			request.setAttribute(TAKEN, actor.account());
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(TAKEN) instanceof AccountId account) {
			request.removeAttribute(TAKEN);
			this.exports.computeIfPresent(account, (key, running) -> (running > 1) ? running - 1 : null);
		}
	}

	private void count(Actor actor, AccountId account) {
		Instant now = this.clock.now();
		Minute minute = Objects
			.requireNonNull(this.minutes.compute(account, (key, last) -> (last == null || last.over(now))
					? new Minute(now, 1) : new Minute(last.since(), last.pages() + 1)));
		if (minute.pages() == this.pages + 1) {
			this.events.publishEvent(new BulkRead(account.value(), actor.home().orElse(null)));
		}
		if (minute.pages() > this.pages) {
			throw new TooMany(Duration.between(now, minute.since().plus(MINUTE)));
		}
	}

	private void take(AccountId account) {
		this.exports.compute(account, (key, running) -> {
			if (running != null && running >= this.atOnce) {
				throw new TooMany(SOON);
			}
			return (running == null) ? 1 : running + 1;
		});
	}

	private static boolean export(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.endsWith(".xlsx") || path.endsWith(".csv")
				|| path.endsWith("/archive") && "POST".equals(request.getMethod());
	}

	/**
	 * What an account read in one minute.
	 *
	 * @param since when the minute began
	 * @param pages how many pages were asked for
	 */
	private record Minute(Instant since, int pages) {

		boolean over(Instant now) {
			return Duration.between(this.since, now).abs().compareTo(MINUTE) >= 0;
		}

	}

}
