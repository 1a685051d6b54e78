package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * A typing error in the facts of a unit was put right, from the day those facts began.
 */
record UnitCorrected(UnitId unit, Map<String, Change> changes, LocalDate effectiveOn) implements AuditedEvent {

	@Override
	public String action() {
		return "unit.corrected";
	}

	@Override
	public String subjectKind() {
		return "unit";
	}

	@Override
	public UUID subject() {
		return this.unit.value();
	}

}
