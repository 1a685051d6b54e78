package unionbook.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import unionbook.platform.AccessRefused;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;

/**
 * Records refused attempts, but no flood of them: the first of a kind each minute one by
 * one, the rest as a count.
 */
@Component
class Refusals {

	static final int ONE_BY_ONE = 10;

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final Map<Kind, Window> windows = new ConcurrentHashMap<>();

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	Refusals(DayClock clock, ApplicationEventPublisher events) {
		this.clock = clock;
		this.events = events;
	}

	@EventListener
	void on(AccessRefused refused) {
		Actor actor = CurrentActor.get();
		Instant now = this.clock.now();
		Window window = this.windows.merge(new Kind(actor.username(), refused), new Window(actor, now, 1),
				(known, one) -> new Window(actor, known.since(), known.count() + 1));
		if (window.count() <= ONE_BY_ONE) {
			publish(actor, refused, 1);
		}
	}

	/** Tells the counts of the windows that are over. */
	@Scheduled(fixedDelay = 15_000)
	void tell() {
		Instant over = this.clock.now().minus(WINDOW);
		this.windows.forEach((kind, window) -> {
			if (!window.since().isAfter(over)) {
				Window last = this.windows.remove(kind);
				if (last != null && last.count() > ONE_BY_ONE) {
					CurrentActor.runAs(last.actor(), () -> {
						publish(last.actor(), kind.refused(), last.count() - ONE_BY_ONE);
						return last;
					});
				}
			}
		});
	}

	private void publish(Actor actor, AccessRefused refused, int times) {
		this.events.publishEvent(new AccessDenied(refused, actor.home().orElse(null), times));
	}

	private record Kind(String username, AccessRefused refused) {
	}

	private record Window(Actor actor, Instant since, int count) {
	}

}
