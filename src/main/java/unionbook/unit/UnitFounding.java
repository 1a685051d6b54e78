package unionbook.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.Decision;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/** Founds units, at the top of a tree or under a superior. */
@Service
@Transactional
public class UnitFounding {

	private final UnitRegister register;

	private final UnitRules rules;

	private final UnitScope scope;

	private final ApplicationEventPublisher events;

	UnitFounding(UnitRegister register, UnitRules rules, UnitScope scope, ApplicationEventPublisher events) {
		this.register = register;
		this.rules = rules;
		this.scope = scope;
		this.events = events;
	}

	/**
	 * Founds a unit. At the top of a tree nobody holds a grant yet, so there the actor
	 * must hold one on the new id, as {@code Actor.system(name, id)} does.
	 * @param id the id of the new unit
	 * @param parent the superior, or null at the top of a tree
	 * @param facts code, name, kind, host body and funding
	 * @param decision the decision that founds it
	 * @param from the first day it exists
	 * @return the id of the new unit
	 * @throws NotFound if the actor does not reach the superior
	 * @throws Forbidden if the actor may not write units there
	 * @throws RuleViolation if the kind may not stand there, the code is taken, or the
	 * superior does not live from that day on
	 */
	public UnitId found(UnitId id, @Nullable UnitId parent, UnitFacts facts, Decision decision, LocalDate from) {
		this.scope.require(Right.WRITE_UNITS, (parent == null) ? id : parent);
		UnitRow superior = (parent == null) ? null : this.rules.requireParent(this.register.hold(parent), from);
		List<UUID> path = new ArrayList<>((superior == null) ? List.of() : superior.path());
		path.add(id.value());
		Period period = Period.since(from);
		this.rules.requireKind(superior, facts);
		this.rules.requireKnownCodes(facts);
		this.rules.requireFreeCode(path.getFirst(), facts.code(), period, id);
		this.register.create(id, path);
		this.register.open(id, parent, path, facts, period);
		this.register.record(id, "FOUNDED", from, decision);
		this.events.publishEvent(new UnitFounded(id, facts, parent, from, decision));
		return id;
	}

}
