package unionbook.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/** A unit was founded. */
record UnitFounded(UnitId unit, UnitFacts facts, @Nullable UnitId parent, LocalDate effectiveOn,
		Decision decision) implements AuditedEvent {

	@Override
	public String action() {
		return "unit.founded";
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
		Map<String, @Nullable Object> after = this.facts.fields();
		after.put("parent", this.parent);
		return Change.between(Map.of(), after);
	}

}
