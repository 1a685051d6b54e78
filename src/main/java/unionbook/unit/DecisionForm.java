package unionbook.unit;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.shared.Decision;

/**
 * The decision behind a change, its day, and the state of the unit the change was typed
 * for.
 */
abstract class DecisionForm {

	@Size(max = 50)
	private @Nullable String decisionNumber;

	private @Nullable LocalDate decisionSignedOn;

	@Size(max = 100)
	private @Nullable String decisionSigner;

	private @Nullable LocalDate effectiveOn;

	private int version;

	/**
	 * Says at the fields what a decision needs; an unreadable day has been told already.
	 */
	void check(BindingResult errors) {
		if (this.decisionNumber == null && !errors.hasFieldErrors("decisionNumber")) {
			errors.rejectValue("decisionNumber", "unit.error.decision");
		}
		if (this.effectiveOn == null && !errors.hasFieldErrors("effectiveOn")) {
			errors.rejectValue("effectiveOn", "unit.error.effectiveOn");
		}
	}

	Decision decision() {
		return new Decision(this.decisionNumber, this.decisionSignedOn, this.decisionSigner);
	}

	/** The day of effect. To be called on a form without errors. */
	LocalDate day() {
		return Objects.requireNonNull(this.effectiveOn);
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

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

}
