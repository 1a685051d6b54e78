package unionbook.unit;

import java.time.LocalDate;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/** Ends a unit by a decision; what it was stays readable. */
@Service
@Transactional
class UnitEnding {

	private final UnitRegister register;

	private final UnitReach reach;

	private final UnitRules rules;

	private final UnitScope scope;

	private final ApplicationEventPublisher events;

	UnitEnding(UnitRegister register, UnitReach reach, UnitRules rules, UnitScope scope,
			ApplicationEventPublisher events) {
		this.register = register;
		this.reach = reach;
		this.rules = rules;
		this.scope = scope;
		this.events = events;
	}

	/** Ends a unit; the day is the first on which it no longer exists. */
	void end(UnitId unit, int version, Decision decision, LocalDate day) {
		this.scope.require(Right.WRITE_UNITS, unit);
		UnitLife life = this.register.change(unit, version);
		if (!decidedByActor(life.last())) {
			throw new RuleViolation("unit.dissolution.error.top");
		}
		if (life.endsOn() != null) {
			throw new RuleViolation("unit.error.ended", this.rules.day(life.endsOn())).onField("effectiveOn");
		}
		this.rules.requireLastFacts(life, day);
		List<String> alive = this.register.namesBelow(unit, day);
		if (!alive.isEmpty()) {
			throw new RuleViolation("unit.dissolution.error.below", alive.size(), String.join("; ", alive));
		}
		this.events.publishEvent(new UnitEnded(unit, day, decision));
		this.register.close(life.last(), day);
		this.register.record(unit, "ENDED", day, decision);
		this.reach.settle(List.of(unit));
	}

	/**
	 * Whether a unit is ended is decided by its superior, so a top unit is not ended
	 * here.
	 */
	boolean decidedByActor(UnitRow unit) {
		return unit.parent() != null && this.scope.may(Right.WRITE_UNITS, unit.parent());
	}

}
