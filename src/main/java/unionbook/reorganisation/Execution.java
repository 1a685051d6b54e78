package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.member.MemberMoves;
import unionbook.member.MemberMoves.Flow;
import unionbook.platform.RuleViolation;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationRows.Trace;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.Restoring;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitLife;
import unionbook.unit.UnitRow;

/**
 * Does what a plan says, in an order in which codes are free and superiors exist when
 * they are needed: units end, others change, new ones are founded, people go over.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Execution {

	private final PlanRules rules;

	private final Restructuring units;

	private final Restoring restoring;

	private final MemberMoves moves;

	private final Kinship kinship;

	Execution(PlanRules rules, Restructuring units, Restoring restoring, MemberMoves moves, Kinship kinship) {
		this.rules = rules;
		this.units = units;
		this.restoring = restoring;
		this.moves = moves;
		this.kinship = kinship;
	}

	/** Whether it may be done at all, asked before anything is written. */
	void check(Reorganisation asked, Map<UnitId, UnitLife> lives) {
		LocalDate day = this.rules.requireDecision(asked.decision(), asked.effectiveOn());
		this.rules.requireWhole(asked.plan());
		this.rules.requireRights(asked.plan(), lives);
		this.rules.requireAlive(asked.plan(), lives, day);
	}

	/** Whether the actor may at all, asked before anybody has to wait for a lock. */
	void requireRights(Plan plan) {
		this.rules.requireRights(plan, this.units.lives(plan.existing()));
	}

	/** Whoever takes it back administers what came of it. */
	void requireSuccessors(Plan plan) {
		List<UnitId> successors = targets(plan, (kind) -> true).stream().map(Target::unit).toList();
		this.rules.requireRights(successors, this.units.lives(successors));
	}

	/** People who would end nowhere. */
	Map<UnitId, Long> remaining(Plan plan, LocalDate day) {
		List<UnitId> units = plan.steps()
			.stream()
			.filter((step) -> step.kind().ends() && step.kind() != Kind.END)
			.flatMap((step) -> step.sources().stream())
			.toList();
		return this.moves.remaining(units, flows(plan), day);
	}

	/** Who goes where, written out: an only target takes everybody, an end the rest. */
	static List<Flow> flows(Plan plan) {
		List<Flow> flows = new ArrayList<>();
		for (Step step : plan.steps()) {
			step.assignments()
				.forEach((assignment) -> flows
					.add(new Flow(assignment.from(), assignment.to(), assignment.department(), assignment.members())));
			if (step.kind() == Kind.END) {
				step.sources().forEach((unit) -> flows.add(new Flow(unit, null, null, List.of())));
			}
			else if (step.kind().ends() && step.targets().size() == 1) {
				UnitId only = step.targets().getFirst().unit();
				step.sources().forEach((unit) -> flows.add(new Flow(unit, only, null, List.of())));
			}
		}
		return flows;
	}

	/**
	 * Does it.
	 * @throws RuleViolation if the whole does not fit together
	 */
	Trace run(Reorganisation asked, Map<UnitId, UnitLife> lives, LocalDate day) {
		Plan plan = asked.plan();
		Decision decision = asked.decision();
		Map<UnitId, Long> remaining = remaining(plan, day);
		if (!remaining.isEmpty()) {
			throw new RuleViolation("reorganisation.error.remaining",
					remaining.values().stream().mapToLong(Long::longValue).sum());
		}
		Set<UnitId> changed = changed(plan);
		Set<UnitId> touched = this.restoring.touched(changed, day);
		String captured = this.restoring.capture(touched, day);
		List<Target> founded = plan.founded();
		founded.forEach((target) -> touched.add(target.unit()));

		plan.ended().forEach((unit) -> this.units.close(unit, day));
		Set<UnitId> fresh = new HashSet<>(founded.stream().map(Target::unit).toList());
		List<Target> altered = targets(plan, Kind::alters);
		altered.stream().filter((target) -> !fresh.contains(target.parent())).forEach((one) -> alter(one, asked, day));
		parentsFirst(founded)
			.forEach((target) -> this.units.found(target.unit(), parent(target), facts(target), day, decision));
		targets(plan, (kind) -> kind == Kind.REOPEN).forEach((target) -> reopen(target, lives, asked, day));
		altered.stream().filter((target) -> fresh.contains(target.parent())).forEach((one) -> alter(one, asked, day));
		this.moves.carry(asked.id(), plan.sources(), flows(plan), day, decision);
		plan.ended().forEach((unit) -> this.units.ended(unit, day, decision));

		Set<UnitId> placed = new LinkedHashSet<>(changed);
		placed.removeAll(plan.ended());
		placed.addAll(fresh);
		this.units.verify(plan.ended(), placed, day);
		this.kinship.record(asked, lives, day);
		Set<UnitId> counted = new LinkedHashSet<>(changed);
		counted.addAll(plan.sources());
		this.units.touch(counted);
		counted.addAll(fresh);
		this.units.settle(counted);
		List<Trace.Version> versions = new ArrayList<>();
		this.units.lock(counted).forEach((unit, number) -> versions.add(new Trace.Version(unit, number)));
		return new Trace(versions, List.copyOf(touched), captured);
	}

	/** Units that end, change or live again. */
	static Set<UnitId> changed(Plan plan) {
		Set<UnitId> changed = new LinkedHashSet<>(plan.ended());
		targets(plan, (kind) -> kind.alters() || kind == Kind.REOPEN).forEach((target) -> changed.add(target.unit()));
		return changed;
	}

	private void alter(Target target, Reorganisation asked, LocalDate day) {
		this.units.alter(target.unit(), target.parent(), target.facts(), day, asked.decision());
	}

	private void reopen(Target target, Map<UnitId, UnitLife> lives, Reorganisation asked, LocalDate day) {
		UnitRow last = Objects.requireNonNull(lives.get(target.unit())).last();
		UnitId parent = (target.parent() == null) ? last.parent() : target.parent();
		UnitFacts facts = (target.facts() == null) ? UnitFacts.of(last) : target.facts();
		if (parent == null) {
			throw new RuleViolation("reorganisation.error.step.REOPEN");
		}
		this.units.reopen(target.unit(), parent, facts, day, asked.decision());
	}

	private static List<Target> targets(Plan plan, Predicate<Kind> wanted) {
		return plan.steps()
			.stream()
			.filter((step) -> wanted.test(step.kind()))
			.map(Step::targets)
			.flatMap(Collection::stream)
			.toList();
	}

	/** A new unit may stand under another new one. */
	private static List<Target> parentsFirst(List<Target> founded) {
		List<Target> left = new ArrayList<>(founded);
		List<Target> ordered = new ArrayList<>();
		while (!left.isEmpty()) {
			Set<UnitId> waiting = new HashSet<>(left.stream().map(Target::unit).toList());
			List<Target> next = left.stream().filter((target) -> !waiting.contains(target.parent())).toList();
			if (next.isEmpty()) {
				throw new RuleViolation("reorganisation.error.twice");
			}
			ordered.addAll(next);
			left.removeAll(next);
		}
		return ordered;
	}

	private static UnitId parent(Target target) {
		return Objects.requireNonNull(target.parent());
	}

	private static UnitFacts facts(Target target) {
		return Objects.requireNonNull(target.facts());
	}

}
