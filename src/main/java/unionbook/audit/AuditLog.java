package unionbook.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.CurrentActor;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;

/** Reads the log inside the reach of the actor. */
@Service
@Transactional(readOnly = true)
class AuditLog {

	static final int SIZE = 50;

	/** The chain of what belongs to no unit. */
	static final UUID NO_UNIT = new UUID(0, 0);

	private static final int FETCHED = 500;

	private final JdbcClient jdbc;

	private final UnitScope scope;

	AuditLog(JdbcClient jdbc, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
	}

	/**
	 * One page of lines, newest first, and one line more where there are more.
	 * @param query what is asked
	 * @return the lines
	 * @throws Forbidden if the actor may not read the log
	 * @throws NotFound if the unit or the record is not reached
	 */
	Slice page(AuditQuery query) {
		AuditSql sql = new AuditSql(query, chains(query), SIZE + 1);
		List<AuditLine> lines = new ArrayList<>(
				this.jdbc.sql(sql.text()).params(sql.parameters()).query(AuditLog::line).list());
		boolean more = lines.size() > SIZE;
		if (more) {
			lines.removeLast();
		}
		if (query.backward()) {
			Collections.reverse(lines);
		}
		boolean earlier = query.backward() ? query.cursor() != null : more;
		boolean later = query.backward() ? more : query.cursor() != null;
		return new Slice(lines, earlier, later);
	}

	/** Reads every line that is asked for, in the order of the page. */
	void forEach(AuditQuery query, Consumer<AuditLine> row) {
		AuditSql sql = new AuditSql(query, chains(query), null);
		try (Stream<AuditLine> lines = this.jdbc.sql(sql.text())
			.params(sql.parameters())
			.withFetchSize(FETCHED)
			.query(AuditLog::line)
			.stream()) {
			lines.forEach(row);
		}
	}

	/** What a record is called, or null where no record is asked for. */
	@Nullable Record record(AuditQuery query) {
		return (query.subject() == null) ? null
				: this.jdbc.sql("""
						select 'member' as kind, m.id, m.full_name as name from member m where m.id = :id
						union all
						(select 'unit', v.unit_id, v.name from unit_version v
						where v.unit_id = :id and v.unit_id = any ((select reached_units())::uuid[])
						order by lower(v.period) desc limit 1)
						union all select 'pledge', p.id, p.title from pledge p where p.id = :id
						union all select 'account', a.id, a.display_name from account a where a.id = :id""")
					.param("id", query.subject())
					.query(Record.class)
					.optional()
					.orElseThrow(NotFound::new);
	}

	/** The units the log can be narrowed to, by their ids. */
	List<Record> units() {
		return this.jdbc.sql("""
				select 'unit' as kind, unit_id as id, name from (
					select distinct on (v.unit_id) v.* from unit_version v
					where v.unit_id = any (:chains) order by v.unit_id, lower(v.period) desc) v
				order by cardinality(path), code""")
			.param("chains", reach(Right.READ_AUDIT))
			.query(Record.class)
			.list();
	}

	/** The names of accounts the reader may know. */
	List<Record> people() {
		return this.jdbc
			.sql("select username as kind, id, display_name as name from account order by username limit 500")
			.query(Record.class)
			.list();
	}

	/** The chains of the actor: the whole log asks for the right to it. */
	UUID[] chains() {
		if (!CurrentActor.get().may(Right.READ_AUDIT)) {
			throw new Forbidden();
		}
		return reach(Right.READ_AUDIT);
	}

	/**
	 * Whoever reaches a record and may read what it says may read its history, as far as
	 * it was written in units they reach.
	 */
	private UUID[] chains(AuditQuery query) {
		if (query.subject() != null && !CurrentActor.get().may(Right.READ_AUDIT)) {
			Record record = Objects.requireNonNull(record(query));
			if (!CurrentActor.get().may(Right.READ_PERSONAL) || "account".equals(record.kind())) {
				throw new Forbidden();
			}
			return reach(Right.READ_PERSONAL);
		}
		UUID[] chains = chains();
		if (query.subject() != null) {
			record(query);
		}
		if (query.unit() == null) {
			return chains;
		}
		UUID[] below = this.jdbc.sql("select unit_id from unit_reach where root_id = ? and unit_id = any (?)")
			.params(query.unit(), chains)
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
		if (!List.of(chains).contains(query.unit())) {
			throw new NotFound();
		}
		return below;
	}

	private UUID[] reach(Right right) {
		return Stream
			.concat(CurrentActor.get().operator() ? Stream.of(NO_UNIT) : Stream.empty(),
					Stream.of(this.scope.units(right)))
			.toArray(UUID[]::new);
	}

	private static AuditLine line(ResultSet row, int number) throws SQLException {
		return new AuditLine(row.getObject("id", UUID.class),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("actor"),
				row.getString("actor_name"), row.getString("grant_role"), row.getString("grant_unit"),
				row.getString("address"), row.getString("request_id"), row.getString("action"),
				row.getString("subject_kind"), row.getObject("subject_id", UUID.class), row.getString("subject_name"),
				row.getString("unit_name"), row.getObject("effective_on", LocalDate.class), row.getString("reason"),
				row.getString("changes"), row.getObject("group_size", Integer.class));
	}

	/**
	 * Something with a name.
	 *
	 * @param kind what it is; of an account the name typed at sign-in
	 * @param id its id
	 * @param name its name
	 */
	record Record(String kind, UUID id, String name) {
	}

	/**
	 * A page of lines.
	 *
	 * @param lines the lines, newest first
	 * @param earlier whether older lines follow
	 * @param later whether newer lines stand before
	 */
	record Slice(List<AuditLine> lines, boolean earlier, boolean later) {
	}

}
