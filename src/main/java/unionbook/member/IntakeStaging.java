package unionbook.member;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Takes the rows of a list into the database, many at a time, where they are then judged
 * together. It holds no more than one chunk of them.
 */
public final class IntakeStaging {

	private static final int CHUNK = 1 << 18;

	private static final String COPY = "copy import_draft (run_id, row_number, unit_id, verdict, target_id, problems,"
			+ " draft_id, " + IntakeColumns.names(IntakeColumns.ALL) + ") from stdin";

	private final JdbcOperations jdbc;

	private final UUID run;

	private final UUID unit;

	private final StringBuilder rows = new StringBuilder(CHUNK + 4096);

	IntakeStaging(JdbcOperations jdbc, UUID run, UUID unit) {
		this.jdbc = jdbc;
		this.run = run;
		this.unit = unit;
		jdbc.execute("create temp table import_draft (like import_row) on commit drop");
	}

	/**
	 * Takes a row that may become or change somebody.
	 * @param row its number
	 * @param target the unit the person stands in
	 * @param checked its facts
	 * @param problems what was mended, as JSON
	 */
	public void person(int row, UUID target, CheckedRow checked, String problems) {
		line(row, null, target, problems, checked.id(), checked.facts());
	}

	/**
	 * Takes a row that stays out.
	 * @param row its number
	 * @param verdict ERROR or IGNORED
	 * @param name the name as it was written, or null
	 * @param problems why, as JSON
	 */
	public void outside(int row, String verdict, @Nullable String name, String problems) {
		line(row, verdict, null, problems, null, (name == null) ? Map.of() : Map.of("fullName", name));
	}

	void close() {
		flush();
		this.jdbc.execute("analyze import_draft");
	}

	private void line(int row, @Nullable String verdict, @Nullable UUID target, String problems, @Nullable UUID draft,
			Map<String, ? extends @Nullable Object> facts) {
		for (Object value : new @Nullable Object[] { this.run, row, this.unit, verdict, target, problems }) {
			value(value);
			this.rows.append('\t');
		}
		value(draft);
		for (String field : IntakeColumns.ALL) {
			this.rows.append('\t');
			value(facts.get(field));
		}
		this.rows.append('\n');
		if (this.rows.length() >= CHUNK) {
			flush();
		}
	}

	private void value(@Nullable Object value) {
		switch (value) {
			case null -> this.rows.append("\\N");
			case byte[] bytes -> this.rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
			case String text -> escaped(text);
			default -> this.rows.append(value);
		}
	}

	private void escaped(String text) {
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			switch (letter) {
				case '\\' -> this.rows.append("\\\\");
				case '\t' -> this.rows.append("\\t");
				case '\n' -> this.rows.append("\\n");
				case '\r' -> this.rows.append("\\r");
				case '\0' -> {
				}
				default -> this.rows.append(letter);
			}
		}
	}

	private void flush() {
		if (this.rows.isEmpty()) {
			return;
		}
		this.jdbc.execute((ConnectionCallback<List<Long>>) this::copy);
		this.rows.setLength(0);
	}

	private List<Long> copy(Connection connection) throws SQLException {
		try {
			return List.of(connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn(COPY, new StringReader(this.rows.toString())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
