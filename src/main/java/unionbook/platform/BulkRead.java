package unionbook.platform;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * An account opened more pages in a minute than a person reads.
 *
 * @param subject the account
 * @param unit the unit the account starts from, or null
 */
record BulkRead(@Nullable UUID subject, @Nullable UnitId unit) implements AuditedEvent {

	@Override
	public String action() {
		return "account.bulk-read";
	}

	@Override
	public String subjectKind() {
		return "account";
	}

}
