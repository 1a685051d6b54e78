package unionbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.yaml.snakeyaml.Yaml;

/** Reads hostile-inputs.yaml. */
final class HostileInputs {

	private final Map<String, Object> list;

	HostileInputs() {
		try (InputStream file = HostileInputs.class.getResourceAsStream("/hostile-inputs.yaml")) {
			this.list = new Yaml().load(Objects.requireNonNull(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		for (Object item : (List<?>) this.list.get("cases")) {
			cases.add(new Case(map(item)));
		}
		return cases;
	}

	/** What cases wait for, by id. */
	Map<String, Object> waiting() {
		return map(this.list.get("waiting"));
	}

	/** The account of an actor, empty for who has not signed in. */
	String account(Case hostile) {
		return String.valueOf(Objects.requireNonNull(map(this.list.get("actors")).get(hostile.text("actor"))));
	}

	private static Map<String, Object> map(Object value) {
		Map<String, Object> map = new LinkedHashMap<>();
		((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry));
		return map;
	}

	/** One case. */
	record Case(Map<String, Object> facts) {

		String id() {
			return text("id");
		}

		String text(String key) {
			return String.valueOf(this.facts.getOrDefault(key, ""));
		}

		List<String> texts(String key) {
			return ((List<?>) this.facts.getOrDefault(key, List.of())).stream().map(String::valueOf).toList();
		}

		List<Integer> statuses() {
			return texts("status").stream().map(Integer::valueOf).toList();
		}

		/** The parameters of each request: those of all with its own. */
		List<Map<String, String>> parameters() {
			List<Map<String, String>> requests = new ArrayList<>();
			for (Object own : (List<?>) this.facts.getOrDefault("with", List.of(Map.of()))) {
				Map<String, String> parameters = new LinkedHashMap<>();
				map(this.facts.getOrDefault("form", Map.of()))
					.forEach((name, value) -> parameters.put(name, String.valueOf(value)));
				map(own).forEach((name, value) -> parameters.put(name, String.valueOf(value)));
				requests.add(parameters);
			}
			return requests;
		}

		/** Whether it is sent as it stands. */
		boolean sent() {
			return this.facts.containsKey("get") || this.facts.containsKey("post") || this.facts.containsKey("raw");
		}

		@Override
		public String toString() {
			return id() + " " + text("input") + ": " + text("hold");
		}

	}

}
