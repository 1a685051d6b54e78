package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * A reorganisation was begun, executed, undone or thrown away.
 *
 * @param action which of these
 * @param subject the reorganisation
 * @param unit the unit whose administrators decide it
 * @param effectiveOn the first day of the new state
 * @param reason the number of the decision
 * @param changes how many units ended, changed and were founded
 */
record Reorganised(String action, UUID subject, UnitId unit, @Nullable LocalDate effectiveOn, @Nullable String reason,
		Map<String, Change> changes) implements AuditedEvent {

	static Reorganised drafted(UUID id, UnitId unit) {
		return new Reorganised("reorganisation.drafted", id, unit, null, null, Map.of());
	}

	static Reorganised discarded(Reorganisation draft) {
		return of("reorganisation.discarded", draft, Map.of());
	}

	static Reorganised executed(Reorganisation done) {
		Plan plan = done.plan();
		return of("reorganisation.executed", done,
				Map.of("unitsEnded", new Change(null, String.valueOf(plan.ended().size())), "unitsFounded",
						new Change(null, String.valueOf(plan.founded().size())), "unitsChanged",
						new Change(null, String.valueOf(Execution.changed(plan).size() - plan.ended().size()))));
	}

	static Reorganised undone(Reorganisation undone) {
		return of("reorganisation.undone", undone, Map.of());
	}

	private static Reorganised of(String action, Reorganisation what, Map<String, Change> changes) {
		return new Reorganised(action, what.id(), what.unit(), what.effectiveOn(), what.decision().number(), changes);
	}

	@Override
	public String subjectKind() {
		return "reorganisation";
	}

}
