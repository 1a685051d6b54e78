package unionbook.emulation;

import java.util.Map;
import java.util.UUID;

import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * A pledge or an addendum was drafted, or its draft was written anew.
 *
 * @param pledge the pledge
 * @param unit whose it is
 * @param action pledge.drafted, pledge.addendum or pledge.changed
 * @param changes what changed, by field
 */
public record PledgeChanged(PledgeId pledge, UnitId unit, String action,
		Map<String, Change> changes) implements AuditedEvent {

	@Override
	public String subjectKind() {
		return "pledge";
	}

	@Override
	public UUID subject() {
		return this.pledge.value();
	}

}
