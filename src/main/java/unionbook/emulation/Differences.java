package unionbook.emulation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent.Change;

/** Tells two versions of a text apart, also where parts were added or taken away. */
final class Differences {

	private Differences() {
	}

	static Map<String, Change> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>(after);
		before.keySet().forEach((field) -> all.putIfAbsent(field, null));
		return Change.between(before, all);
	}

}
