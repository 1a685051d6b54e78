package unionbook.emulation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * A pledge or an addendum was signed and its text frozen.
 *
 * @param pledge the pledge
 * @param unit whose it is
 * @param effectiveOn the day it was signed, or null when it is not known
 * @param fingerprint the fingerprint of the frozen text
 */
public record PledgeSigned(PledgeId pledge, UnitId unit, @Nullable LocalDate effectiveOn,
		String fingerprint) implements AuditedEvent {

	@Override
	public String action() {
		return "pledge.signed";
	}

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
		return Map.of("fingerprint", new Change(null, this.fingerprint));
	}

}
