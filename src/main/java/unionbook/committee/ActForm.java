package unionbook.committee;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.shared.Decision;

/** The decision behind an act, its day, and the state of the term it was typed for. */
abstract class ActForm {

	private int version;

	@Size(max = 50)
	private @Nullable String decisionNumber;

	private @Nullable LocalDate decisionSignedOn;

	@Size(max = 100)
	private @Nullable String decisionSigner;

	private @Nullable LocalDate effectiveOn;

	/** Old papers may be lost, but the day is always asked for. */
	void checkDay(BindingResult errors) {
		if (this.effectiveOn == null && !errors.hasFieldErrors("effectiveOn")) {
			errors.rejectValue("effectiveOn", "committee.error.day");
		}
	}

	Decision decision() {
		return new Decision(this.decisionNumber, this.decisionSignedOn, this.decisionSigner);
	}

	/** The day of effect. To be called on a form without errors. */
	LocalDate day() {
		return Objects.requireNonNull(this.effectiveOn);
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
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
