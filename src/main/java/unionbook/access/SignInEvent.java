package unionbook.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * Somebody signed in or out, or tried to.
 *
 * @param action what happened
 * @param subject the account, or null when the name is nobody's
 * @param unit the unit the account starts from, or null
 * @param reason how an unknown name began, or null
 */
record SignInEvent(String action, @Nullable UUID subject, @Nullable UnitId unit,
		@Nullable String reason) implements AuditedEvent {

	@Override
	public String subjectKind() {
		return "account";
	}

}
