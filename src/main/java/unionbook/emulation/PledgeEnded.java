package unionbook.emulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * The year of a pledge was closed, or the pledge was called off; or it goes on because
 * the end of its unit was taken back.
 *
 * @param pledge the pledge
 * @param unit whose it is
 * @param action pledge.closed, pledge.cancelled or pledge.reopened
 * @param effectiveOn since when
 * @param reason why, or null
 * @param before where it stood before
 * @param after where it stands now
 */
public record PledgeEnded(PledgeId pledge, UnitId unit, String action, LocalDate effectiveOn, @Nullable String reason,
		String before, String after) implements AuditedEvent {

	@Override
	public String subjectKind() {
		return "pledge";
	}

	@Override
	public UUID subject() {
		return this.pledge.value();
	}

	@Override
	public Map<String, Change> changes() {
		return Map.of("status", new Change(this.before, this.after));
	}

}
