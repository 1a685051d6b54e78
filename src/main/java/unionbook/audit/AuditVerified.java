package unionbook.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.platform.CurrentActor;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/** The chains were checked. */
record AuditVerified(ChainChecks.State state) implements AuditedEvent {

	@Override
	public String action() {
		return "audit.verified";
	}

	@Override
	public String subjectKind() {
		return "audit";
	}

	@Override
	public @Nullable UUID subject() {
		return null;
	}

	@Override
	public @Nullable UnitId unit() {
		return CurrentActor.get().home().orElse(null);
	}

	@Override
	public Map<String, Change> changes() {
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("entries", new Change(null, String.valueOf(this.state.entries())));
		ChainChecks.Checked broken = this.state.broken();
		if (broken != null) {
			changes.put("broken", new Change(null, String.valueOf(broken.broken())));
		}
		return changes;
	}

}
