package unionbook.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import unionbook.demo.Rows.Row;

/** The pledges of the data file; its keys are the columns of the tables. One entry may stand for many units. */
final class DemoPledges {

	private final Facts facts;

	private final Rows pledges = new Rows("pledge");

	private final Rows parties = new Rows("pledge_party");

	private final Rows points = new Rows("pledge_point");

	private final Rows targets = new Rows("pledge_target");

	private final Rows results = new Rows("target_result");

	private int count;

	DemoPledges(Facts facts) {
		this.facts = facts;
	}

	int write(JdbcClient jdbc, DemoMinistry ministry) {
		try (InputStream stream = this.facts.open("pledges.json")) {
			for (JsonNode pledge : JsonMapper.builder().build().readTree(stream)) {
				if (pledge.path("ministry").asString().equals(ministry.code())) {
					collect(pledge, ministry);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		int written = this.pledges.write(jdbc);
		List.of(this.parties, this.points, this.targets, this.results).forEach((rows) -> rows.write(jdbc));
		return written;
	}

	private void collect(JsonNode pledge, DemoMinistry ministry) {
		if (pledge.path("level").asString().equals("MINISTRY_JOINT")) {
			collect(pledge, ministry.id(), ministry.code(), ministry.name(), ministry.union());
			return;
		}
		for (DemoUnit unit : ministry.units()) {
			if ((!pledge.has("only") || lists(pledge.path("only"), unit)) && !lists(pledge.path("except"), unit)) {
				collect(pledge, unit.id(), unit.code(), unit.host(), unit.name());
			}
		}
	}

	private static boolean lists(JsonNode codes, DemoUnit unit) {
		return codes.valueStream().anyMatch((code) -> code.asString().equals(unit.code()));
	}

	private void collect(JsonNode pledge, UUID unit, String... words) {
		UUID id = add(this.pledges, pledge, unit, words);
		number(this.parties, pledge.path("parties"), id, unit, words);
		number(this.points, pledge.path("points"), id, unit, words);
		number(this.targets, pledge.path("targets"), id, unit, words);
	}

	private void number(Rows rows, JsonNode parts, UUID pledge, UUID unit, String... words) {
		int place = 1;
		for (JsonNode part : parts) {
			UUID id = add(rows, part, unit, words, "pledge_id", pledge, "seq", place++);
			for (JsonNode result : part.path("results")) {
				add(this.results, result, unit, words, "target_id", id);
			}
		}
	}

	private UUID add(Rows rows, JsonNode values, UUID unit, String[] words, Object... more) {
		UUID id = DemoIds.of("pledge/" + unit, ++this.count);
		Row row = rows.add().with("id", id).with("unit_id", unit);
		for (int place = 0; place < more.length; place += 2) {
			row.with((String) more[place], more[place + 1]);
		}
		for (var value : values.properties()) {
			if (value.getValue().isValueNode() && !value.getKey().equals("ministry")) {
				row.with(value.getKey(), value.getValue().isNumber() ? value.getValue().decimalValue()
						: filled(value.getValue().asString(), words));
			}
		}
		return id;
	}

	/** Puts a unit's own words into a sentence meant for many. */
	private static String filled(String text, String... words) {
		return text.replace("{code}", words[0]).replace("{host}", words[1]).replace("{union}", words[2]);
	}

}
