package unionbook.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.platform.AccessRefused;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * An attempt was refused.
 *
 * @param refused what was asked and answered
 * @param unit the unit the actor starts from, or null for an operator
 * @param times how often, in the minute before
 */
record AccessDenied(AccessRefused refused, @Nullable UnitId unit, int times) implements AuditedEvent {

	@Override
	public String action() {
		return "access.denied";
	}

	@Override
	public String subjectKind() {
		return "address";
	}

	@Override
	public @Nullable UUID subject() {
		return null;
	}

	@Override
	public String reason() {
		return this.refused.address();
	}

	@Override
	public Map<String, Change> changes() {
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("answer", new Change(null, String.valueOf(this.refused.status())));
		if (this.times > 1) {
			changes.put("times", new Change(null, String.valueOf(this.times)));
		}
		return changes;
	}

}
