package unionbook.reorganisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.NotFound;
import unionbook.platform.StaleVersion;
import unionbook.shared.AccountId;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/** Keeps reorganisations as rows. */
@Component
class ReorganisationRows {

	private static final int LISTED_AT_MOST = 200;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ReorganisationRows(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	boolean insert(UUID id, Kind kind, UnitId unit) {
		return this.jdbc.sql("""
				insert into reorganisation (id, unit_id, kind, created_by) values (:id, :unit, :kind, cast(:by as uuid))
				on conflict (id) do nothing""")
			.param("id", id)
			.param("unit", unit.value())
			.param("kind", kind.name())
			.param("by", account())
			.update() > 0;
	}

	Reorganisation find(UUID id) {
		return this.jdbc.sql("select * from reorganisation where id = ?")
			.param(id)
			.query(this::row)
			.optional()
			.orElseThrow(NotFound::new);
	}

	/** Keeps it to this transaction. */
	Reorganisation take(UUID id, int version) {
		Reorganisation taken = this.jdbc.sql("select * from reorganisation where id = ? for update")
			.param(id)
			.query(this::row)
			.optional()
			.orElseThrow(NotFound::new);
		if (taken.version() != version) {
			throw new StaleVersion();
		}
		return taken;
	}

	List<Reorganisation> list() {
		return this.jdbc.sql("select * from reorganisation order by effective_on desc nulls first, id desc limit ?")
			.param(LISTED_AT_MOST)
			.query(this::row)
			.list();
	}

	void save(UUID id, Decision decision, @Nullable LocalDate effectiveOn, Plan plan) {
		this.jdbc.sql("""
				update reorganisation set version = version + 1, decision_number = :number,
					decision_signed_on = cast(:signedOn as date), decision_signer = :signer,
					effective_on = cast(:day as date), plan = cast(:plan as jsonb)
				where id = :id""")
			.param("number", decision.number())
			.param("signedOn", decision.signedOn())
			.param("signer", decision.signer())
			.param("day", effectiveOn)
			.param("plan", this.json.writeValueAsString(plan))
			.param("id", id)
			.update();
	}

	void executed(UUID id, Trace trace) {
		this.jdbc.sql("""
				update reorganisation set version = version + 1, status = 'EXECUTED', executed_at = now(),
					executed_by = cast(:by as uuid), trace = cast(:trace as jsonb)
				where id = :id""")
			.param("by", account())
			.param("trace", this.json.writeValueAsString(trace))
			.param("id", id)
			.update();
	}

	Trace trace(UUID id) {
		return this.json.readValue(this.jdbc.sql("select trace::text from reorganisation where id = ?")
			.param(id)
			.query(String.class)
			.single(), Trace.class);
	}

	void undone(UUID id) {
		this.jdbc.sql("""
				update reorganisation set version = version + 1, status = 'UNDONE', undone_at = now(),
					undone_by = cast(:by as uuid)
				where id = :id""").param("by", account()).param("id", id).update();
	}

	void delete(UUID id) {
		this.jdbc.sql("delete from reorganisation where id = ?").param(id).update();
	}

	void attach(Reorganisation to, String name, byte[] content) {
		this.jdbc.sql("""
				insert into reorganisation_file (reorganisation_id, unit_id, name, content) values (?, ?, ?, ?)
				on conflict (reorganisation_id) do update set name = excluded.name, content = excluded.content""")
			.params(to.id(), to.unit().value(), name, content)
			.update();
	}

	Reorganisations.@Nullable Attachment attachment(UUID id) {
		return this.jdbc.sql("select name, content from reorganisation_file where reorganisation_id = ?")
			.param(id)
			.query((row, number) -> new Reorganisations.Attachment(row.getString("name"), row.getBytes("content")))
			.optional()
			.orElse(null);
	}

	private Reorganisation row(ResultSet row, int number) throws SQLException {
		return new Reorganisation(row.getObject("id", UUID.class), new UnitId(row.getObject("unit_id", UUID.class)),
				row.getInt("version"), Kind.valueOf(row.getString("kind")), Status.valueOf(row.getString("status")),
				new Decision(row.getString("decision_number"), row.getObject("decision_signed_on", LocalDate.class),
						row.getString("decision_signer")),
				row.getObject("effective_on", LocalDate.class), this.json.readValue(row.getString("plan"), Plan.class),
				moment(row, "created_at"), account(row, "created_by"), orNull(row, "executed_at"),
				account(row, "executed_by"), orNull(row, "undone_at"), account(row, "undone_by"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
		return (row.getObject(column) == null) ? null : moment(row, column);
	}

	private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
		UUID id = row.getObject(column, UUID.class);
		return (id == null) ? null : new AccountId(id);
	}

	private static @Nullable String account() {
		return CurrentActor.find().map(Actor::account).map(Object::toString).orElse(null);
	}

	/**
	 * The way back.
	 *
	 * @param versions the number of each unit that changed, as it was afterwards
	 * @param touched units whose versions are to be restored
	 * @param captured these versions as they were
	 */
	record Trace(List<Version> versions, List<UnitId> touched, String captured) {

		record Version(UnitId unit, int number) {
		}

	}

}
