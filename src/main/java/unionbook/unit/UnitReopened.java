package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/**
 * An ended unit lives again, by a new decision or because its end was taken back.
 *
 * @param unit the unit
 * @param effectiveOn the first day it exists again
 * @param decision by which decision, or the one taken back
 * @param undone whether its end was taken back: who closed rows because of it opens them
 * again
 */
public record UnitReopened(UnitId unit, LocalDate effectiveOn, Decision decision,
		boolean undone) implements AuditedEvent {

	@Override
	public String action() {
		return "unit.reopened";
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
		return this.undone ? Map.of("endsOn", new Change(this.effectiveOn.toString(), null)) : Map.of();
	}

}
