package unionbook.committee;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The end of a seat or of a term: why, by which decision, on which day. */
class EndForm extends ActForm {

	private @Nullable EndReason reason;

	@Size(max = 500)
	private @Nullable String note;

	/** A seat ends for one of the known reasons. */
	void checkSeat(BindingResult errors) {
		checkDay(errors);
		if (this.reason == null || !EndReason.GIVEN.contains(this.reason)) {
			errors.rejectValue("reason", "committee.error.choose");
		}
	}

	/** A term ends for a reason in words. */
	void checkTerm(BindingResult errors) {
		checkDay(errors);
		if (this.note == null) {
			errors.rejectValue("note", "committee.error.why");
		}
	}

	public @Nullable EndReason getReason() {
		return this.reason;
	}

	public void setReason(@Nullable EndReason reason) {
		this.reason = reason;
	}

	public @Nullable String getNote() {
		return this.note;
	}

	public void setNote(@Nullable String note) {
		this.note = note;
	}

}
