package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import unionbook.platform.Formats;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.UnitLife;

/** What must hold before anything is written. */
@Component
class PlanRules {

	private final UnitScope scope;

	private final Formats formats;

	PlanRules(UnitScope scope, Formats formats) {
		this.scope = scope;
		this.formats = formats;
	}

	/** A decision without number and day of signing is no decision yet. */
	LocalDate requireDecision(Decision decision, @Nullable LocalDate effectiveOn) {
		if (decision.number() == null) {
			throw new RuleViolation("reorganisation.error.number").onField("decisionNumber");
		}
		if (decision.signedOn() == null) {
			throw new RuleViolation("reorganisation.error.signedOn").onField("decisionSignedOn");
		}
		if (effectiveOn == null) {
			throw new RuleViolation("reorganisation.error.effectiveOn").onField("effectiveOn");
		}
		return effectiveOn;
	}

	/** Each step names what its kind needs, and no unit has two fates. */
	void requireWhole(Plan plan) {
		if (plan.steps().isEmpty()) {
			throw new RuleViolation("reorganisation.error.empty");
		}
		plan.steps().forEach(PlanRules::requireWhole);
		Set<UnitId> fates = new HashSet<>();
		Set<UnitId> received = new HashSet<>();
		for (Step step : plan.steps()) {
			step.sources().forEach((unit) -> requireFirst(fates.add(unit)));
			step.targets().stream().map(Target::unit).forEach((unit) -> {
				if (step.kind().alters() || step.kind() == Kind.REOPEN) {
					requireFirst(fates.add(unit));
				}
				received.add(unit);
			});
		}
		requireFirst(plan.founded().stream().map(Target::unit).distinct().count() == plan.founded().size());
		requireFirst(plan.ended().stream().noneMatch(received::contains));
		requireFirst(plan.ended().stream().noneMatch(parents(plan)::contains));
	}

	/**
	 * Units live when they are to end, change or receive, and nothing later is known of
	 * them.
	 */
	void requireAlive(Plan plan, Map<UnitId, UnitLife> lives, LocalDate day) {
		Set<UnitId> reopened = new HashSet<>();
		for (Step step : plan.steps()) {
			step.sources().forEach((unit) -> requireLast(life(lives, unit), day));
			for (Target target : step.targets()) {
				if (step.kind().alters()) {
					requireLast(life(lives, target.unit()), day);
				}
				else if (step.kind() == Kind.REOPEN) {
					requireEnded(life(lives, target.unit()), day);
					reopened.add(target.unit());
				}
			}
		}
		plan.existing()
			.stream()
			.filter((unit) -> !reopened.contains(unit) && !plan.ended().contains(unit))
			.forEach((unit) -> requireLiving(life(lives, unit), day));
	}

	/** The actor administers each of some units. */
	Set<UUID> requireRights(Collection<UnitId> units, Map<UnitId, UnitLife> lives) {
		Set<UUID> writable = new HashSet<>(List.of(this.scope.units(Right.WRITE_UNITS)));
		writable.retainAll(new HashSet<>(List.of(this.scope.units(Right.TRANSFER_MEMBERS))));
		for (UnitId unit : units) {
			if (!writable.contains(unit.value())) {
				throw new RuleViolation("reorganisation.error.right", life(lives, unit).last().name());
			}
		}
		return writable;
	}

	/** Who ends, moves or founds a unit decides for its superior too. */
	void requireRights(Plan plan, Map<UnitId, UnitLife> lives) {
		Set<UUID> writable = requireRights(plan.existing(), lives);
		for (Step step : plan.steps()) {
			List<UnitId> moved = step.kind().alters()
					? step.targets().stream().filter((target) -> target.parent() != null).map(Target::unit).toList()
					: step.kind().ends() ? step.sources() : List.of();
			for (UnitId unit : moved) {
				UnitId parent = life(lives, unit).last().parent();
				if (parent != null && !writable.contains(parent.value())) {
					throw new RuleViolation("reorganisation.error.superior", life(lives, unit).last().name());
				}
				if (parent == null && step.kind() == Kind.END) {
					throw new RuleViolation("reorganisation.error.top", life(lives, unit).last().name());
				}
			}
		}
	}

