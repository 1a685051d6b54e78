package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.UnitMatters;
import unionbook.platform.UnitMatters.Matter;
import unionbook.platform.UnitScope;
import unionbook.reorganisation.Plan.Step;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.shared.VietnameseText;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitLife;

/** What the pages of a draft show. */
@Service
@Transactional(readOnly = true)
class Drafting {

	private static final int CHOICES_AT_MOST = 150;

	private final Reorganisations reorganisations;

	private final Execution execution;

	private final Restructuring units;

	private final UnitScope scope;

	private final JdbcClient jdbc;

	private final DayClock clock;

	private final ObjectProvider<UnitMatters> matters;

	Drafting(Reorganisations reorganisations, Execution execution, Restructuring units, UnitScope scope,
			JdbcClient jdbc, DayClock clock, ObjectProvider<UnitMatters> matters) {
		this.reorganisations = reorganisations;
		this.execution = execution;
		this.units = units;
		this.scope = scope;
		this.jdbc = jdbc;
		this.clock = clock;
		this.matters = matters;
	}

	/**
	 * The frame of each page of a draft.
	 * @throws NotFound if the actor does not reach it
	 */
	Page page(UUID id) {
		Reorganisation draft = this.reorganisations.find(id);
		this.scope.require(Right.WRITE_UNITS, draft.unit());
		Map<UnitId, UnitLife> lives = this.units.lives(draft.plan().existing());
		Map<UnitId, String> names = new LinkedHashMap<>();
		lives.forEach((unit, life) -> names.put(unit, life.on(day(draft).minusDays(1)).name()));
		draft.plan().founded().forEach((target) -> {
			UnitFacts facts = target.facts();
			names.put(target.unit(), (facts == null) ? "" : facts.name());
		});
		LocalDate day = draft.effectiveOn();
		Long remaining = (day == null || !draft.kind().moves() || draft.plan().steps().isEmpty()) ? null
				: (Long) this.execution.remaining(draft.plan(), day).values().stream().mapToLong(Long::longValue).sum();
		return new Page(draft, names, lives, remaining, tasks(draft, remaining));
	}

	private static Map<Stage, Progress> tasks(Reorganisation draft, @Nullable Long remaining) {
		Map<Stage, Progress> tasks = new LinkedHashMap<>();
		Decision paper = draft.decision();
		Step step = first(draft);
		Kind kind = draft.kind();
		boolean units = step != null && (!step.sources().isEmpty() || !kind.moves())
				&& (!step.targets().isEmpty() || kind == Kind.END);
		boolean told = step != null && !step.targets().isEmpty()
				&& step.targets().stream().allMatch((target) -> target.facts() != null)
				&& (kind != Kind.DIVIDE || step.targets().size() > 1);
		boolean decided = paper.number() != null && paper.signedOn() != null && draft.effectiveOn() != null;
		boolean gone = remaining != null && remaining == 0
				&& (kind != Kind.SPLIT_OFF || step != null && !step.assignments().isEmpty());
		boolean all = units && decided && (told || !Stage.of(kind).contains(Stage.OUTCOME));
		for (Stage stage : Stage.of(kind)) {
			tasks.put(stage, switch (stage) {
				case UNITS -> progress(units, true);
				case OUTCOME -> progress(told, units);
				case DECISION -> progress(decided, true);
				case PEOPLE -> progress(all && gone, all);
				case MATTERS -> progress(false, all);
				case PREVIEW -> progress(false, all && (gone || !kind.moves()));
			});
		}
		return tasks;
	}

	private static Progress progress(boolean done, boolean possible) {
		return done ? Progress.DONE : possible ? Progress.OPEN : Progress.WAITING;
	}

	/**
	 * Units to choose from, living on the day or ended before it; the chosen ones are
	 * always among them.
	 */
	List<Choice> choices(Reorganisation draft, boolean ended, Collection<UnitId> chosen, @Nullable String q) {
		List<String> words = (q == null) ? List.of() : List.of(VietnameseText.fold(q).split(" "));
		Set<UnitId> kept = new HashSet<>(chosen);
		List<Choice> found = this.jdbc.sql("""
				select v.unit_id as unit, v.code, v.name, p.code as superior
				from unit_version v
				left join unit_version p on p.unit_id = v.parent_id and p.period @> cast(:day as date)
				where v.unit_id = any (:writable) and case when :ended then upper(v.period) <= cast(:day as date)
						and not exists (select from unit_version l where l.unit_id = v.unit_id and l.period >> v.period)
					else v.period @> cast(:day as date) end
				order by cardinality(v.path), v.code, v.unit_id""")
			.param("day", day(draft))
			.param("ended", ended)
			.param("writable", this.scope.units(Right.WRITE_UNITS))
			.query((row, number) -> new Choice(new UnitId(row.getObject("unit", UUID.class)), row.getString("code"),
					row.getString("name"), row.getString("superior")))
			.list();
		Stream<Choice> matching = found.stream().filter((one) -> !kept.contains(one.unit()) && one.named(words));
		return Stream.concat(found.stream().filter((one) -> kept.contains(one.unit())), matching)
			.limit(CHOICES_AT_MOST + chosen.size())
			.toList();
	}

