package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.DayClock;
import unionbook.platform.RuleViolation;
import unionbook.shared.UnitId;
import unionbook.unit.UnitEnded;
import unionbook.unit.UnitReopened;

/**
 * With a unit its pledges of that year and later end: what is signed is closed, a draft
 * is called off. A pledge of a year that was over still waits for its results.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnitsEnd {

	private final PledgeRepository pledges;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	UnitsEnd(PledgeRepository pledges, DayClock clock, ApplicationEventPublisher events) {
		this.pledges = pledges;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * A closed pledge takes no more results, so a unit that ends later keeps its pledges
	 * until then; they are told as open before the decision, and {@link OverdueEnds}
	 * comes back to them.
	 */
	@EventListener
	void on(UnitEnded ended) {
		LocalDate day = ended.effectiveOn();
		if (day.isAfter(this.clock.today())) {
			return;
		}
		end(ended.unit(), day, ended.decision().number());
	}

	/** Ends the pledges of a unit that is no more. */
	void end(UnitId unit, LocalDate day, @Nullable String decision) {
		for (Pledge pledge : this.pledges.findRunning(unit.value(), day.getYear())) {
			PledgeStatus before = pledge.facts().status();
			pledge.endWithUnit(day, decision);
			publish(before.open() ? "pledge.cancelled" : "pledge.closed", pledge, day, decision, before);
		}
	}

	/** Exactly what its end had closed goes on. */
	@EventListener
	void on(UnitReopened reopened) {
		if (!reopened.undone()) {
			return;
		}
		LocalDate day = reopened.effectiveOn();
		List<Pledge> ended = this.pledges.findEndedWithUnit(reopened.unit().value(), day);
		for (Pledge pledge : ended) {
			PledgeStatus before = pledge.facts().status();
			pledge.goOn();
			publish("pledge.reopened", pledge, day, reopened.reason(), before);
		}
	}

	private void publish(String action, Pledge pledge, LocalDate day, @Nullable String reason, PledgeStatus before) {
		try {
			this.pledges.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("emulation.rule.reopening", pledge.facts().code());
		}
		this.events.publishEvent(new PledgeEnded(pledge.id(), pledge.unit(), action, day, reason, before.name(),
				pledge.facts().status().name()));
	}

}
