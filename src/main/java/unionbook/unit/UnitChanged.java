package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/** A unit got other facts from a day on, by a decision. */
record UnitChanged(UnitId unit, Map<String, Change> changes, LocalDate effectiveOn,
		Decision decision) implements AuditedEvent {

	@Override
	public String action() {
		return "unit.changed";
	}

	@Override
	public String subjectKind() {
		return "unit";
	}

	@Override
	public UUID subject() {
		return this.unit.value();
	}

	@Override
	public @Nullable String reason() {
		return this.decision.number();
	}

}
