package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.member.MemberMoves;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitMatters;
import unionbook.platform.UnitMatters.Matter;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationRows.Trace;
import unionbook.shared.UnitId;
import unionbook.unit.Restoring;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitLife;

/** Takes a reorganisation back while nothing depends on it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Undoing {

	private final ReorganisationRows rows;

	private final Restructuring units;

	private final Restoring restoring;

	private final MemberMoves moves;

	private final ObjectProvider<UnitMatters> matters;

	Undoing(ReorganisationRows rows, Restructuring units, Restoring restoring, MemberMoves moves,
			ObjectProvider<UnitMatters> matters) {
		this.rows = rows;
		this.units = units;
		this.restoring = restoring;
		this.moves = moves;
		this.matters = matters;
	}

	List<RuleViolation> blocking(Reorganisation done) {
		Trace trace = this.rows.trace(done.id());
		LocalDate day = Objects.requireNonNull(done.effectiveOn());
		List<UnitId> founded = done.plan().founded().stream().map(Target::unit).toList();
		List<RuleViolation> blocking = new ArrayList<>();
		List<UnitId> known = trace.versions().stream().map(Trace.Version::unit).toList();
		Map<UnitId, Integer> now;
		try {
			now = this.units.lock(known);
		}
		catch (NotFound ex) {
			return List.of(new RuleViolation("reorganisation.blocking.reach"));
		}
		name(blocking, "reorganisation.blocking.units",
				names(trace.versions()
					.stream()
					.filter((version) -> !Objects.equals(now.get(version.unit()), version.number()))
					.map(Trace.Version::unit)
					.toList()));
		name(blocking, "reorganisation.blocking.below", names(this.restoring.strangers(trace.touched(), day)));
		name(blocking, "reorganisation.blocking.members", this.moves.touched(done.id()));
		if (!founded.isEmpty()) {
			name(blocking, "reorganisation.blocking.strangers", this.moves.strangers(done.id(), founded));
			for (Matter matter : this.matters.stream().flatMap((port) -> port.open(founded, day).stream()).toList()) {
				blocking.add(new RuleViolation(matter.key(), matter.count()));
			}
		}
		return blocking;
	}

	void undo(Reorganisation done) {
		List<RuleViolation> blocking = blocking(done);
		if (!blocking.isEmpty()) {
			throw blocking.getFirst();
		}
		LocalDate day = Objects.requireNonNull(done.effectiveOn());
		Trace trace = this.rows.trace(done.id());
		this.moves.tell(done.id(), day, done.decision(), true);
		Map<UnitId, UnitLife> successors = this.units
			.lives(done.plan().steps().stream().flatMap((step) -> step.targets().stream()).map(Target::unit).toList());
		this.restoring.restore(trace.touched(), done.plan().ended(), trace.captured(), day, done.decision());
		this.moves.carryBack(done.id(), day);
		Set<UnitId> changed = new LinkedHashSet<>(trace.versions().stream().map(Trace.Version::unit).toList());
		this.units.touch(changed);
		changed.forEach((unit) -> this.units.record(unit, "UNDONE", day, done.decision(), done.id()));
		for (Step step : done.plan().steps()) {
			if (step.kind().ends() && step.kind() != Kind.END) {
				step.targets()
					.forEach((target) -> step.sources()
						.forEach((source) -> this.restoring.unsucceed(source,
								Objects.requireNonNull(successors.get(target.unit())).on(day).path())));
			}
		}
		this.units.settle(trace.touched());
	}

	private List<String> names(List<UnitId> units) {
		return this.units.lives(units).values().stream().map(UnitLife::last).map((unit) -> unit.name()).toList();
	}

	private static void name(List<RuleViolation> blocking, String key, List<String> names) {
		if (!names.isEmpty()) {
			blocking.add(new RuleViolation(key, String.join(", ", names)));
		}
	}

}
