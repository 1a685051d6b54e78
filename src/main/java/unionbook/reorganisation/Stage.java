package unionbook.reorganisation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The steps in which a draft is written; the words are the messages
 * reorganisation.stage.*.
 */
enum Stage {

	/** Which units. */
	UNITS,

	/** What is written down about the units that come of it. */
	OUTCOME,

	/** The paper and its day. */
	DECISION,

	/** Who goes where. */
	PEOPLE,

	/** What else hangs on the units that end. */
	MATTERS,

	/** Before and after, and the last word. */
	PREVIEW;

	/** The steps a kind needs, in their order. */
	static List<Stage> of(Kind kind) {
		return Arrays.stream(values()).filter((stage) -> stage.neededBy(kind)).toList();
	}

	private boolean neededBy(Kind kind) {
		return switch (this) {
			case OUTCOME -> kind.founds() || kind.alters() && kind != Kind.REPARENT;
			case PEOPLE -> kind.moves();
			case MATTERS -> kind.ends();
			default -> true;
		};
	}

	/** The step after this one; the last is its own. */
	public Stage next(Kind kind) {
		List<Stage> stages = of(kind);
		return stages.get(Math.min(stages.indexOf(this) + 1, stages.size() - 1));
	}

	/** The last part of its address. */
	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether units are chosen by ticking several. */
	static boolean many(Kind kind) {
		return kind == Kind.ABSORB || kind == Kind.CONSOLIDATE || kind == Kind.END;
	}

	/** Whether one unit is chosen. */
	static boolean one(Kind kind) {
		return kind.alters() || kind == Kind.REOPEN || kind == Kind.DIVIDE || kind == Kind.SPLIT_OFF;
	}

	/** Whether a living unit may take people in. */
	static boolean receiver(Kind kind) {
		return kind == Kind.ABSORB || kind == Kind.END;
	}

	/** Whether a superior is chosen. */
	static boolean parent(Kind kind) {
		return kind == Kind.FOUND || kind == Kind.REPARENT || kind == Kind.CONSOLIDATE || kind == Kind.DOWNGRADE
				|| kind == Kind.REOPEN;
	}

}
