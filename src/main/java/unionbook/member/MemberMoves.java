package unionbook.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.RuleViolation;
import unionbook.shared.AuditedBatch;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

/**
 * Carries all people of units over to others from one day, and back: by a fixed number of
 * statements, in the transaction of the caller. The rights are the caller's to ask.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MemberMoves {

	private static final int NAMED_AT_MOST = 5;

	private final JdbcClient jdbc;

	private final MemberLedger ledger;

	private final ApplicationEventPublisher events;

	MemberMoves(JdbcClient jdbc, MemberLedger ledger, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.events = events;
	}

	/**
	 * People of some units on a day or later whom no flow carries anywhere.
	 * @param units the units
	 * @param flows who goes where
	 * @param day the day
	 * @return how many, for the units that have some
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public Map<UnitId, Long> remaining(Collection<UnitId> units, List<Flow> flows, LocalDate day) {
		Map<UnitId, Long> remaining = new java.util.LinkedHashMap<>();
		flows(MoveStatements.REMAINING, flows).param("units", ids(units)).param("day", day).query((row) -> {
			remaining.put(new UnitId(row.getObject("unit_id", UUID.class)), row.getLong("people"));
		});
		return remaining;
	}

	/**
	 * Where the flows send the people of a unit.
	 * @param unit the unit
	 * @param flows who goes where
	 * @param day the day
	 * @return everybody there on the day or later, in the order of a roster
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<Standby> people(UnitId unit, List<Flow> flows, LocalDate day) {
		return flows(MoveStatements.PEOPLE, flows).param("units", ids(List.of(unit)))
			.param("day", day)
			.query(Standby.class)
			.list();
	}

	/**
	 * Carries people over. What is recorded for later days in the old unit goes along,
	 * and the ledger of both units adds up on every day. Posts in the union stay behind.
	 * @param batch the reorganisation this is part of
	 * @param units the units people leave
	 * @param flows who goes where
	 * @param day the first day there
	 * @param decision the paper
	 * @return how many people
	 * @throws RuleViolation if somebody would be in two units on one day, or in a unit
	 * that does not exist
	 */
	public int carry(UUID batch, Collection<UnitId> units, List<Flow> flows, LocalDate day, Decision decision) {
		this.jdbc.sql(MoveStatements.LOCK).param("units", ids(units)).param("day", day).query(Long.class).single();
		flows(MoveStatements.CHOSEN, flows).param("batch", batch).param("units", ids(units)).param("day", day).update();
		for (String statement : MoveStatements.CARRYING) {
			decided(statement, batch, day, decision).update();
		}
		this.ledger.settle();
		this.events.publishEvent(new MembersCarried(batch, units, day, decision));
		return this.jdbc.sql("select count(distinct member_id) from relocation where batch_id = ?")
			.param(batch)
			.query(Integer.class)
			.single();
	}

	/**
	 * Enters into the record of each person where they went, while the units they left
	 * and came to still have their names.
	 * @param batch the reorganisation
	 * @param day the first day there
	 * @param decision the paper
	 * @param back whether they went back
	 */
	public void tell(UUID batch, LocalDate day, Decision decision, boolean back) {
		this.events.publishEvent(new AuditedBatch(back ? MoveStatements.TOLD_BACK : MoveStatements.TOLD, Map.of("batch",
				batch, "day", day, "reason", Objects.requireNonNullElse(decision.number(), "IN_RESTRUCTURE"))));
	}

	/**
	 * Who of those carried over was touched since: they stand in the way of going back.
	 * @param batch the reorganisation
	 * @return the first of their names
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<String> touched(UUID batch) {
		return this.jdbc.sql(MoveStatements.TOUCHED)
			.param("batch", batch)
			.param("limit", NAMED_AT_MOST)
			.query(String.class)
			.list();
	}

	/**
	 * People who are in some units and were not carried there.
	 * @param batch the reorganisation
	 * @param units units that are to be as if they had never been
	 * @return the first of their names
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<String> strangers(UUID batch, Collection<UnitId> units) {
		return this.jdbc.sql(MoveStatements.STRANGERS)
			.param("batch", batch)
			.param("units", ids(units))
			.param("limit", NAMED_AT_MOST)
			.query(String.class)
			.list();
	}

	/**
	 * Carries everybody back: the rosters of every day become what they were, the ledger
	 * keeps both ways.
	 * @param batch the reorganisation
	 * @param day the day they had left
	 * @throws RuleViolation if the unit they came from does not exist again, or the
	 * ledger of somebody was touched since
	 */
	public void carryBack(UUID batch, LocalDate day) {
		this.jdbc.sql(MoveStatements.LOCK_CARRIED).param("batch", batch).query(Long.class).single();
		List<String> touched = touched(batch);
		if (!touched.isEmpty()) {
			throw new RuleViolation("member.moves.touched", String.join(", ", touched));
		}
		for (String statement : MoveStatements.CARRYING_BACK) {
			this.jdbc.sql(statement).param("batch", batch).param("by", recorder()).update();
		}
		this.ledger.settle();
		this.events.publishEvent(new MembersCarriedBack(batch, day));
	}

	private StatementSpec flows(String sql, List<Flow> flows) {
		List<Row> rows = flows.stream().flatMap(Row::of).toList();
		return this.jdbc.sql(sql)
			.param("from", rows.stream().map(Row::from).toArray(UUID[]::new))
			.param("to", rows.stream().map(Row::to).toArray(UUID[]::new))
			.param("department", rows.stream().map(Row::department).toArray(String[]::new))
			.param("member", rows.stream().map(Row::member).toArray(UUID[]::new));
	}

	private StatementSpec decided(String sql, UUID batch, LocalDate day, Decision decision) {
		return this.jdbc.sql(sql)
			.param("batch", batch)
			.param("day", day)
			.param("number", decision.number())
			.param("signedOn", decision.signedOn())
			.param("signer", decision.signer())
			.param("by", recorder());
	}

	private static @Nullable String recorder() {
		return CurrentActor.find().map(Actor::account).map(Object::toString).orElse(null);
	}

	private static UUID[] ids(Collection<UnitId> units) {
		return units.stream().map(UnitId::value).toArray(UUID[]::new);
	}

	/**
	 * Where people of a unit go. Listed people go before departments, departments before
	 * the rest.
	 *
	 * @param from the unit they are in
	 * @param to where they go, or null if their membership ends with the unit
	 * @param department people of this department, the empty text for people without one,
	 * or null for everybody
	 * @param members exactly these, or nobody in particular
	 */
	public record Flow(UnitId from, @Nullable UnitId to, @Nullable String department, List<MemberId> members) {

		/** Copies the list. */
		public Flow {
			members = List.copyOf(members);
		}

	}

	/**
	 * Somebody who can be carried over.
	 *
	 * @param memberId the member
	 * @param fullName the name
	 * @param gender MALE or FEMALE
	 * @param birthDate the birth date
	 * @param birthPrecision DAY, MONTH or YEAR
	 * @param department the department, or the empty text
	 * @param position the position, a code, or null
	 * @param unionPosition the position in the union, a code, or null
	 * @param toUnit where a flow carries them, or null
	 */
	public record Standby(UUID memberId, String fullName, String gender, LocalDate birthDate, String birthPrecision,
			String department, @Nullable String position, @Nullable String unionPosition, @Nullable UUID toUnit) {
	}

	private record Row(UUID from, @Nullable UUID to, @Nullable String department, @Nullable UUID member) {

		private static java.util.stream.Stream<Row> of(Flow flow) {
			UUID from = flow.from().value();
			UUID to = (flow.to() == null) ? null : flow.to().value();
			return flow.members().isEmpty() ? java.util.stream.Stream.of(new Row(from, to, flow.department(), null))
					: flow.members().stream().map((member) -> new Row(from, to, null, member.value()));
		}

	}

}
