package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.CurrentActor;
import unionbook.platform.Formats;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.reorganisation.Drafting.Change;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.shared.Decision;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitLife;
import unionbook.unit.UnitRow;

/**
 * Tells of decisions: which there are, what each did, and in what two drafts of one
 * differ.
 */
@Service
@Transactional(readOnly = true)
class ReorganisationPages {

	private final Reorganisations reorganisations;

	private final Restructuring units;

	private final UnitScope scope;

	private final JdbcClient jdbc;

	private final Formats formats;

	ReorganisationPages(Reorganisations reorganisations, Restructuring units, UnitScope scope, JdbcClient jdbc,
			Formats formats) {
		this.reorganisations = reorganisations;
		this.units = units;
		this.scope = scope;
		this.jdbc = jdbc;
		this.formats = formats;
	}

	/**
	 * The decisions the actor reaches.
	 * @param day the day that is shown: what is done and begins later is still coming
	 * @param state which of them, or null for all
	 * @return the latest first
	 */
	List<Listed> list(LocalDate day, @Nullable State state) {
		List<Reorganisation> found = this.reorganisations.list()
			.stream()
			.filter((one) -> state == null || State.of(one, day) == state)
			.toList();
		Set<UnitId> named = new LinkedHashSet<>();
		found.forEach((one) -> named.addAll(one.plan().existing()));
		Map<UnitId, UnitLife> lives = this.units.lives(named);
		return found.stream()
			.map((one) -> new Listed(one, State.of(one, day), names(from(one.plan()), one, lives),
					names(to(one.plan()), one, lives)))
			.toList();
	}

	/**
	 * The units whose administrators may begin a decision, one of which is the actor's.
	 */
	List<UnitRow> deciders(LocalDate day) {
		Set<UnitId> granted = new LinkedHashSet<>();
		for (Grant grant : CurrentActor.get().grants()) {
			if (grant.unit() != null && this.scope.may(Right.WRITE_UNITS, grant.unit())) {
				granted.add(grant.unit());
			}
		}
		return this.units.lives(granted).values().stream().map((life) -> life.on(day)).toList();
	}

	/**
	 * What a decision did.
	 * @param done the decision, with its day
	 * @return the units it named and the people who went
	 */
	Told told(Reorganisation done) {
		LocalDate day = Objects.requireNonNull(done.effectiveOn());
		Map<UnitId, UnitLife> lives = this.units.lives(done.plan().existing());
		Map<UnitId, UnitLife> fresh = this.units.lives(done.plan().founded().stream().map(Target::unit).toList());
		List<Flow> flows = this.jdbc.sql("""
				select r.unit_id as source, r.to_unit as target, count(distinct r.member_id) as people,
					count(distinct r.member_id) filter (where m.gender = 'FEMALE') as women
				from relocation r join member m on m.id = r.member_id
				where r.batch_id = ? group by 1, 2 order by 1, 2""").param(done.id()).query((row, number) -> {
			UUID to = row.getObject("target", UUID.class);
			UnitId from = new UnitId(row.getObject("source", UUID.class));
			UnitId target = (to == null) ? null : new UnitId(to);
			UnitLife after = (target == null) ? null : lives.getOrDefault(target, fresh.get(target));
			return new Flow(from, name(from, lives, day.minusDays(1)), target,
					(after == null) ? null : after.on(day).name(),
					new Share(row.getLong("women"), row.getLong("people")));
		}).list();
		List<Fate> fates = new ArrayList<>();
		Set<UnitId> ended = done.plan().ended();
		lives.forEach((unit, life) -> fates
			.add(new Fate(unit, life.on(day.minusDays(1)).code(), life.on(day.minusDays(1)).name(), life.on(day).name(),
					ended.contains(unit) ? Preview.Fate.ENDS : Preview.Fate.LIVES)));
		done.plan()
			.founded()
			.stream()
			.filter((target) -> target.facts() != null)
			.forEach((target) -> fates.add(new Fate(target.unit(), facts(target).code(), facts(target).name(),
					facts(target).name(), Preview.Fate.NEW)));
		fates.sort(Comparator.comparing(Fate::fate).thenComparing(Fate::code));
		return new Told(fates, flows);
	}

	/** What differs between what was typed and what somebody else saved meanwhile. */
	List<Difference> differences(UUID id, Change mine) {
		Reorganisation now = this.reorganisations.find(id);
		Map<String, String> theirs = fields(new Change(now.decision(), now.effectiveOn(), now.plan()));
		List<Difference> differences = new ArrayList<>();
		fields(mine).forEach((field, value) -> {
			String other = theirs.getOrDefault(field, "");
			if (!other.equals(value)) {
				differences.add(new Difference(field, value, other));
			}
		});
		return differences;
	}

