package unionbook.statistics;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Actor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Units and people for the tests of figures, written as the owner of the tables. */
public final class StatisticsExamples {

	private static final LocalDate FOUNDED = LocalDate.of(1990, 1, 1);

	private static final LocalDate BORN = LocalDate.of(1980, 6, 15);

	private final JdbcClient jdbc;

	public StatisticsExamples(DataSource owner) {
		try {
			this.jdbc = JdbcClient.create(new SingleConnectionDataSource(owner.getConnection(), true));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** An actor with one role over a unit and what is below it. */
	public static Actor actor(Role role, UnitId unit) {
		return new Actor(AccountId.next(), "officer", "Lê Thị Hà", java.util.List.of(new Grant(role, unit, true)));
	}

	public UnitId ministry(String name) {
		return unit(null, "CĐB", name, "CD_BO");
	}

	public UnitId union(UnitId ministry, String code) {
		return unit(ministry, code, "Công đoàn " + code, "CDCS");
	}

	public UnitId unit(@Nullable UnitId parent, String code, String name, String kind) {
		UUID id = Ids.next();
		this.jdbc.sql("insert into unit (id) values (?)").param(id).update();
		this.jdbc
			.sql("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					select :version, :unit, daterange(:from, null), :code, :name, :kind, 'VU', 'ADMIN', :parent,
						coalesce((select v.path from unit_version v where v.unit_id = cast(:parent as uuid)), '{}')
							|| cast(:unit as uuid)""")
			.param("version", Ids.next())
			.param("unit", id)
			.param("from", FOUNDED)
			.param("code", code)
			.param("name", name)
			.param("kind", kind)
			.param("parent", (parent == null) ? null : parent.value(), java.sql.Types.OTHER)
			.update();
		this.jdbc.sql("insert into unit_reach select unnest(path), unit_id from unit_version where unit_id = ?")
			.param(id)
			.update();
		return new UnitId(id);
	}

	/** Hands a unit over to another superior from a day on. */
	public void handOver(UnitId unit, UnitId to, LocalDate day) {
		this.jdbc
			.sql("""
					with closed as (
						update unit_version set period = daterange(lower(period), :day)
						where unit_id = :unit and upper_inf(period) returning *
					)
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					select uuidv7(), c.unit_id, daterange(:day, null), c.code, c.name, c.kind, c.host_kind, c.funding_type,
						t.unit_id, t.path || c.unit_id
					from closed c join unit_version t on t.unit_id = :to and upper_inf(t.period)""")
			.param("unit", unit.value())
			.param("to", to.value())
			.param("day", day)
			.update();
		this.jdbc.sql("call settle_reach(array[cast(? as uuid)])").param(unit.value()).update();
	}

	/** Many people of one gender, from a day on. */
	public void people(UnitId unit, int count, String gender, LocalDate from) {
		this.jdbc
			.sql("""
					with person as (
						insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date, birth_precision)
						select uuidv7(), :unit, 'Nguyễn Thị An', 'Nguyễn', 'An', :gender, :born, 'DAY'
						from generate_series(1, :count)
						returning id, full_name, gender, birth_date
					), stay as (
						insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort,
							middle_sort, search_key, gender, birth_date, birth_precision)
						select uuidv7(), id, :unit, daterange(:from, null), full_name, 'an', 'nguyễn', 'thị', 'nguyen thi an',
							gender, birth_date, 'DAY' from person
					)
					insert into movement (id, member_id, unit_id, kind, gender, effective_on)
					select uuidv7(), id, :unit, 'IN_ADMISSION', gender, :from from person""")
			.param("unit", unit.value())
			.param("count", count)
			.param("gender", gender)
			.param("from", from)
			.param("born", BORN)
			.update();
	}

	/**
	 * One person with facts of the roster: position, union_position, education,
	 * party_status.
	 */
	public UUID person(UnitId unit, String gender, LocalDate from, LocalDate born, String precision,
			Map<String, String> facts) {
		UUID member = Ids.next();
		this.jdbc.sql("""
				insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date, birth_precision)
				values (?, ?, 'Nguyễn Thị An', 'Nguyễn', 'An', ?, ?, ?)""")
			.params(member, unit.value(), gender, born, precision)
			.update();
		membership(member, unit, from, facts);
		movement(member, unit, "IN_ADMISSION", from, null);
		return member;
	}

	public void leave(UUID member, String kind, LocalDate day) {
		UnitId unit = end(member, day);
		movement(member, unit, kind, day, null);
	}

	public void transfer(UUID member, UnitId to, LocalDate day) {
		UnitId from = end(member, day);
		membership(member, to, day, Map.of());
		this.jdbc.sql("update member set unit_id = ? where id = ?").params(to.value(), member).update();
		movement(member, from, "OUT_TRANSFER_INTERNAL", day, to);
		movement(member, to, "IN_TRANSFER_INTERNAL", day, from);
	}

	public void published(UnitId unit, LocalDate day, @Nullable Integer members, @Nullable Integer women,
			@Nullable String percent, String qualifier) {
		this.jdbc
			.sql("""
					insert into published_figure (id, unit_id, day, units, members, women, percent_printed, qualifier, source)
					values (?, ?, ?, 34, cast(? as integer), cast(? as integer), cast(? as text), ?, 'a report')""")
			.param(Ids.next())
			.param(unit.value())
			.param(day)
			.param(members)
			.param(women)
			.param(percent)
			.param(qualifier)
			.update();
	}

	public JdbcClient jdbc() {
		return this.jdbc;
	}

	private UnitId end(UUID member, LocalDate day) {
		return new UnitId(this.jdbc.sql("""
				update membership set period = daterange(lower(period), :day)
				where member_id = :member and upper_inf(period) returning unit_id""")
			.param("day", day)
			.param("member", member)
			.query(UUID.class)
			.single());
	}

	private void membership(UUID member, UnitId unit, LocalDate from, Map<String, String> facts) {
		this.jdbc
			.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision, position, union_position, education, party_status)
					select :id, m.id, :unit, daterange(:from, null), m.full_name, 'an', 'nguyễn', 'thị', 'nguyen thi an',
						m.gender, m.birth_date, m.birth_precision, cast(:position as text), cast(:union_position as text),
						cast(:education as text), coalesce(cast(:party as text), 'NONE')
					from member m where m.id = :member""")
			.param("id", Ids.next())
			.param("member", member)
			.param("unit", unit.value())
			.param("from", from)
			.param("position", facts.get("position"))
			.param("union_position", facts.get("union_position"))
			.param("education", facts.get("education"))
			.param("party", facts.get("party_status"))
			.update();
	}

	private void movement(UUID member, UnitId unit, String kind, LocalDate day, @Nullable UnitId counterpart) {
		this.jdbc.sql("""
				insert into movement (id, member_id, unit_id, kind, gender, effective_on, counterpart_unit_id)
				select ?, id, ?, ?, gender, ?, cast(? as uuid) from member where id = ?""")
			.param(Ids.next())
			.param(unit.value())
			.param(kind)
			.param(day)
			.param((counterpart == null) ? null : counterpart.toString())
			.param(member)
			.update();
	}

}
