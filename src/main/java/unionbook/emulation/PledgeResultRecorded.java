package unionbook.emulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * The result of a target was recorded, corrected or taken back.
 *
 * @param pledge the pledge
 * @param unit whose it is
 * @param effectiveOn the day it was counted on
 * @param reason why another whole than the registers' was used, or null
 * @param changes what changed, by target, period and field
 */
public record PledgeResultRecorded(PledgeId pledge, UnitId unit, LocalDate effectiveOn, @Nullable String reason,
		Map<String, Change> changes) implements AuditedEvent {

	@Override
	public String action() {
		return "pledge.result";
	}

	@Override
	public String subjectKind() {
		return "pledge";
	}

	@Override
	public UUID subject() {
		return this.pledge.value();
	}

}
