package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;

/** Carries out the decisions of the demonstration the way an administrator does: draft, table, confirmation. */
@Component
@Profile("demo")
public class DemoDecision {

	private final Reorganisations reorganisations;

	DemoDecision(Reorganisations reorganisations) {
		this.reorganisations = reorganisations;
	}

	/**
	 * One ministry union enters another.
	 * @param id the id of the reorganisation
	 * @param old the union that ends
	 * @param parent the union it enters
	 * @param successors what becomes of its units
	 * @param decision the paper
	 * @param day the first day of the new state
	 */
	public void merge(UUID id, UnitId old, UnitId parent, List<Successor> successors, Decision decision, LocalDate day) {
		List<Step> steps = new ArrayList<>();
		for (Successor successor : successors) {
			Kind kind = Kind.valueOf(successor.kind());
			UnitId unit = successor.unit();
			if (kind == Kind.CONSOLIDATE) {
				steps.add(Step.of(kind, successor.ending(), Target.founded(unit, parent, successor.facts())));
				continue;
			}
			steps.add(Step.of((kind == Kind.ABSORB) ? Kind.REPARENT : kind, List.of(),
					Target.altered(unit, parent, successor.facts())));
			if (kind == Kind.ABSORB) {
				steps.add(Step.of(kind, successor.ending(), Target.existing(unit)));
			}
		}
		steps.add(Step.of(Kind.ABSORB, List.of(old), Target.existing(parent)));
		carryOut(id, Kind.ABSORB, parent, steps, decision, day);
	}

	/**
	 * Units end with everybody in them.
	 * @param id the id of the reorganisation
	 * @param parent their superior
	 * @param units the units
	 * @param decision the paper
	 * @param day the first day they no longer exist
	 */
	public void end(UUID id, UnitId parent, List<UnitId> units, Decision decision, LocalDate day) {
		carryOut(id, Kind.END, parent, List.of(Step.of(Kind.END, units)), decision, day);
	}

	private void carryOut(UUID id, Kind kind, UnitId unit, List<Step> steps, Decision decision, LocalDate day) {
		this.reorganisations.draft(id, kind, unit);
		Reorganisation draft = this.reorganisations.find(id);
		if (draft.status() == Status.DRAFT) {
			int version = this.reorganisations.save(id, draft.version(), decision, day, new Plan(steps));
			String seen = this.reorganisations.preview(id).seen();
			this.reorganisations.execute(id, version, seen, String.valueOf(decision.number()));
		}
	}

	/**
	 * What becomes of some units.
	 *
	 * @param kind REPARENT, DOWNGRADE, ABSORB or CONSOLIDATE
	 * @param unit the unit that goes on or is new
	 * @param facts its facts from that day on
	 * @param ending units that end in it
	 */
	public record Successor(String kind, UnitId unit, UnitFacts facts, List<UnitId> ending) {
	}

}
