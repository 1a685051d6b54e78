package unionbook.reorganisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;

/**
 * What is chosen at the steps of a draft, and the step of the plan that becomes of it.
 */
final class DraftForms {

	private DraftForms() {
	}

	/** The version a form was made from; what is no number is no version. */
	static int version(@Nullable String typed) {
		return (typed != null && typed.matches("\\d{1,9}")) ? Integer.parseInt(typed) : -1;
	}

	/** An id that came with a form; what is none names nothing. */
	static UnitId unit(String typed) {
		try {
			return UnitId.of(typed);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

	static @Nullable UnitId orNull(@Nullable String typed) {
		return (typed == null) ? null : unit(typed);
	}

	/**
	 * Which units.
	 *
	 * @param version the version the form was made from
	 * @param sources units ticked
	 * @param unit the one unit
	 * @param receiver the unit that takes people in
	 * @param parent the superior
	 * @param q words to find more units by
	 */
	record Units(@Nullable String version, List<String> sources, @Nullable String unit, @Nullable String receiver,
			@Nullable String parent, @Nullable String q) {

		/** The binder hands in null for what was not ticked. */
		Units {
			sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
		}

		static Units of(Reorganisation draft, @Nullable String q) {
			Step step = draft.plan().steps().isEmpty() ? Step.of(draft.kind(), List.of())
					: draft.plan().steps().getFirst();
			Kind kind = draft.kind();
			Target target = step.targets().isEmpty() ? null : step.targets().getFirst();
			List<String> sources = step.sources().stream().map(UnitId::toString).toList();
			UnitId one = (kind.moves() && !step.sources().isEmpty()) ? step.sources().getFirst()
					: (target == null) ? null : target.unit();
			return new Units(null, Stage.many(kind) ? sources : List.of(), Stage.one(kind) ? text(one) : null,
					(Stage.receiver(kind) && target != null) ? text(target.unit()) : null,
					(Stage.parent(kind) && target != null) ? text(target.parent()) : null, q);
		}

		/** The unit the draft was begun at, chosen beforehand while nothing else is. */
		Units with(Kind kind, @Nullable UnitId begun) {
			if (begun == null || !chosen().isEmpty()) {
				return this;
			}
			String id = begun.toString();
			return new Units(null, Stage.many(kind) ? List.of(id) : List.of(), Stage.one(kind) ? id : null, null,
					(kind == Kind.FOUND) ? id : null, this.q);
		}

		private static @Nullable String text(@Nullable UnitId unit) {
			return (unit == null) ? null : unit.toString();
		}

		/** Every unit named. */
		Set<UnitId> chosen() {
			Set<UnitId> chosen = new LinkedHashSet<>();
			Stream.concat(this.sources.stream(), Stream.of(this.unit, this.receiver, this.parent))
				.filter(Objects::nonNull)
				.forEach((typed) -> chosen.add(DraftForms.unit(typed)));
			return chosen;
		}

		void check(Kind kind, Errors errors) {
			if (Stage.many(kind) && this.sources.size() < ((kind == Kind.CONSOLIDATE) ? 2 : 1)) {
				errors.rejectValue("sources", "reorganisation.error.step." + kind);
			}
			if (Stage.one(kind) && this.unit == null) {
				errors.rejectValue("unit", "reorganisation.draft.error.unit");
			}
			if (kind == Kind.ABSORB && this.receiver == null) {
				errors.rejectValue("receiver", "reorganisation.draft.error.receiver");
			}
			if ((kind == Kind.FOUND || kind == Kind.REPARENT) && this.parent == null) {
				errors.rejectValue("parent", "reorganisation.draft.error.parent");
			}
			if (this.receiver != null && this.sources.contains(this.receiver)) {
				errors.rejectValue("receiver", "reorganisation.draft.error.both");
			}
		}

		/**
		 * The step of the plan; what was typed at other steps stays where it still fits.
		 */
		Step step(Reorganisation draft, Function<UnitId, @Nullable UnitId> superior) {
			Kind kind = draft.kind();
			Step old = draft.plan().steps().isEmpty() ? Step.of(kind, List.of()) : draft.plan().steps().getFirst();
			List<UnitId> from = !kind.moves() ? List.of()
					: Stage.one(kind) ? Stream.ofNullable(orNull(this.unit)).toList()
							: this.sources.stream().map(DraftForms::unit).toList();
			UnitId above = orNull(this.parent);
			List<Target> targets = new ArrayList<>();
			if (kind.founds()) {
				UnitId under = (above == null && !from.isEmpty()) ? superior.apply(from.getFirst()) : above;
				List<Target> known = old.targets().isEmpty() ? List.of(new Target(UnitId.next(), true, under, null))
						: old.targets();
				known.forEach((target) -> targets.add(new Target(target.unit(), true, under, target.facts())));
			}
			else if (Stage.receiver(kind)) {
				Stream.ofNullable(orNull(this.receiver)).map(Target::existing).forEach(targets::add);
			}
			else if (this.unit != null) {
				UnitId one = DraftForms.unit(this.unit);
				UnitFacts facts = old.targets()
					.stream()
					.filter((target) -> target.unit().equals(one))
					.map(Target::facts)
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null);
				targets.add(new Target(one, false, above, facts));
			}
			Set<UnitId> to = new LinkedHashSet<>(targets.stream().map(Target::unit).toList());
			return new Step(kind, from, targets,
					old.assignments()
						.stream()
						.filter((one) -> from.contains(one.from()) && to.contains(one.to()))
						.toList());
		}

	}

	/**
	 * Where a department goes.
	 *
	 * @param name the department, or null for people without one
	 * @param to the target, or null for none
	 */
	record Department(@Nullable String name, @Nullable String to) {
	}

	/**
	 * Who goes where: departments and the rest, or people by list.
	 *
	 * @param version the version the form was made from
	 * @param from the unit they leave
	 * @param list the department whose people are listed, by its place, or null for all
	 * departments
	 * @param departments where each department goes
	 * @param rest where everybody else goes
	 * @param members people ticked
	 * @param to where these go
	 */
	record People(@Nullable String version, @Nullable String from, @Nullable String list, List<Department> departments,
			@Nullable String rest, List<String> members, @Nullable String to) {

		/** The binder hands in null for what was not sent. */
		People {
			departments = Objects.requireNonNullElse(departments, List.<Department>of())
				.stream()
				.filter(Objects::nonNull)
				.toList();
			members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
		}

		/** What is assigned already. */
		static People of(Step step, UnitId from, @Nullable String list, Crowd crowd) {
			Map<String, String> to = new HashMap<>();
			step.assignments()
				.stream()
				.filter((one) -> one.from().equals(from) && one.members().isEmpty())
				.forEach((one) -> to.put(String.valueOf(one.department()), one.to().toString()));
			return new People(null, from.toString(), list,
					crowd.departments().stream().map((one) -> new Department(one.name(), to.get(one.name()))).toList(),
					to.get("null"), List.of(), null);
		}

		Step step(Step old) {
			UnitId source = DraftForms.unit(String.valueOf(this.from));
			if (!old.sources().contains(source)) {
				throw new NotFound();
			}
			List<Assignment> assignments = new ArrayList<>();
			boolean listed = !this.members.isEmpty();
			Set<MemberId> ticked = new LinkedHashSet<>(this.members.stream().map(People::member).toList());
			for (Assignment one : old.assignments()) {
				if (!one.from().equals(source) || listed && one.members().isEmpty()) {
					assignments.add(one);
				}
				else if (!one.members().isEmpty()) {
					List<MemberId> left = one.members().stream().filter((member) -> !ticked.contains(member)).toList();
					if (!left.isEmpty()) {
						assignments.add(Assignment.listed(source, left, one.to()));
					}
				}
			}
			if (listed) {
				to(this.to, old)
					.ifPresent((unit) -> assignments.add(Assignment.listed(source, List.copyOf(ticked), unit)));
			}
			else {
				this.departments.forEach((one) -> to(one.to(), old).ifPresent((unit) -> assignments
					.add(Assignment.department(source, Objects.requireNonNullElse(one.name(), ""), unit))));
				to(this.rest, old).ifPresent((unit) -> assignments.add(Assignment.all(source, unit)));
			}
			return new Step(old.kind(), old.sources(), old.targets(), assignments);
		}

		private static Optional<UnitId> to(@Nullable String typed, Step step) {
			return Optional.ofNullable(orNull(typed)).map((unit) -> {
				if (step.targets().stream().noneMatch((target) -> target.unit().equals(unit))) {
					throw new RuleViolation("reorganisation.error.assignment");
				}
				return unit;
			});
		}

		private static MemberId member(String typed) {
			return new MemberId(unit(typed).value());
		}

	}

	/**
	 * The last word: the version and table confirmed, and the number of the decision once
	 * more.
	 */
	record Confirm(@Nullable String version, @Nullable String seen, @Nullable String confirmation) {
	}

}
