package unionbook.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shows the rows of a compared file, a page at a time. */
@Service
@Transactional(readOnly = true)
class ImportPreview {

	static final int PAGE = 50;

	/** Fields whose values are codes, with the list the codes belong to. */
	private static final Map<String, String> LISTS = lists();

	private static final String ROWS = """
			select r.row_number, r.verdict, r.full_name, r.gender, case r.birth_precision
					when 'DAY' then to_char(r.birth_date, 'DD/MM/YYYY') when 'MONTH' then to_char(r.birth_date, 'MM/YYYY')
					when 'YEAR' then to_char(r.birth_date, 'YYYY') end as birth,
				case when r.target_id <> r.unit_id then (select v.name from unit_version v where v.unit_id = r.target_id
					order by v.period desc limit 1) end as unit_name,
				case when r.verdict <> 'NEW' then r.member_id end as member_id, r.changes, r.problems
			from import_row r
			where r.run_id = :run and (cast(:verdict as text) is null or r.verdict = :verdict)
				and r.row_number %s :place order by r.row_number %s limit %d""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final MessageSource messages;

	ImportPreview(JdbcClient jdbc, JsonMapper json, MessageSource messages) {
		this.jdbc = jdbc;
		this.json = json;
		this.messages = messages;
	}

	/**
	 * A page of rows.
	 * @param run the run, already found in reach
	 * @param verdict the verdict asked for, or null for all
	 * @param place the row to go on from
	 * @param backward whether the rows before it are wanted
	 */
	PreviewPage page(UUID run, @Nullable RowVerdict verdict, int place, boolean backward, Locale locale) {
		List<PreviewRow> rows = new ArrayList<>(
				this.jdbc.sql(ROWS.formatted(backward ? "<" : ">", backward ? "desc" : "asc", PAGE + 1))
					.param("run", run)
					.param("verdict", (verdict == null) ? null : verdict.name())
					.param("place", place)
					.query(Stored.class)
					.list()
					.stream()
					.map((stored) -> row(stored, locale))
					.toList());
		boolean more = rows.size() > PAGE;
		if (more) {
			rows.removeLast();
		}
		if (backward) {
			Collections.reverse(rows);
		}
		return PreviewPage.of(run, verdict, rows, backward ? more : place > 0, backward || more);
	}

	/** The next remarks on rows that have some, behind a row and in order. */
	List<RowRemark> remarks(UUID run, Locale locale, int after, int most) {
		return this.jdbc
			.sql("""
					select row_number, problems from import_row
					where run_id = ? and verdict in ('ERROR', 'DUPLICATE') and row_number > ? order by row_number limit ?""")
			.params(run, after, most)
			.query((row, number) -> new RowRemark(row.getInt("row_number"),
					problems(row.getString("problems"), locale).stream()
						.map(PreviewRow.Remark::whole)
						.collect(Collectors.joining("\n"))))
			.list();
	}

	/** The sentence of a key, for keys kept with a run. */
	String sentence(String key, List<String> arguments, Locale locale) {
		return this.messages.getMessage(key, arguments.toArray(), key, locale) + "";
	}

	private PreviewRow row(Stored row, Locale locale) {
		List<PreviewRow.Cell> cells = new ArrayList<>();
		if (row.changes() != null) {
			this.json.readValue(row.changes(), new TypeReference<Map<String, List<@Nullable String>>>() {
			})
				.forEach((field, values) -> cells
					.add(new PreviewRow.Cell(sentence("member.field." + field, List.of(), locale),
							word(field, values.get(0), locale), word(field, values.get(1), locale))));
		}
		return new PreviewRow(row.rowNumber(), RowVerdict.valueOf(row.verdict()), row.fullName(),
				word("gender", row.gender(), locale), row.birth(), row.unitName(), row.memberId(), cells,
				problems(row.problems(), locale));
	}

	private List<PreviewRow.Remark> problems(String kept, Locale locale) {
		return this.json.readValue(kept, new TypeReference<List<Problem>>() {
		})
			.stream()
			.map((problem) -> new PreviewRow.Remark(problem.level() == Problem.Level.ERROR,
					(problem.column() < 0) ? null : letters(problem.column()) + problem.row(),
					sentence(problem.key(), problem.args(), locale)))
			.toList();
	}

	private @Nullable String word(String field, @Nullable String value, Locale locale) {
		String list = LISTS.get(field);
		return (value == null || list == null) ? value
				: this.messages.getMessage("codes." + list + "." + value, null, value, locale);
	}

	/** How a spreadsheet program names a column: A, B, …, Z, AA. */
	static String letters(int column) {
		return ((column >= 26) ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
	}

	private static Map<String, String> lists() {
		Map<String, String> lists = new LinkedHashMap<>();
		for (Field field : Field.values()) {
			if (field.formName() != null && !field.codes().isEmpty()) {
				lists.put(field.formName(), field.codes());
			}
		}
		return lists;
	}

	private record Stored(int rowNumber, String verdict, @Nullable String fullName, @Nullable String gender,
			@Nullable String birth, @Nullable String unitName, @Nullable UUID memberId, @Nullable String changes,
			String problems) {
	}

	/**
	 * What is told of a row.
	 *
	 * @param row its number
	 * @param sentence all of it
	 */
	record RowRemark(int row, String sentence) {
	}

}
