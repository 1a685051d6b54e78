package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import unionbook.member.Members;
import unionbook.platform.Actor;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.statistics.Ledger;
import unionbook.statistics.Movements;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.does;
import static unionbook.reorganisation.ReorganisationExamples.facts;

/**
 * Whatever is decided, in whatever order and for whatever day, done and undone: one unit
 * per person and day, the ledgers add up in every unit and in every tree on every day,
 * and days before a decision stay as they were.
 */
class ReorganisationLedgerTests {

	private static final LocalDate BEGIN = LocalDate.of(2019, 1, 1);

	private static final List<LocalDate> DAYS = BEGIN.datesUntil(LocalDate.of(2023, 1, 1), java.time.Period.ofDays(61))
		.toList();

	private static final Beans BEANS = new Beans();

	private int codes;

	/** The application starts once; each history has a ministry of its own. */
	@BeforeContainer
	static void start() throws Exception {
		new TestContextManager(Beans.class).prepareTestInstance(BEANS);
	}

	@Property(tries = 15, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
	void ledgersAddUpWhateverIsDecided(@ForAll("histories") List<Act> history, @ForAll("cuts") List<Integer> cuts) {
		List<String> told = new ArrayList<>();
		Ministry ministry = live(history, told);
		List<LocalDate> any = cuts.stream().map(BEGIN::plusDays).sorted().toList();
		List<LocalDate> decided = history.stream().map((act) -> BEGIN.plusDays(act.day())).distinct().sorted().toList();
		for (UnitId root : ministry.all()) {
			subtreesAddUp(root, any, ministry.admin(), told);
			subtreesAddUp(root, decided, ministry.admin(), told);
		}
		for (UnitId top : List.of(ministry.top(), ministry.other())) {
			subtreesAddUp(top, any, Actor.system("alone", top), told);
			subtreesAddUp(top, decided, Actor.system("alone", top), told);
		}
	}

	/**
	 * Period after period: it opens with what the period before closed with, and closes
	 * with whoever stands below the root on its last day.
	 */
	private void subtreesAddUp(UnitId root, List<LocalDate> cuts, Actor reader, List<String> told) {
		if (!BEANS.examples.book.existed(root)) {
			return;
		}
		for (int i = 0; i + 1 < cuts.size(); i++) {
			LocalDate from = cuts.get(i);
			LocalDate to = cuts.get(i + 1).minusDays(1);
			Ledger ledger = as(reader, () -> BEANS.movements.of(root, from, to));
			assertThat(List.of(BEANS.examples.book.below(root, from.minusDays(1)), ledger.balanced(),
					BEANS.examples.book.below(root, to)))
				.as(() -> root + " " + ledger + " " + told)
				.isEqualTo(List.of(ledger.opening(), true, ledger.closing()));
		}
		if (cuts.size() > 1) {
			Ledger whole = as(reader, () -> BEANS.movements.of(root, cuts.getFirst(), cuts.getLast()));
			assertThat(whole.balanced()).as(() -> root + " " + whole + " " + told).isTrue();
		}
	}

	private Ministry live(List<Act> history, List<String> told) {
		Ministry ministry = BEANS.examples.two();
		Book book = BEANS.examples.book;
		List<UUID> executed = new ArrayList<>();
		int done = 0;
		for (Act act : history) {
			LocalDate day = BEGIN.plusDays(act.day());
			Map<String, String> before = book.figures(ministry.all(), DAYS.stream().filter(day::isAfter).toList());
			Map<String, String> all = book.figures(ministry.all(), DAYS);
			boolean undone = act.kind() == null && !act.transfer();
			try {
				act(ministry, act, day, executed);
				done++;
				told.add(day + " " + act);
			}
			catch (RuleViolation | NotFound refusal) {
				told.add(day + " " + act + " refused: " + refusal.getMessage());
				assertThat(book.figures(ministry.all(), DAYS)).as(told::toString).isEqualTo(all);
			}
			assertThat(book.contradictions(ministry.all())).as(told::toString).isEmpty();
			if (!undone) {
				assertThat(book.figures(ministry.all(), DAYS.stream().filter(day::isAfter).toList())).as(told::toString)
					.isEqualTo(before);
			}
		}
		Statistics.label("acts done").collect(done * 3 >= history.size() ? "a third or more" : "fewer");
		return ministry;
	}

	private void act(Ministry ministry, Act act, LocalDate day, List<UUID> executed) {
		List<UnitId> units = ministry.all().subList(1, ministry.all().size());
		UnitId one = units.get(act.first() % units.size());
		UnitId two = units.get(act.second() % units.size());
		if (act.transfer()) {
			MemberId member = someone(one, act.second());
			does(ministry.admin(), () -> BEANS.members.transfer(member, two, day, Decision.NONE));
			return;
		}
		if (act.kind() == null) {
			if (executed.isEmpty()) {
				throw new RuleViolation("nothing to undo");
			}
			UUID last = executed.removeLast();
			does(ministry.admin(), () -> BEANS.reorganisations.undo(last, BEANS.reorganisations.find(last).version()));
			return;
		}
		UnitId fresh = UnitId.next();
		Target founded = Target.founded(fresh, ministry.top(), facts("N" + ++this.codes));
		Step step = switch (act.kind()) {
			case ABSORB -> Step.of(Kind.ABSORB, List.of(one), Target.existing(two));
			case CONSOLIDATE -> Step.of(Kind.CONSOLIDATE, List.of(one, two), founded);
			case DIVIDE -> Step.of(Kind.DIVIDE, List.of(one), founded, Target.existing(two))
				.assigning(Assignment.listed(one, List.of(someone(one, 0)), fresh), Assignment.all(one, two));
			case SPLIT_OFF -> Step.of(Kind.SPLIT_OFF, List.of(one), founded)
				.assigning(Assignment.listed(one, List.of(someone(one, 0), someone(one, 1)), fresh));
			case END -> Step.of(Kind.END, List.of(one));
			case REOPEN -> Step.of(Kind.REOPEN, List.of(), Target.existing(one));
			case REPARENT -> Step.of(Kind.REPARENT, List.of(), Target.altered(one,
					(act.second() % 2 == 0) ? ministry.top() : ministry.other(), facts("N" + this.codes)));
			case DOWNGRADE ->
				Step.of(Kind.DOWNGRADE, List.of(), Target.altered(one, two, facts("N" + this.codes, "CDBP")));
			case RENAME, CHANGE -> Step.of(Kind.RENAME, List.of(), Target.altered(one, null, facts("N" + this.codes)));
			case FOUND -> Step.of(Kind.FOUND, List.of(), founded);
		};
		UUID id = BEANS.examples.draft(ministry.admin(), ministry.top(), day, step);
		BEANS.examples.confirm(ministry.admin(), id);
		executed.add(id);
		if (step.targets().contains(founded)) {
			ministry.all().add(fresh);
		}
	}

	private MemberId someone(UnitId unit, int skip) {
		return new MemberId(BEANS.examples.book.owner()
			.sql("select member_id from membership where unit_id = ? order by member_id, period offset ? limit 1")
			.params(unit.value(), skip % 7)
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new RuleViolation("nobody")));
	}

	@Provide
	Arbitrary<List<Act>> histories() {
		Arbitrary<Act> act = Combinators
			.combine(Arbitraries.of(Kind.class).injectNull(0.15), Arbitraries.integers().between(0, 9),
					Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 1400),
					Arbitraries.integers().between(0, 9))
			.as((kind, first, second, day, chance) -> new Act(chance < 3 ? null : kind, first, second, day,
					chance < 3));
		return act.list().ofMinSize(5).ofMaxSize(14);
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(0, 1440).list().ofSize(5).uniqueElements();
	}

	/** What the tests ask of the application. */
	@ReorganisationTest
	static class Beans {

		@Autowired
		private ReorganisationExamples examples;

		@Autowired
		private Reorganisations reorganisations;

		@Autowired
		private Members members;

		@Autowired
		private Movements movements;

	}

	/**
	 * Something done.
	 *
	 * @param kind what is decided; null with transfer moves one person, null without
	 * undoes the last decision
	 */
	record Act(@Nullable Kind kind, int first, int second, int day, boolean transfer) {
	}

}
