package unionbook.emulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.AuditedEvent.Change;

/** Records what was reached of the targets of a signed pledge. */
@Service
@Transactional
class ResultWriting {

	private final PledgeRepository pledges;

	private final ResultRepository results;

	private final UnitScope scope;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	ResultWriting(PledgeRepository pledges, ResultRepository results, UnitScope scope, DayClock clock,
			ApplicationEventPublisher events) {
		this.pledges = pledges;
		this.results = results;
		this.scope = scope;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Records the results of a period, all or none. Lines that say what is already
	 * recorded change nothing; a line that says nothing takes its result back.
	 * @param id the pledge
	 * @param period the period
	 * @param asOf the day they were counted on
	 * @param lines the results by target
	 * @return how many results changed
	 * @throws ResultConflict if somebody else recorded one of them in between
	 */
	int record(PledgeId id, ResultPeriod period, LocalDate asOf, List<Line> lines) {
		Pledge pledge = this.pledges.findForResults(id.value()).orElseThrow(NotFound::new);
		this.scope.require(Right.WRITE_PLEDGES, pledge.unit());
		requireOpen(pledge.facts(), period, asOf);
		Map<UUID, Target> targets = pledge.targets()
			.stream()
			.collect(Collectors.toMap(Target::id, Function.identity()));
		Map<UUID, TargetResult> recorded = this.results.findByTargetIdInAndPeriod(targets.keySet(), period)
			.stream()
			.collect(Collectors.toMap(TargetResult::target, Function.identity()));
		requireFresh(lines, recorded);
		Map<String, Change> changes = new LinkedHashMap<>();
		int changed = 0;
		for (Line line : lines) {
			Target target = Objects.requireNonNullElseGet(targets.get(line.target()), () -> {
				throw new NotFound();
			});
			changed += record(pledge, target, period, line.text(), recorded.get(line.target()), changes);
		}
		if (changed > 0) {
			this.results.flush();
			String reason = lines.stream()
				.map((line) -> line.text().manualReason())
				.filter(Objects::nonNull)
				.distinct()
				.collect(Collectors.joining("; "));
			this.events.publishEvent(new PledgeResultRecorded(pledge.id(), pledge.unit(), asOf,
					reason.isEmpty() ? null : reason, changes));
		}
		return changed;
	}

	private int record(Pledge pledge, Target target, ResultPeriod period, ResultText text,
			@Nullable TargetResult recorded, Map<String, Change> changes) {
		boolean nothing = text.reached().nothing() && text.explanation() == null;
		if ((recorded == null) ? nothing : recorded.text().sameAs(text)) {
			return 0;
		}
		Map<String, @Nullable Object> before = (recorded == null) ? Map.of() : recorded.text().values();
		Differences.between(before, nothing ? Map.of() : text.values())
			.forEach((field, change) -> changes.put("target." + target.seq() + '.' + period + '.' + field, change));
		if (recorded == null) {
			this.results.save(new TargetResult(target.id(), pledge.unit(), period, text));
		}
		else if (nothing) {
			this.results.delete(recorded);
		}
		else {
			recorded.correct(text);
		}
		return 1;
	}

	private void requireOpen(PledgeFacts pledge, ResultPeriod period, LocalDate asOf) {
		if (!pledge.status().running()) {
			throw new RuleViolation("emulation.rule.results." + (pledge.status().open() ? "unsigned" : "ended"));
		}
		if (asOf.isAfter(this.clock.today())) {
			throw new RuleViolation("emulation.rule.results.future").onField("asOf");
		}
		if (asOf.getYear() < pledge.year() || (period == ResultPeriod.H1 && asOf.getYear() > pledge.year())) {
			throw new RuleViolation("emulation.rule.results.year", String.valueOf(pledge.year())).onField("asOf");
		}
	}

	private static void requireFresh(List<Line> lines, Map<UUID, TargetResult> recorded) {
		Set<UUID> stale = new HashSet<>();
		for (Line line : lines) {
			TargetResult result = recorded.get(line.target());
			boolean seen = (result == null) ? line.seen() == null
					: Objects.equals(line.seen(), result.version()) || result.text().sameAs(line.text());
			if (!seen) {
				stale.add(line.target());
			}
		}
		if (!stale.isEmpty()) {
			throw new ResultConflict(stale);
		}
	}

	/**
	 * The result of one target.
	 *
	 * @param target the target
	 * @param seen the version of the recorded result the writer saw, or null for none
	 * @param text what to record
	 */
	record Line(UUID target, @Nullable Integer seen, ResultText text) {
	}

}
