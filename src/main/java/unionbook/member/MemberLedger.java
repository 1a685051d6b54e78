package unionbook.member;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.RuleViolation;
import unionbook.shared.MemberId;
import unionbook.unit.UnitEnded;

/**
 * What the database alone can say about memberships: that they fit together, and what
 * happens to all of a unit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MemberLedger {

	private final MemberRepository members;

	private final JdbcClient jdbc;

	MemberLedger(MemberRepository members, JdbcClient jdbc) {
		this.members = members;
		this.jdbc = jdbc;
	}

	/** Lets a second form with the same id wait until the first is written. */
	void oneAtATime(MemberId id) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
			.param(id.toString())
			.query((row, number) -> number)
			.list();
	}

	/**
	 * The units handed over or ended, whose rosters the actor reads and changes no more.
	 */
	Set<UUID> onlyRead() {
		return this.jdbc.sql("select unnest(reached_units()) except select unnest(changeable_units())")
			.query(UUID.class)
			.set();
	}

	/**
	 * Writes everything down and lets the database judge it now, while a refusal can
	 * still be told at the form: nobody is in two units on one day, or in a unit that
	 * does not exist.
	 */
	void settle() {
		try {
			this.members.flush();
			this.jdbc.sql("set constraints all immediate").update();
			this.jdbc.sql("set constraints all deferred").update();
		}
		catch (DataIntegrityViolationException ex) {
			throw switch (String.valueOf(constraint(ex))) {
				case "membership_member_id_period_key" -> new RuleViolation("member.rule.twoUnits");
				case "membership_unit_id_period_fkey" ->
					new RuleViolation("member.rule.unitNotLiving").onField("effectiveOn");
				default -> ex;
			};
		}
	}

	/**
	 * A unit ends: so do its memberships, all in one statement. What is recorded for a
	 * later day stands in the way and is named.
	 */
	@EventListener
	void on(UnitEnded ended) {
		List<String> blocking = this.jdbc.sql("""
				select full_name from membership
				where unit_id = :unit and (lower(period) >= :day or upper(period) > :day)
				order by given_sort, surname_sort, middle_sort limit 5""")
			.param("unit", ended.unit().value())
			.param("day", ended.effectiveOn())
			.query(String.class)
			.list();
		if (!blocking.isEmpty()) {
			throw new RuleViolation("member.rule.unitEnding", String.join(", ", blocking)).onField("effectiveOn");
		}
		this.jdbc.sql("""
				with leaving as (
					update membership set period = daterange(lower(period), cast(:day as date))
					where unit_id = :unit and upper_inf(period)
					returning member_id, gender
				), known as (
					update member set version = version + 1 where id in (select member_id from leaving)
				)
				insert into movement (id, member_id, unit_id, kind, gender, effective_on, reason, decision_number,
					decision_signed_on, decision_signer, recorded_by)
				select uuidv7(), member_id, :unit, 'OUT_UNIT_ENDED', gender, :day, 'UNIT_ENDED', :number,
					cast(:signedOn as date), :signer, cast(:by as uuid)
				from leaving""")
			.param("unit", ended.unit().value())
			.param("day", ended.effectiveOn())
			.param("number", ended.decision().number())
			.param("signedOn", ended.decision().signedOn())
			.param("signer", ended.decision().signer())
			.param("by", recorder())
			.update();
	}

	private static @Nullable String recorder() {
		return CurrentActor.find().map(Actor::account).map(Object::toString).orElse(null);
	}

	private static @Nullable String constraint(Exception failure) {
		if (!(NestedExceptionUtils.getMostSpecificCause(failure) instanceof PSQLException refusal)) {
			return null;
		}
		ServerErrorMessage message = refusal.getServerErrorMessage();
		return (message == null) ? null : message.getConstraint();
	}

}
