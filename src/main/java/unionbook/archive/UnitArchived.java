package unionbook.archive;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * A unit left the application as an archive.
 *
 * @param unit the unit
 * @param day the day of the archive
 * @param rows how many rows of tables were sent
 * @param manifest the SHA-256 of the list of its parts, or null when the reader broke off
 */
record UnitArchived(UnitId unit, LocalDate day, long rows, @Nullable String manifest) implements AuditedEvent {

	@Override
	public String action() {
		return "unit.archived";
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
	public LocalDate effectiveOn() {
		return this.day;
	}

	@Override
	public Map<String, Change> changes() {
		Map<String, Change> changes = new LinkedHashMap<>();
		changes.put("format", new Change(null, "zip"));
		changes.put("rows", new Change(null, String.valueOf(this.rows)));
		changes.put("manifest", new Change(null, this.manifest));
		return changes;
	}

}
