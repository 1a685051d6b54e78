package unionbook.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of one table, written a thousand to a statement: COPY is refused on a table behind row-level security, and a
 * statement per row would run the headcount trigger per row.
 */
final class Rows {

	private static final int PER_STATEMENT = 1000;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String table;

	private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

	Rows(String table) {
		this.table = table;
	}

	/** Begins a row. */
	Row add() {
		Row row = new Row(new LinkedHashMap<>());
		this.rows.add(row.values);
		return row;
	}

	/**
	 * Writes all rows; a column is written when any row has it.
	 * @param jdbc the connection
	 * @return how many rows were written
	 */
	int write(JdbcClient jdbc) {
		Set<String> names = new LinkedHashSet<>();
		this.rows.forEach((row) -> names.addAll(row.keySet()));
		String columns = String.join(", ", names);
		for (int from = 0; from < this.rows.size(); from += PER_STATEMENT) {
			List<?> part = this.rows.subList(from, Math.min(this.rows.size(), from + PER_STATEMENT));
			jdbc.sql("insert into " + this.table + " (" + columns + ") select " + columns
					+ " from json_populate_recordset(null::" + this.table + ", :rows::json)")
				.param("rows", JSON.writeValueAsString(part))
				.update();
		}
		return this.rows.size();
	}

	/** One row, filled column by column. */
	static final class Row {

		private final Map<String, @Nullable Object> values;

		private Row(Map<String, @Nullable Object> values) {
			this.values = values;
		}

		Row with(String column, @Nullable Object value) {
			this.values.put(column, value);
			return this;
		}

	}

}
