package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * A unit ends. Published in the transaction of the change, before the unit's facts are
 * closed: who keeps rows that live inside the unit closes them by the same day.
 *
 * @param unit the unit
 * @param effectiveOn the first day it no longer exists
 * @param decision by which decision
 */
public record UnitEnded(UnitId unit, LocalDate effectiveOn, Decision decision) implements AuditedEvent {

	@Override
	public String action() {
		return "unit.ended";
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

	@Override
	public Map<String, Change> changes() {
		return Map.of("endsOn", new Change(null, this.effectiveOn.toString()));
	}

}
