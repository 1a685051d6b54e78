package unionbook.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/**
 * The verbs by which one decision changes many units from one day: each leaves the days
 * before as they were. Rights and the order of the verbs are the caller's; whether the
 * whole fits together is asked once at the end.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Restructuring {

	private final JdbcClient jdbc;

	private final UnitRegister register;

	private final VersionRows versions;

	private final UnitReach reach;

	private final UnitRules rules;

	private final ApplicationEventPublisher events;

	Restructuring(JdbcClient jdbc, UnitRegister register, VersionRows versions, UnitReach reach, UnitRules rules,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.register = register;
		this.versions = versions;
		this.reach = reach;
		this.rules = rules;
		this.events = events;
	}

	/**
	 * Keeps units to this transaction, in the order of their ids, so that two decisions
	 * about the same units wait for each other.
	 * @param units the units
	 * @return the number of each that grows with its changes
	 * @throws NotFound if the actor does not reach one of them
	 */
	public Map<UnitId, Integer> lock(Collection<UnitId> units) {
		Map<UnitId, Integer> versions = new LinkedHashMap<>();
		this.jdbc.sql("select id, version from unit where id = any (?) order by id for update")
			.param(ids(units))
			.query((row) -> {
				versions.put(new UnitId(row.getObject("id", UUID.class)), row.getInt("version"));
			});
		if (!versions.keySet().containsAll(units)) {
			throw new NotFound();
		}
		return versions;
	}

	/**
	 * Marks units as changed, for whoever has an older state of them on the screen.
	 * @param units the units, locked
	 */
	public void touch(Collection<UnitId> units) {
		this.jdbc.sql("update unit set version = version + 1 where id = any (?)").param(ids(units)).update();
	}

	/**
	 * All that was and will be of some units.
	 * @param units the units
	 * @return their lives
	 */
	public Map<UnitId, UnitLife> lives(Collection<UnitId> units) {
		return this.jdbc.sql(Units.FACTS + "where v.unit_id = any (?) order by lower(v.period)")
			.param(ids(units))
			.query(Units::row)
			.list()
			.stream()
			.collect(Collectors.groupingBy(UnitRow::id, LinkedHashMap::new,
					Collectors.collectingAndThen(Collectors.toList(), UnitLife::new)));
	}

	/**
	 * Closes the facts of a unit; {@link #ended} follows when nobody is left in it.
	 * @param unit a unit whose last facts hold on the day before
	 * @param day the first day it no longer exists
	 */
	public void close(UnitId unit, LocalDate day) {
		this.register.close(this.register.life(unit).last(), day);
	}

	/**
	 * Tells everybody that a unit ended: what else hangs on it ends too.
	 * @param unit the unit
	 * @param day the first day it no longer exists
	 * @param decision the paper
	 */
	public void ended(UnitId unit, LocalDate day, Decision decision) {
		this.events.publishEvent(new UnitEnded(unit, day, decision));
	}

	/**
	 * Gives a unit other facts or another superior from a day on; everything below goes
	 * along.
	 * @param unit the unit
	 * @param parent the superior, or null to leave it
	 * @param facts the facts, or null to leave them
	 * @param day the first day
	 * @param decision the paper
	 * @throws RuleViolation if a code is taken there or nothing would change
	 */
	public void alter(UnitId unit, @Nullable UnitId parent, @Nullable UnitFacts facts, LocalDate day,
			Decision decision) {
		UnitRow last = this.register.life(unit).last();
		UnitFacts now = (facts == null) ? UnitFacts.of(last) : facts;
		UnitRow above = (parent == null || parent.equals(last.parent())) ? null : this.register.life(parent).on(day);
		List<UUID> path = new ArrayList<>((above == null) ? last.path().subList(0, last.depth()) : above.path());
		if (path.contains(unit.value())) {
			throw new RuleViolation("unit.error.circle", last.name());
		}
		path.add(unit.value());
		Map<String, Change> changes = Change.between(UnitFacts.of(last).fields(), now.fields());
		if (above != null) {
			changes.put("parent",
					new Change((last.parent() == null) ? null : name(last.parent(), day), name(above.id(), day)));
		}
		if (changes.isEmpty()) {
			throw new RuleViolation("unit.error.unaltered", last.name());
		}
		this.rules.requireKnownCodes(now);
		this.rules.requireFreeCode(path.getFirst(), now.code(), new Period(day, last.period().to()), unit);
		this.versions.cut(unit, above != null, day);
		if (above != null) {
			this.versions.requireFreeCodesBelow(unit, above.path().getFirst(), day);
		}
		this.versions.rewrite(unit, path, now, day);
		if (above != null) {
			this.reach.follow(unit, above.path());
		}
		this.events.publishEvent(new UnitChanged(unit, changes, day, decision));
	}

	/**
	 * Founds a unit under a superior.
	 * @param unit the id of the new unit
	 * @param parent the superior
	 * @param facts code, name, kind, host body and funding
	 * @param day the first day it exists
	 * @param decision the paper
	 * @throws RuleViolation if the code is taken
	 */
	public void found(UnitId unit, UnitId parent, UnitFacts facts, LocalDate day, Decision decision) {
		List<UUID> path = path(unit, parent, facts, day);
		this.register.create(unit, path);
		this.register.open(unit, parent, path, facts, Period.since(day));
		this.events.publishEvent(new UnitFounded(unit, facts, parent, day, decision));
	}

	/**
	 * Lets an ended unit live again.
	 * @param unit the unit
	 * @param parent its superior
	 * @param facts its facts
	 * @param day the first day it exists again
	 * @param decision the paper
	 * @throws RuleViolation if the code is taken
	 */
	public void reopen(UnitId unit, UnitId parent, UnitFacts facts, LocalDate day, Decision decision) {
		List<UUID> path = path(unit, parent, facts, day);
		this.register.open(unit, parent, path, facts, Period.since(day));
		this.reach.follow(unit, path.subList(0, path.size() - 1));
		this.events.publishEvent(new UnitReopened(unit, day, decision, false));
	}

	/**
	 * Lets a successor and its superiors reach the whole history of a unit.
	 * @param unit the unit whose people went there
	 * @param successor where they went
	 * @param day the first day they are there
	 */
	public void succeed(UnitId unit, UnitId successor, LocalDate day) {
		this.reach.follow(unit, this.register.life(successor).on(day).path());
	}

	/**
	 * Settles who reaches what, when everything else is written.
	 * @param units units that ended, changed, live again or are new
	 */
	public void settle(Collection<UnitId> units) {
		this.reach.settle(units);
	}

	/**
	 * Adds to the history of a unit.
	 * @param unit the unit
	 * @param kind a code of the list unit_event
	 * @param day the first day it holds
	 * @param decision the paper
	 * @param reorganisation what it was part of
	 * @return the id of the event
	 */
	public UUID record(UnitId unit, String kind, LocalDate day, Decision decision, UUID reorganisation) {
		return this.register.record(unit, kind, day, decision, reorganisation);
	}

	/**
	 * Asks once everything is written whether it fits together.
	 * @param ended units that ended
	 * @param placed units that were founded, altered or reopened
	 * @param day the first day of the new state
	 * @throws RuleViolation if something still lives below an ended unit, or a kind may
	 * not stand where it does
	 */
	public void verify(Collection<UnitId> ended, Collection<UnitId> placed, LocalDate day) {
		this.versions.requireNobodyBelow(ended, day);
		this.versions.requireKinds(placed, day);
	}

	private List<UUID> path(UnitId unit, UnitId parent, UnitFacts facts, LocalDate day) {
		List<UUID> path = new ArrayList<>(this.rules.requireParent(this.register.life(parent), day).path());
		path.add(unit.value());
		this.rules.requireKnownCodes(facts);
		this.rules.requireFreeCode(path.getFirst(), facts.code(), Period.since(day), unit);
		return path;
	}

	private String name(UnitId unit, LocalDate day) {
		return this.register.life(unit).on(day).name();
	}

	private static UUID[] ids(Collection<UnitId> units) {
		return units.stream().map(UnitId::value).toArray(UUID[]::new);
	}

}
