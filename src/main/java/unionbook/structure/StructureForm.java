package unionbook.structure;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import unionbook.shared.Decision;

/** A sheet to be loaded, from which day, and by which decision if there is one. */
class StructureForm {

	private @Nullable MultipartFile file;

	@Size(max = 50)
	private @Nullable String decisionNumber;

	private @Nullable LocalDate decisionSignedOn;

	@Size(max = 100)
	private @Nullable String decisionSigner;

	@NotNull
	private @Nullable LocalDate effectiveOn;

	static StructureForm from(LocalDate day) {
		StructureForm form = new StructureForm();
		form.effectiveOn = day;
		return form;
	}

	Decision decision() {
		return new Decision(this.decisionNumber, this.decisionSignedOn, this.decisionSigner);
	}

	LocalDate day() {
		return Objects.requireNonNull(this.effectiveOn);
	}

	public @Nullable MultipartFile getFile() {
		return this.file;
	}

	public void setFile(@Nullable MultipartFile file) {
		this.file = file;
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
