package unionbook.platform;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import unionbook.shared.Decision;

/**
 * The decision behind a change and its day: what {@code layout/decision} asks for. What
 * of it must be there is said by the forms.
 */
public abstract class DecisionForm {

	@Size(max = 50)
	private @Nullable String decisionNumber;

	private @Nullable LocalDate decisionSignedOn;

	@Size(max = 100)
	private @Nullable String decisionSigner;

	private @Nullable LocalDate effectiveOn;

	/**
	 * The decision as typed.
	 * @return it, {@link Decision#NONE} if nothing was typed
	 */
	public Decision decision() {
		return new Decision(this.decisionNumber, this.decisionSignedOn, this.decisionSigner);
	}

	/**
	 * The first day it holds. To be called on a form without errors.
	 * @return the day
	 */
	public LocalDate day() {
		return Objects.requireNonNull(this.effectiveOn);
	}

	/**
	 * Says at a field that it is missing, unless it was unreadable and that was told.
	 * @param errors takes the error
	 * @param value what was typed, or null
	 * @param field the name of the field
	 * @param key the message
	 */
	protected static void require(Errors errors, @Nullable Object value, String field, String key) {
		if (value == null && !errors.hasFieldErrors(field)) {
			errors.rejectValue(field, key);
		}
	}

	public @Nullable String getDecisionNumber() {
		return this.decisionNumber;
	}

	public void setDecisionNumber(@Nullable String decisionNumber) {
		this.decisionNumber = decisionNumber;
	}

	public @Nullable LocalDate getDecisionSignedOn() {
		return this.decisionSignedOn;
	}

	public void setDecisionSignedOn(@Nullable LocalDate decisionSignedOn) {
		this.decisionSignedOn = decisionSignedOn;
	}

	public @Nullable String getDecisionSigner() {
		return this.decisionSigner;
	}

	public void setDecisionSigner(@Nullable String decisionSigner) {
		this.decisionSigner = decisionSigner;
	}

	public @Nullable LocalDate getEffectiveOn() {
		return this.effectiveOn;
	}

	public void setEffectiveOn(@Nullable LocalDate effectiveOn) {
		this.effectiveOn = effectiveOn;
	}

}
