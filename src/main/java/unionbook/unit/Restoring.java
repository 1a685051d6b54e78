package unionbook.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.RuleViolation;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * Takes back what {@link Restructuring} did to units: what holds from a day on becomes
 * what it was.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Restoring {

	private final VersionRows versions;

	private final UnitReach reach;

	private final ApplicationEventPublisher events;

	Restoring(VersionRows versions, UnitReach reach, ApplicationEventPublisher events) {
		this.versions = versions;
		this.reach = reach;
		this.events = events;
	}

	/**
	 * Units a change touches: themselves and what stands below those that move.
	 * @param units units that end, change or live again
	 * @param day the first day of the new state
	 * @return these and all below them on that day or later
	 */
	public Set<UnitId> touched(Collection<UnitId> units, LocalDate day) {
		Set<UnitId> all = new LinkedHashSet<>(units);
		all.addAll(this.versions.below(units, day));
		return all;
	}

	/**
	 * What holds of some units on a day or later.
	 * @param units the units
	 * @param day the day
	 * @return text for {@link #restore}
	 */
	public String capture(Collection<UnitId> units, LocalDate day) {
		return this.versions.capture(units, day);
	}

	/**
	 * Units that came to stand below others and would lose their superior.
	 * @param units units to be restored or never to have been
	 * @param day the day
	 * @return what stands below them on that day or later and is not among them
	 */
	public List<UnitId> strangers(Collection<UnitId> units, LocalDate day) {
		return this.versions.below(units, day).stream().filter((unit) -> !units.contains(unit)).toList();
	}

	/**
	 * Puts everything back that holds on a day or later.
	 * @param units the units, new ones among them, which then never were
	 * @param ended those among them that ended
	 * @param captured what {@link #capture} gave
	 * @param day the day
	 * @param decision the paper taken back
	 * @throws RuleViolation if a code is taken meanwhile
	 */
	public void restore(Collection<UnitId> units, Collection<UnitId> ended, String captured, LocalDate day,
			Decision decision) {
		try {
			this.versions.restore(units, captured, day);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("unit.error.restore");
		}
		ended.forEach((unit) -> this.events.publishEvent(new UnitReopened(unit, day, decision, true)));
	}

	/**
	 * Takes back that a successor and its superiors reach a unit; it goes last.
	 * @param unit the unit whose people went there
	 * @param path the superiors of the successor and itself
	 */
	public void unsucceed(UnitId unit, Collection<UUID> path) {
		this.reach.unfollow(unit, path);
	}

}