	private Map<String, String> fields(Change change) {
		Map<UnitId, UnitLife> lives = this.units.lives(change.plan().existing());
		Map<String, String> told = new LinkedHashMap<>();
		Decision paper = change.decision();
		told.put("number", Objects.requireNonNullElse(paper.number(), ""));
		told.put("signedOn", this.formats.day(paper.signedOn()));
		told.put("signer", Objects.requireNonNullElse(paper.signer(), ""));
		told.put("effectiveOn", this.formats.day(change.effectiveOn()));
		List<Step> steps = change.plan().steps();
		told.put("sources",
				joined(steps.stream().flatMap((step) -> step.sources().stream()).map((unit) -> name(unit, lives))));
		List<Target> targets = steps.stream().flatMap((step) -> step.targets().stream()).toList();
		told.put("targets", joined(targets.stream().map((target) -> {
			UnitFacts facts = target.facts();
			return (facts == null) ? name(target.unit(), lives) : facts.code() + " " + facts.name() + " ("
					+ facts.kind() + ", " + facts.hostKind() + ", " + facts.fundingType() + ")";
		})));
		told.put("parent",
				joined(targets.stream()
					.map(Target::parent)
					.filter(Objects::nonNull)
					.distinct()
					.map((unit) -> name(unit, lives))));
		told.put("people",
				joined(steps.stream()
					.flatMap((step) -> step.assignments().stream())
					.map((one) -> assigned(one, change.plan(), lives))));
		return told;
	}

	private static String assigned(Assignment one, Plan plan, Map<UnitId, UnitLife> lives) {
		String to = plan.founded()
			.stream()
			.filter((target) -> target.unit().equals(one.to()))
			.map(Target::facts)
			.filter(Objects::nonNull)
			.map(UnitFacts::name)
			.findFirst()
			.orElseGet(() -> name(one.to(), lives));
		String who = one.members().isEmpty() ? Objects.requireNonNullElse(one.department(), "…")
				: String.valueOf(one.members().size());
		return who + " → " + to;
	}

	private static String name(UnitId unit, Map<UnitId, UnitLife> lives) {
		UnitLife life = lives.get(unit);
		return (life == null) ? "" : life.last().name();
	}

	private static String joined(Stream<String> parts) {
		return parts.filter((part) -> !part.isEmpty()).collect(Collectors.joining("; "));
	}

	private static List<UnitId> from(Plan plan) {
		return Stream
			.concat(plan.sources().stream(),
					plan.steps()
						.stream()
						.filter((step) -> !step.kind().moves() && step.kind() != Kind.FOUND)
						.flatMap((step) -> step.targets().stream())
						.map(Target::unit))
			.distinct()
			.toList();
	}

	private static List<UnitId> to(Plan plan) {
		return plan.steps()
			.stream()
			.filter((step) -> step.kind().moves() || step.kind() == Kind.FOUND)
			.flatMap((step) -> step.targets().stream())
			.map(Target::unit)
			.distinct()
			.toList();
	}

	private static List<String> names(List<UnitId> units, Reorganisation of, Map<UnitId, UnitLife> lives) {
		Map<UnitId, String> fresh = new LinkedHashMap<>();
		of.plan()
			.founded()
			.stream()
			.filter((target) -> target.facts() != null)
			.forEach((target) -> fresh.put(target.unit(), facts(target).name()));
		LocalDate day = of.effectiveOn();
		return units.stream()
			.map((unit) -> fresh.containsKey(unit) ? fresh.get(unit)
					: (day == null) ? name(unit, lives) : name(unit, lives, day.minusDays(1)))
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	private static UnitFacts facts(Target target) {
		return Objects.requireNonNull(target.facts());
	}

	private static String name(UnitId unit, Map<UnitId, UnitLife> lives, LocalDate day) {
		UnitLife life = lives.get(unit);
		return (life == null) ? "" : life.on(day).name();
	}

	/**
	 * How far a decision is on a day; the words are the messages reorganisation.state.*.
	 */
	enum State {

		DRAFT, COMING, DONE, UNDONE;

		static State of(Reorganisation one, LocalDate day) {
			LocalDate begins = one.effectiveOn();
			return switch (one.status()) {
				case DRAFT -> DRAFT;
				case UNDONE -> UNDONE;
				case EXECUTED -> (begins != null && begins.isAfter(day)) ? COMING : DONE;
			};
		}

	}

	/** A decision in the list: which units, and what they become. */
	record Listed(Reorganisation decision, State state, List<String> from, List<String> to) {
	}

	/** What a decision did. */
	record Told(List<Fate> fates, List<Flow> flows) {
	}

	/** What became of a unit: its name before and after. */
	record Fate(UnitId unit, String code, String before, String after, Preview.Fate fate) {
	}

	/** People who went from a unit to another, or ended with it. */
	record Flow(UnitId from, String fromName, @Nullable UnitId to, @Nullable String toName, Share women) {
	}

	/**
	 * A field in which two drafts differ; the words are the messages
	 * reorganisation.differs.*.
	 */
	record Difference(String field, String mine, String theirs) {
	}

}
