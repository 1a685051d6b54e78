package unionbook.emulation;

import java.time.LocalDate;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.emulation.PledgeList.Counts;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Tells other modules where the pledges of a year stand. */
@Service
@Transactional(readOnly = true)
public class Pledges {

	private final PledgeRegister register;

	private final Units units;

	private final DayClock clock;

	Pledges(PledgeRegister register, Units units, DayClock clock) {
		this.register = register;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * Counts the pledges of a year below a unit, among the grassroots unions living at
	 * the end of that year, or today while it runs.
	 * @param root the unit; a grassroots union counts itself
	 * @param year the year
	 * @return the counts
	 * @throws NotFound if the actor does not reach the unit
	 */
	public PledgeSummary summary(UnitId root, int year) {
		LocalDate day = PledgeRegister.day(year, this.clock.today());
		UnitRow unit = this.units.find(root, day);
		Counts counts = this.register.counts(root, year, day);
		String ministry = this.register.ministry(unit, year, day)
			.stream()
			.map(PledgeRow::state)
			.filter((state) -> !PledgeFilter.State.NONE.name().equals(state))
			.findFirst()
			.orElse(null);
		return new PledgeSummary(year, counts.signed(), counts.drafts(), counts.units(), ministry);
	}

}
