package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitMatters;
import unionbook.platform.UnitMatters.Matter;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.Preview.Fate;
import unionbook.reorganisation.Preview.Remaining;
import unionbook.reorganisation.Preview.Row;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitLife;

/**
 * Finds out what executing would do by doing it; the caller takes the transaction back.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Previews {

	private static final Share NOBODY = new Share(0, 0);

	private final Execution execution;

	private final Restructuring units;

	private final JdbcClient jdbc;

	private final ObjectProvider<UnitMatters> matters;

	Previews(Execution execution, Restructuring units, JdbcClient jdbc, ObjectProvider<UnitMatters> matters) {
		this.execution = execution;
		this.units = units;
		this.jdbc = jdbc;
		this.matters = matters;
	}

	Preview of(Reorganisation draft) {
		Plan plan = draft.plan();
		Map<UnitId, UnitLife> lives = this.units.lives(plan.existing());
		RuleViolation refused = problem(() -> this.execution.check(draft, lives));
		LocalDate day = draft.effectiveOn();
		if (refused != null || day == null) {
			return new Preview(List.of(), NOBODY, null, List.of(), List.of(), refused, "");
		}
		String seen = seen(draft, this.units.lock(plan.existing()));
		Set<UnitId> named = named(plan);
		Map<UnitId, Share> before = people(named, day.minusDays(1));
		List<Matter> open = this.matters.stream().flatMap((port) -> port.open(plan.ended(), day).stream()).toList();
		List<Remaining> remaining = new ArrayList<>();
		RuleViolation problem = problem(() -> {
			this.execution.remaining(plan, day)
				.forEach((unit, people) -> remaining.add(new Remaining(unit, name(lives, unit), people)));
			if (remaining.isEmpty()) {
				this.execution.run(draft, lives, day);
			}
		});
		Map<UnitId, Share> after = (problem == null && remaining.isEmpty()) ? people(named, day) : null;
		return new Preview(rows(plan, named, lives, before, after), sum(before.values()),
				(after == null) ? null : sum(after.values()), remaining, open, problem, seen);
	}

	/** Units and their people as somebody saw them before deciding. */
	String seen(Reorganisation draft, Map<UnitId, Integer> versions) {
		LocalDate day = draft.effectiveOn();
		Map<UnitId, Share> people = (day == null) ? Map.of() : people(versions.keySet(), day);
		StringBuilder seen = new StringBuilder();
		versions.forEach((unit, version) -> seen.append(unit)
			.append(':')
			.append(version)
			.append(':')
			.append(people.getOrDefault(unit, NOBODY).whole())
			.append(';'));
		return seen.toString();
	}

	/** Goes on only if nothing changed since; otherwise names the units that did. */
	void requireSeen(String seen, String now, Map<UnitId, UnitLife> lives) {
		Set<String> known = Set.of(seen.split(";"));
		List<String> changed = new ArrayList<>();
		for (String entry : now.split(";")) {
			if (!entry.isEmpty() && !known.contains(entry)) {
				changed.add(name(lives, UnitId.of(entry.substring(0, entry.indexOf(':')))));
			}
		}
		if (!changed.isEmpty()) {
			throw new RuleViolation("reorganisation.error.changed", String.join(", ", changed));
		}
	}

	/** Those whose people the table shows: sources, targets, and what changes. */
	private static Set<UnitId> named(Plan plan) {
		Set<UnitId> named = new LinkedHashSet<>(plan.ended());
		named.addAll(plan.sources());
		plan.steps().forEach((step) -> step.targets().forEach((target) -> named.add(target.unit())));
		return named;
	}

	private static List<Row> rows(Plan plan, Set<UnitId> named, Map<UnitId, UnitLife> lives, Map<UnitId, Share> before,
			@Nullable Map<UnitId, Share> after) {
		Map<UnitId, UnitFacts> told = new HashMap<>();
		plan.steps().forEach((step) -> step.targets().forEach((target) -> {
			if (target.facts() != null) {
				told.put(target.unit(), target.facts());
			}
		}));
		Set<UnitId> founded = new LinkedHashSet<>(plan.founded().stream().map(Target::unit).toList());
		return named.stream().map((unit) -> {
			UnitFacts facts = told.get(unit);
			if (facts == null) {
				UnitLife life = lives.get(unit);
				facts = (life == null) ? new UnitFacts("", "", "", "", "") : UnitFacts.of(life.last());
			}
			Fate fate = plan.ended().contains(unit) ? Fate.ENDS : founded.contains(unit) ? Fate.NEW : Fate.LIVES;
			return new Row(unit, facts.code(), facts.name(), fate, before.getOrDefault(unit, NOBODY),
					(after == null) ? null : after.getOrDefault(unit, NOBODY));
		}).sorted(Comparator.comparing(Row::fate).thenComparing(Row::code)).toList();
	}

	private Map<UnitId, Share> people(Collection<UnitId> units, LocalDate day) {
		Map<UnitId, Share> people = new LinkedHashMap<>();
		this.jdbc.sql("""
				select unit_id, coalesce(sum(members) filter (where gender = 'FEMALE'), 0) as women,
					sum(members) as members
				from headcount(:units, 'ALL', cast(:day as date)) group by unit_id""")
			.param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
			.param("day", day)
			.query((row) -> {
				people.put(new UnitId(row.getObject("unit_id", UUID.class)),
						new Share(row.getLong("women"), row.getLong("members")));
			});
		return people;
	}

	private static Share sum(Collection<Share> shares) {
		return new Share(shares.stream().mapToLong(Share::part).sum(), shares.stream().mapToLong(Share::whole).sum());
	}

	private static @Nullable RuleViolation problem(Runnable work) {
		try {
			work.run();
			return null;
		}
		catch (RuleViolation ex) {
			return ex;
		}
	}

	private static String name(Map<UnitId, UnitLife> lives, UnitId unit) {
		return Objects.requireNonNull(lives.get(unit)).last().name();
	}

}
