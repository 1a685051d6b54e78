package unionbook.committee;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;

/**
 * A term or a seat of a body changed, or people of it left the application as a file.
 *
 * @param term the term
 * @param unit the unit that answers for it
 * @param action what happened, such as committee.seated
 * @param effectiveOn the day from which it holds, or null
 * @param reason the decision or the reason, or null
 * @param changes what changed, by field
 */
record CommitteeChanged(TermId term, UnitId unit, String action, @Nullable LocalDate effectiveOn,
		@Nullable String reason, Map<String, Change> changes) implements AuditedEvent {

	@Override
	public String subjectKind() {
		return "committee";
	}

	@Override
	public UUID subject() {
		return this.term.value();
	}

}
