package unionbook.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.platform.UnitScope;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * The imports inside the reach of the actor, and their way from one state to the next.
 */
@Service
@Transactional
class ImportRuns {

	static final int PAGE = 20;

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final JsonMapper json;

	ImportRuns(JdbcClient jdbc, UnitScope scope, JsonMapper json) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.json = json;
	}

	/** A run the actor may work on; any other does not exist. */
	@Transactional(readOnly = true)
	public ImportRun find(UUID id) {
		ImportRun run = this.jdbc.sql("select * from import_run where id = ?")
			.param(id)
			.query(this::run)
			.optional()
			.orElseThrow(NotFound::new);
		this.scope.require(Right.WRITE_MEMBERS, run.unit());
		return run;
	}

	/** The newest runs in reach, from a run on. */
	@Transactional(readOnly = true)
	public List<Listed> page(@Nullable UUID before, LocalDate today) {
		return this.jdbc.sql("""
				select r.*, coalesce(v.name, '') as unit_name from import_run r
				left join lateral (select v.name from unit_version v where v.unit_id = r.unit_id
					order by v.period @> cast(:today as date) desc, lower(v.period) desc limit 1) v on true
				where r.unit_id = any (:units) and (cast(:before as uuid) is null or r.id < cast(:before as uuid))
				order by r.id desc limit :limit""")
			.param("units", this.scope.units())
			.param("today", today)
			.param("before", (before == null) ? null : before.toString())
			.param("limit", PAGE + 1)
			.query((row, number) -> new Listed(run(row, number), row.getString("unit_name")))
			.list();
	}

	/** Writes down that a file came. */
	void open(UUID id, UnitId unit, @Nullable String account, String actor, String fileName, int size,
			List<String> sheets, Recognised recognised) {
		this.jdbc
			.sql("""
					insert into import_run (id, unit_id, account_id, actor, file_name, file_size, status, sheets, recognised)
					values (:id, :unit, cast(:account as uuid), :actor, :name, :size, 'COLUMNS', cast(:sheets as text[]),
						cast(:recognised as jsonb))""")
			.param("id", id)
			.param("unit", unit.value())
			.param("account", account)
			.param("actor", actor)
			.param("name", fileName)
			.param("size", size)
			.param("sheets", sheets.toArray(String[]::new))
			.param("recognised", this.json.writeValueAsString(recognised))
			.update();
	}

	void readAs(UUID id, Recognised recognised) {
		this.jdbc.sql("update import_run set recognised = cast(? as jsonb) where id = ?")
			.params(this.json.writeValueAsString(recognised), id)
			.update();
	}

	void confirm(UUID id, ImportRun.Confirmed confirmed) {
		this.jdbc.sql("""
				update import_run set kind = :kind, all_rows = :all, effective_on = :day, decision_number = :number,
					decision_signed_on = cast(:signedOn as date), decision_signer = :signer where id = :id""")
			.param("id", id)
			.param("kind", confirmed.kind())
			.param("all", confirmed.allRows())
			.param("day", confirmed.day())
			.param("number", confirmed.decision().number())
			.param("signedOn", confirmed.decision().signedOn())
			.param("signer", confirmed.decision().signer())
			.update();
	}

	/**
	 * Goes from one state to the next, once.
	 * @throws StaleVersion if somebody else was quicker
	 * @throws RuleViolation if another import of the unit is at work
	 */
	void move(UUID id, ImportStatus to, @Nullable String message, List<String> arguments, ImportStatus... from) {
		try {
			int moved = this.jdbc.sql("""
					update import_run set status = :to, step = '', rows_done = 0, heartbeat_at = now(),
						message = :message, message_arguments = cast(:arguments as text[])
					where id = :id and status = any (:from)""")
				.param("id", id)
				.param("to", to.name())
				.param("message", message)
				.param("arguments", arguments.toArray(String[]::new))
				.param("from", Arrays.stream(from).map(Enum::name).toArray(String[]::new))
				.update();
			if (moved == 0) {
				throw new StaleVersion();
			}
		}
		catch (DuplicateKeyException ex) {
			throw new RuleViolation("imports.rule.busy");
		}
	}

	/**
	 * Counts the verdicts.
	 */
	@Transactional(readOnly = true)
	public Map<RowVerdict, Integer> counted(UUID id) {
		Map<RowVerdict, Integer> counts = new EnumMap<>(RowVerdict.class);
		this.jdbc.sql("select verdict, count(*) as rows from import_row where run_id = ? group by verdict")
			.param(id)
			.query((row) -> {
				counts.put(RowVerdict.valueOf(row.getString("verdict")), row.getInt("rows"));
			});
		return counts;
	}

	/** Keeps the figures; the last thing a piece of work does, for it locks the run. */
	void keep(UUID id, Map<RowVerdict, Integer> counts) {
		this.jdbc.sql("update import_run set counts = cast(? as jsonb) where id = ?")
			.params(this.json.writeValueAsString(counts), id)
			.update();
	}

	/** Whether an import of the unit is at work. */
	@Transactional(readOnly = true)
	public boolean busy(UnitId unit) {
		return this.jdbc
			.sql("select exists (select from import_run where unit_id = ?"
					+ " and status in ('CHECKING', 'COMMITTING', 'UNDOING'))")
			.param(unit.value())
			.query(Boolean.class)
			.single();
	}

	void written(UUID id, String by) {
		this.jdbc.sql("update import_run set committed_at = now(), committed_by = ? where id = ?")
			.params(by, id)
			.update();
	}

	void takenBack(UUID id, String by) {
		this.jdbc.sql("update import_run set undone_at = now(), undone_by = ? where id = ?").params(by, id).update();
	}

	private ImportRun run(ResultSet row, int number) throws SQLException {
		return new ImportRun(row.getObject("id", UUID.class), new UnitId(row.getObject("unit_id", UUID.class)),
				row.getString("actor"), row.getString("file_name"), ImportStatus.valueOf(row.getString("status")),
				List.of((String[]) row.getArray("sheets").getArray()),
				this.json.readValue(row.getString("recognised"), Recognised.class), row.getString("step"),
				row.getInt("rows_done"), row.getString("message"),
				List.of((String[]) row.getArray("message_arguments").getArray()),
				this.json.readValue(row.getString("counts"), new TypeReference<Map<RowVerdict, Integer>>() {
				}), confirmed(row), moment(row, "created_at").orElseThrow(), moment(row, "committed_at").orElse(null),
				row.getString("committed_by"), moment(row, "undone_at").orElse(null), row.getString("undone_by"));
	}

	private static ImportRun.@Nullable Confirmed confirmed(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return (kind == null) ? null
				: new ImportRun.Confirmed(kind, row.getBoolean("all_rows"),
						Objects.requireNonNull(row.getObject("effective_on", LocalDate.class)),
						new Decision(row.getString("decision_number"),
								row.getObject("decision_signed_on", LocalDate.class),
								row.getString("decision_signer")));
	}

	private static Optional<java.time.Instant> moment(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	/**
	 * A run in the list.
	 *
	 * @param run the run
	 * @param unitName the name of its unit today
	 */
	record Listed(ImportRun run, String unitName) {
	}

}
