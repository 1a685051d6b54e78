package unionbook.platform;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Holds the actor of the running request or job on its thread. */
public final class CurrentActor {

	private static final ThreadLocal<@Nullable Actor> ACTOR = new ThreadLocal<>();

	private CurrentActor() {
	}

	/**
	 * The actor.
	 * @return who acts
	 * @throws IllegalStateException if nobody does
	 */
	public static Actor get() {
		return find().orElseThrow(() -> new IllegalStateException("nobody acts on this thread"));
	}

	/**
	 * The actor, if somebody acts.
	 * @return who acts, or empty
	 */
	public static Optional<Actor> find() {
		return Optional.ofNullable(ACTOR.get());
	}

	/**
	 * Does something as an actor and puts back who acted before.
	 * @param actor who acts
	 * @param work what is done
	 * @param <T> the kind of result
	 * @return the result of the work
	 */
	public static <T extends @Nullable Object> T runAs(@Nullable Actor actor, Supplier<T> work) {
		Actor before = ACTOR.get();
		set(actor);
		try {
			return work.get();
		}
		finally {
			set(before);
		}
	}

	private static void set(@Nullable Actor actor) {
		if (actor == null) {
			ACTOR.remove();
		}
		else {
			ACTOR.set(actor);
		}
	}

}
