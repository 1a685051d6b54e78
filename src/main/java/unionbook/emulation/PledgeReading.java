package unionbook.emulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.emulation.PledgePage.Addendum;
import unionbook.emulation.PledgePage.Step;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Reads one pledge for the pages that show, print or write it. */
@Service
@Transactional(readOnly = true)
class PledgeReading {

	private final PledgeRepository pledges;

	private final ResultRepository results;

	private final UnitScope scope;

	private final Units units;

	private final DayClock clock;

	private final Wording wording;

	PledgeReading(PledgeRepository pledges, ResultRepository results, UnitScope scope, Units units, DayClock clock,
			Wording wording) {
		this.pledges = pledges;
		this.results = results;
		this.scope = scope;
		this.units = units;
		this.clock = clock;
		this.wording = wording;
	}

	/**
	 * A pledge with everything that belongs to it.
	 * @param id the pledge
	 * @return what its page shows
	 * @throws NotFound if it does not exist or its unit is not reached
	 */
	PledgePage page(PledgeId id) {
		Pledge pledge = find(id);
		PledgeFacts facts = pledge.facts();
		PledgeText text = pledge.text();
		LocalDate day = day(facts, text);
		UnitRow unit = this.units.find(pledge.unit(), day);
		List<UnitRow> lineage = this.units.lineage(unit, day);
		List<BoardRow> board = board(pledge);
		List<Addendum> addenda = this.pledges.findAddenda(id.value()).stream().map(Addendum::of).toList();
		Addendum original = (facts.amends() == null) ? null : Addendum.of(find(facts.amends()));
		return new PledgePage(facts, text, pledge.integrity(), unit,
				(lineage.size() > 1) ? lineage.get(lineage.size() - 2).name() : null, board, original, addenda,
				steps(facts, text, board, addenda), this.scope.may(Right.WRITE_PLEDGES, pledge.unit()));
	}

	/**
	 * A pledge for somebody who is about to change it.
	 * @param id the pledge
	 * @return what its page shows
	 * @throws NotFound if it does not exist or its unit is not reached
	 */
	PledgePage pageToWrite(PledgeId id) {
		this.scope.require(Right.WRITE_PLEDGES, find(id).unit());
		return page(id);
	}

	/** The recorded results of one period, by target. */
	Map<UUID, TargetResult> results(PledgeId id, ResultPeriod period) {
		List<UUID> targets = find(id).targets().stream().map(Target::id).toList();
		return this.results.findByTargetIdInAndPeriod(targets, period)
			.stream()
			.collect(Collectors.toMap(TargetResult::target, Function.identity()));
	}

	private Pledge find(PledgeId id) {
		Pledge pledge = this.pledges.findById(id.value()).orElseThrow(NotFound::new);
		this.scope.require(pledge.unit());
		return pledge;
	}

	/**
	 * The unit is called what it was called at the signing, or at the end of the year.
	 */
	private LocalDate day(PledgeFacts facts, PledgeText text) {
		LocalDate end = ResultPeriod.YEAR.lastDay(facts.year());
		LocalDate today = this.clock.today();
		return Objects.requireNonNullElse(text.signedOn(), end.isBefore(today) ? end : today);
	}

	private List<BoardRow> board(Pledge pledge) {
		List<Target> targets = pledge.targets();
		Map<UUID, Map<ResultPeriod, ResultText>> recorded = this.results
			.findByTargetIdIn(targets.stream().map(Target::id).toList())
			.stream()
			.collect(Collectors.groupingBy(TargetResult::target,
					Collectors.toMap(TargetResult::period, TargetResult::text)));
		return targets.stream().map((target) -> row(target, recorded.getOrDefault(target.id(), Map.of()))).toList();
	}

	private BoardRow row(Target target, Map<ResultPeriod, ResultText> recorded) {
		TargetText text = target.text();
		return new BoardRow(target.id(), target.seq(), text, this.wording.plan(text),
				outcome(text, ResultPeriod.H1, recorded.get(ResultPeriod.H1)),
				outcome(text, ResultPeriod.YEAR, recorded.get(ResultPeriod.YEAR)));
	}

	private @Nullable Outcome outcome(TargetText target, ResultPeriod period, @Nullable ResultText result) {
		return (result == null) ? null : this.wording.outcome(target, period, result);
	}

	private static List<Step> steps(PledgeFacts facts, PledgeText text, List<BoardRow> board, List<Addendum> addenda) {
		List<Step> steps = new ArrayList<>();
		if (facts.endedOn() != null) {
			steps.add(new Step(facts.endedOn(), "DAY", new Sentence("emulation.step." + facts.status())));
		}
		addResults(steps, "emulation.step.YEAR", board, BoardRow::year);
		addResults(steps, "emulation.step.H1", board, BoardRow::halfYear);
		addenda.stream()
			.filter((addendum) -> !addendum.facts().status().open())
			.forEach((addendum) -> steps.add(new Step(addendum.text().signedOn(), addendum.text().signedDatePrecision(),
					new Sentence("emulation.step.addendum", addendum.facts().code()))));
		steps.sort(Comparator.comparing(Step::day, Comparator.nullsLast(Comparator.reverseOrder())));
		if (!facts.status().open() && (facts.fingerprint() != null || facts.status() != PledgeStatus.CANCELLED)) {
			steps.add(new Step(text.signedOn(), text.signedDatePrecision(),
					new Sentence("emulation.step." + ((facts.fingerprint() == null) ? "entered" : "signed"))));
		}
		return steps;
	}

	private static void addResults(List<Step> steps, String key, List<BoardRow> board,
			Function<BoardRow, @Nullable Outcome> result) {
		List<Outcome> reported = board.stream().map(result).filter(Objects::nonNull).toList();
		reported.stream()
			.map((outcome) -> outcome.result().asOf())
			.max(Comparator.naturalOrder())
			.ifPresent((day) -> steps.add(new Step(day, "DAY", new Sentence(key, reported.size(), board.size()))));
	}

}
