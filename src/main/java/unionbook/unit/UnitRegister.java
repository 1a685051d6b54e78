package unionbook.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.NotFound;
import unionbook.platform.PeriodType;
import unionbook.platform.StaleVersion;
import unionbook.shared.Decision;
import unionbook.shared.Ids;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/**
 * Writes the rows of units. Plain SQL, because the order counts: a version is closed
 * before the next is opened, or the database sees two at once.
 */
@Component
class UnitRegister {

	private final JdbcClient jdbc;

	private final UnitReach reach;

	UnitRegister(JdbcClient jdbc, UnitReach reach) {
		this.jdbc = jdbc;
		this.reach = reach;
	}

	/** The number that grows with each change of a unit. */
	int version(UnitId unit) {
		return this.jdbc.sql("select version from unit where id = ?")
			.param(unit.value())
			.query(Integer.class)
			.optional()
			.orElseThrow(NotFound::new);
	}

	/** Takes the unit for a change; the second of two at once finds it taken. */
	UnitLife change(UnitId unit, int version) {
		if (this.jdbc.sql("update unit set version = version + 1 where id = ? and version = ?")
			.params(unit.value(), version)
			.update() == 0) {
			throw new StaleVersion();
		}
		return life(unit);
	}

	/** Keeps others from changing or ending the unit until this transaction is over. */
	UnitLife hold(UnitId unit) {
		this.jdbc.sql("select id from unit where id = ? for share").param(unit.value()).query(UUID.class).optional();
		return life(unit);
	}

	UnitLife life(UnitId unit) {
		List<UnitRow> versions = this.jdbc.sql(Units.FACTS + "where v.unit_id = ? order by lower(v.period)")
			.param(unit.value())
			.query(Units::row)
			.list();
		if (versions.isEmpty()) {
			throw new NotFound();
		}
		return new UnitLife(versions);
	}

	/** The reach goes first: row-level security lets nobody write a unit not reached. */
	void create(UnitId unit, List<UUID> path) {
		this.reach.found(unit, path);
		this.jdbc.sql("insert into unit (id) values (?)").param(unit.value()).update();
	}

	void open(UnitId unit, @Nullable UnitId parent, List<UUID> path, UnitFacts facts, Period period) {
		this.jdbc.sql("""
				insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, host_name,
					emulation_block, outer_superior, parent_id, path)
				values (:id, :unit, cast(:period as daterange), :code, :name, :kind, :hostKind, :fundingType, :hostName,
					:block, :outerSuperior, cast(:parent as uuid), :path)""")
			.param("id", Ids.next())
			.param("unit", unit.value())
			.param("period", PeriodType.print(period))
			.param("code", facts.code())
			.param("name", facts.name())
			.param("kind", facts.kind())
			.param("hostKind", facts.hostKind())
			.param("fundingType", facts.fundingType())
			.param("hostName", facts.hostName())
			.param("block", facts.block())
			.param("outerSuperior", facts.outerSuperior())
			.param("parent", (parent == null) ? null : parent.toString())
			.param("path", path.toArray(UUID[]::new))
			.update();
	}

	void close(UnitRow version, LocalDate day) {
		this.jdbc.sql("""
				update unit_version set period = cast(:period as daterange)
				where unit_id = :unit and lower(period) = cast(:from as date)""")
			.param("period", PeriodType.print(version.period().endingOn(day)))
			.param("unit", version.id().value())
			.param("from", version.period().from())
			.update();
	}

	void correct(UnitRow version, UnitFacts facts) {
		this.jdbc.sql("""
				update unit_version set code = :code, name = :name, host_kind = :hostKind, funding_type = :fundingType,
					host_name = :hostName, emulation_block = :block, outer_superior = :outerSuperior
				where unit_id = :unit and lower(period) = cast(:from as date)""")
			.param("code", facts.code())
			.param("name", facts.name())
			.param("hostKind", facts.hostKind())
			.param("fundingType", facts.fundingType())
			.param("hostName", facts.hostName())
			.param("block", facts.block())
			.param("outerSuperior", facts.outerSuperior())
			.param("unit", version.id().value())
			.param("from", version.period().from())
			.update();
	}

	void record(UnitId unit, String kind, LocalDate effectiveOn, Decision decision) {
		record(unit, kind, effectiveOn, decision, null);
	}

	UUID record(UnitId unit, String kind, LocalDate effectiveOn, Decision decision, @Nullable UUID reorganisation) {
		UUID id = Ids.next();
		this.jdbc.sql("""
				insert into unit_event (id, unit_id, kind, effective_on, decision_number, decision_signed_on,
					decision_signer, recorded_by, reorganisation_id)
				values (:id, :unit, :kind, :day, :number, :signedOn, :signer, cast(:by as uuid),
					cast(:reorganisation as uuid))""")
			.param("id", id)
			.param("unit", unit.value())
			.param("kind", kind)
			.param("day", effectiveOn)
			.param("number", decision.number())
			.param("signedOn", decision.signedOn())
			.param("signer", decision.signer())
			.param("by", CurrentActor.find().map(Actor::account).map(Object::toString).orElse(null))
			.param("reorganisation", (reorganisation == null) ? null : reorganisation.toString())
			.update();
		return id;
	}

}
