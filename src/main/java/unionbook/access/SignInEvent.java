package unionbook.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * Somebody signed in, or tried to.
 *
 * @param action what happened
 * @param subject the account, or null when the try failed
 * @param reason the name that was typed
 */
record SignInEvent(String action, @Nullable UUID subject, @Nullable String reason) implements AuditedEvent {

	static SignInEvent succeeded(String username, UUID account) {
		return new SignInEvent("account.signed-in", account, username);
	}

	static SignInEvent failed(String username) {
		return new SignInEvent("account.sign-in-refused", null, username);
	}

	@Override
	public String subjectKind() {
		return "account";
	}

	@Override
	public @Nullable UnitId unit() {
		return null;
	}

}
