package unionbook.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import unionbook.platform.CurrentActor;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * The log left the application as a file.
 *
 * @param query what was asked for
 * @param format the kind of file
 * @param rows how many lines are in it
 */
record AuditExported(AuditQuery query, String format, long rows) implements AuditedEvent {

	@Override
	public String action() {
		return "audit.exported";
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
		changes.put("format", new Change(null, this.format));
		changes.put("rows", new Change(null, String.valueOf(this.rows)));
		changes.put("filter", new Change(null,
				this.query.texts().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "))));
		return changes;
	}

}