	private static void requireWhole(Step step) {
		Kind kind = step.kind();
		int sources = step.sources().size();
		int targets = step.targets().size();
		long founded = step.targets().stream().filter(Target::founded).count();
		boolean whole = switch (kind) {
			case FOUND -> sources == 0 && targets > 0 && founded == targets;
			case RENAME, CHANGE, REPARENT, DOWNGRADE -> sources == 0 && targets == 1 && founded == 0;
			case ABSORB -> sources > 0 && targets == 1 && founded == 0;
			case CONSOLIDATE -> sources > 1 && targets == 1 && founded == 1;
			case DIVIDE -> sources == 1 && targets > 1 && founded > 0;
			case SPLIT_OFF -> sources == 1 && targets > 0 && founded == targets && !step.assignments().isEmpty();
			case END -> sources > 0 && founded == 0;
			case REOPEN -> sources == 0 && targets == 1 && founded == 0;
		};
		boolean told = step.targets().stream().allMatch((target) -> switch (kind) {
			case RENAME, CHANGE -> target.facts() != null;
			case REPARENT -> target.parent() != null;
			case DOWNGRADE -> target.facts() != null || target.parent() != null;
			default -> !target.founded() || target.facts() != null && target.parent() != null;
		});
		if (!whole || !told) {
			throw new RuleViolation("reorganisation.error.step." + kind);
		}
		for (Assignment assignment : step.assignments()) {
			if (!step.sources().contains(assignment.from())
					|| step.targets().stream().noneMatch((target) -> target.unit().equals(assignment.to()))) {
				throw new RuleViolation("reorganisation.error.assignment");
			}
		}
	}

	private static void requireFirst(boolean first) {
		if (!first) {
			throw new RuleViolation("reorganisation.error.twice");
		}
	}

	/** The last facts of a unit can be cut on the day without touching any others. */
	private void requireLast(UnitLife life, LocalDate day) {
		requireLiving(life, day);
		LocalDate from = life.last().period().from();
		if (!day.isAfter(from)) {
			throw new RuleViolation("reorganisation.error.laterFacts", life.last().name(), this.formats.day(from))
				.onField("effectiveOn");
		}
	}

	private void requireLiving(UnitLife life, LocalDate day) {
		LocalDate from = life.first().period().from();
		if (day.isBefore(from)) {
			throw new RuleViolation("reorganisation.error.begins", life.first().name(), this.formats.day(from))
				.onField("effectiveOn");
		}
		if (life.endsOn() != null) {
			throw new RuleViolation("reorganisation.error.ended", life.last().name(), this.formats.day(life.endsOn()))
				.onField("effectiveOn");
		}
	}

	private void requireEnded(UnitLife life, LocalDate day) {
		LocalDate end = life.endsOn();
		if (end == null) {
			throw new RuleViolation("reorganisation.error.alive", life.last().name());
		}
		if (day.isBefore(end)) {
			throw new RuleViolation("reorganisation.error.reopenBefore", life.last().name(), this.formats.day(end))
				.onField("effectiveOn");
		}
	}

	private static Set<UnitId> parents(Plan plan) {
		Set<UnitId> parents = new HashSet<>();
		plan.steps().stream().map(Step::targets).flatMap(Collection::stream).forEach((target) -> {
			if (target.parent() != null) {
				parents.add(target.parent());
			}
		});
		return parents;
	}

	private static UnitLife life(Map<UnitId, UnitLife> lives, UnitId unit) {
		UnitLife life = lives.get(unit);
		if (life == null) {
			throw new NotFound();
		}
		return life;
	}

}
