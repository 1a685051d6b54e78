package unionbook.reorganisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;

/**
 * What one decision does, step by step; all of it holds from one day and is done at once.
 *
 * @param steps the steps; the order does not matter
 */
record Plan(List<Step> steps) {

	static final Plan EMPTY = new Plan(List.of());

	Plan {
		steps = List.copyOf(steps);
	}

	static Plan of(Step... steps) {
		return new Plan(List.of(steps));
	}

	/** Units that no longer exist afterwards. */
	Set<UnitId> ended() {
		return collect(this.steps.stream().filter((step) -> step.kind().ends()).map(Step::sources).toList());
	}

	/** Units whose people are assigned somewhere, or end with them. */
	Set<UnitId> sources() {
		return collect(this.steps.stream().filter((step) -> step.kind().moves()).map(Step::sources).toList());
	}

	/** New units. */
	List<Target> founded() {
		return this.steps.stream()
			.filter((step) -> step.kind().founds())
			.flatMap((step) -> step.targets().stream())
			.filter(Target::founded)
			.toList();
	}

	/** Every unit named, without the new ones. */
	Set<UnitId> existing() {
		List<List<UnitId>> named = new ArrayList<>();
		for (Step step : this.steps) {
			named.add(step.sources());
			for (Target target : step.targets()) {
				named.add((target.parent() == null) ? List.of(target.unit()) : List.of(target.unit(), target.parent()));
			}
		}
		Set<UnitId> all = collect(named);
		founded().forEach((target) -> all.remove(target.unit()));
		return all;
	}

	private static Set<UnitId> collect(List<List<UnitId>> units) {
		Set<UnitId> all = new LinkedHashSet<>();
		units.stream().flatMap(Collection::stream).forEach(all::add);
		return all;
	}

	/**
	 * One thing the decision does.
	 *
	 * @param kind what
	 * @param sources units that end (ABSORB, CONSOLIDATE, DIVIDE, END) or give people
	 * away (SPLIT_OFF); none for the other kinds
	 * @param targets the unit founded, altered or reopened, or where people go
	 * @param assignments who goes where; a target that is the only one takes everybody
	 * without being assigned
	 */
	record Step(Kind kind, List<UnitId> sources, List<Target> targets, List<Assignment> assignments) {

		Step {
			sources = List.copyOf(sources);
			targets = List.copyOf(targets);
			assignments = List.copyOf(assignments);
		}

		static Step of(Kind kind, List<UnitId> sources, Target... targets) {
			return new Step(kind, sources, List.of(targets), List.of());
		}

		Step assigning(Assignment... more) {
			return new Step(this.kind, this.sources, this.targets, List.of(more));
		}

	}

	/**
	 * A unit as it is afterwards.
	 *
	 * @param unit the unit
	 * @param founded whether this decision founds it
	 * @param parent its superior from that day on; null leaves it where it is
	 * @param facts what is written down from that day on; null leaves them
	 */
	record Target(UnitId unit, boolean founded, @Nullable UnitId parent, @Nullable UnitFacts facts) {

		static Target existing(UnitId unit) {
			return new Target(unit, false, null, null);
		}

		static Target altered(UnitId unit, @Nullable UnitId parent, @Nullable UnitFacts facts) {
			return new Target(unit, false, parent, facts);
		}

		static Target founded(UnitId unit, UnitId parent, UnitFacts facts) {
			return new Target(unit, true, parent, facts);
		}

	}

	/**
	 * Where people of a source go. Listed people go before departments, departments
	 * before whole units.
	 *
	 * @param from the source
	 * @param department people of this department on the effective day; the empty text is
	 * people without one; null is not by department
	 * @param members exactly these people; empty is not by list
	 * @param to the target
	 */
	record Assignment(UnitId from, @Nullable String department, List<MemberId> members, UnitId to) {

		Assignment {
			members = List.copyOf(members);
		}

		static Assignment all(UnitId from, UnitId to) {
			return new Assignment(from, null, List.of(), to);
		}

		static Assignment department(UnitId from, String department, UnitId to) {
			return new Assignment(from, department, List.of(), to);
		}

		static Assignment listed(UnitId from, List<MemberId> members, UnitId to) {
			return new Assignment(from, null, members, to);
		}

	}

}
