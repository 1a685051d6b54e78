package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/**
 * Changes what is written down about a unit: by a decision from a day on, or as a
 * correction.
 */
@Service
@Transactional
class UnitChanges {

	private final UnitRegister register;

	private final UnitRules rules;

	private final UnitScope scope;

	private final ApplicationEventPublisher events;

	UnitChanges(UnitRegister register, UnitRules rules, UnitScope scope, ApplicationEventPublisher events) {
		this.register = register;
		this.rules = rules;
		this.scope = scope;
		this.events = events;
	}

	/**
	 * Other facts from a day on; what was before stays as it was. An end already decided
	 * stays too.
	 */
	void change(UnitId unit, int version, UnitFacts facts, Decision decision, LocalDate from) {
		this.scope.require(Right.WRITE_UNITS, unit);
		UnitLife life = this.register.change(unit, version);
		UnitRow last = life.last();
		this.rules.requireLastFacts(life, from);
		Period period = new Period(from, last.period().to());
		Map<String, Change> changes = check(last, facts, period);
		this.register.close(last, from);
		this.register.open(unit, last.parent(), last.path(), facts, period);
		this.register.record(unit, changes.containsKey("name") ? "RENAMED" : "CHANGED", from, decision);
		this.events.publishEvent(new UnitChanged(unit, changes, from, decision));
	}

	/** The facts of a day, put right for as long as they held. */
	void correct(UnitId unit, int version, UnitFacts facts, LocalDate day) {
		this.scope.require(Right.WRITE_UNITS, unit);
		UnitRow wrong = this.register.change(unit, version).on(day);
		Map<String, Change> changes = check(wrong, facts, wrong.period());
		this.register.correct(wrong, facts);
		this.events.publishEvent(new UnitCorrected(unit, changes, wrong.period().from()));
	}

	private Map<String, Change> check(UnitRow before, UnitFacts facts, Period period) {
		Map<String, Change> changes = Change.between(UnitFacts.of(before).fields(), facts.fields());
		if (changes.isEmpty()) {
			throw new RuleViolation("unit.error.unchanged");
		}
		this.rules.requireKnownCodes(facts);
		this.rules.requireFreeCode(before.path().getFirst(), facts.code(), period, before.id());
		return changes;
	}

}
