package unionbook.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read, with the names of what it names where the reader may know them.
 * It leads a line when it knows the size of its group.
 */
record AuditLine(UUID id, Instant recordedAt, String actor, @Nullable String actorName, @Nullable String grantRole,
		@Nullable String grantUnit, @Nullable String address, @Nullable String requestId, String action,
		String subjectKind, @Nullable UUID subjectId, @Nullable String subjectName, @Nullable String unitName,
		@Nullable LocalDate effectiveOn, @Nullable String reason, String changes, @Nullable Integer groupSize) {

	AuditQuery.Cursor place() {
		return new AuditQuery.Cursor(this.recordedAt, this.id);
	}

}