	/** Refuses units the actor may not reorganise: to this actor they do not exist. */
	void requireWritable(Set<UnitId> chosen) {
		Set<UUID> writable = new HashSet<>(Arrays.asList(this.scope.units(Right.WRITE_UNITS)));
		if (!chosen.stream().allMatch((unit) -> writable.contains(unit.value()))) {
			throw new NotFound();
		}
	}

	/** The superior of a unit, or null at the top. */
	@Nullable UnitId superior(Reorganisation draft, UnitId unit) {
		UnitLife life = this.units.lives(List.of(unit)).get(unit);
		return (life == null) ? null : life.on(day(draft)).parent();
	}

	/**
	 * What the facts typed start from: the unit that changes, or the first that becomes
	 * another.
	 */
	@Nullable UnitFacts base(Page page) {
		Step step = first(page.draft());
		UnitId unit = (step == null) ? null : !step.sources().isEmpty() ? step.sources().getFirst()
				: (step.kind().alters() && !step.targets().isEmpty()) ? step.targets().getFirst().unit() : null;
		UnitLife life = (unit == null) ? null : page.lives().get(unit);
		return (life == null) ? null : UnitFacts.of(life.on(day(page.draft())));
	}

	/** What is open in units that end. */
	List<Matter> matters(Reorganisation draft) {
		Set<UnitId> ended = draft.plan().ended();
		return this.matters.stream().flatMap((port) -> port.open(ended, day(draft)).stream()).toList();
	}

	/** People who hold a post in the union in a unit that ends. */
	List<Post> posts(Reorganisation draft) {
		return this.jdbc.sql("""
				select m.member_id as member, m.full_name as name, m.union_position as position, m.unit_id as unit
				from membership m
				where m.unit_id = any (:units) and m.union_position is not null and m.period @> cast(:day as date)
				order by m.unit_id, m.given_sort, m.surname_sort, m.member_id limit 200""")
			.param("units", draft.plan().ended().stream().map(UnitId::value).toArray(UUID[]::new))
			.param("day", day(draft).minusDays(1))
			.query(Post.class)
			.list();
	}

	/** The day the draft is for, today while none is known. */
	LocalDate day(Reorganisation draft) {
		return Objects.requireNonNullElse(draft.effectiveOn(), this.clock.today());
	}

	/** Today, which the day of the draft may be before or after. */
	LocalDate today() {
		return this.clock.today();
	}

	/** The step the pages write; more steps than one stay as they are. */
	static @Nullable Step first(Reorganisation draft) {
		return draft.plan().steps().isEmpty() ? null : draft.plan().steps().getFirst();
	}

	/** A draft with another first step. */
	static Change change(Reorganisation draft, UnaryOperator<Step> with) {
		Step old = first(draft);
		List<Step> steps = new ArrayList<>(draft.plan().steps());
		Step fresh = with.apply((old == null) ? Step.of(draft.kind(), List.of()) : old);
		if (old == null) {
			steps.add(fresh);
		}
		else {
			steps.set(0, fresh);
		}
		return new Change(draft.decision(), draft.effectiveOn(), new Plan(steps));
	}

	/** How far a step is; the words are the messages reorganisation.progress.*. */
	enum Progress {

		DONE, OPEN, WAITING

	}

	/**
	 * The frame of each page.
	 *
	 * @param draft the draft
	 * @param names what its units are called, also the new ones
	 * @param lives what is known of the others
	 * @param remaining people nobody has assigned, or null while that cannot be counted
	 * @param tasks its steps and how far they are
	 */
	record Page(Reorganisation draft, Map<UnitId, String> names, Map<UnitId, UnitLife> lives, @Nullable Long remaining,
			Map<Stage, Progress> tasks) {
	}

	/** What a form makes of a draft. */
	record Change(Decision decision, @Nullable LocalDate effectiveOn, Plan plan) {
	}

	/**
	 * A unit to choose.
	 *
	 * @param unit the unit
	 * @param code its code
	 * @param name its name
	 * @param superior the code of its superior, or null
	 */
	record Choice(UnitId unit, String code, String name, @Nullable String superior) {

		public String value() {
			return this.unit.toString();
		}

		public String label() {
			return this.code + " – " + this.name;
		}

		boolean named(List<String> words) {
			String text = VietnameseText.fold(this.code + " " + this.name);
			return words.stream().allMatch(text::contains);
		}

	}

	/** Somebody who holds a post. */
	record Post(UUID member, String name, String position, UUID unit) {
	}

}
