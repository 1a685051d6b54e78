package unionbook.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.shared.Decision;

/**
 * What is typed to have a list written.
 *
 * @param kind how new people come in
 * @param mode ALL or VALID
 * @param effectiveOn the first day it holds
 * @param decisionNumber the decision behind it
 * @param decisionSignedOn the day it was signed
 * @param decisionSigner who signed it
 */
record ConfirmForm(@NotBlank @Nullable String kind, @NotBlank @Nullable String mode,
		@NotNull @Nullable LocalDate effectiveOn, @Size(max = 50) @Nullable String decisionNumber,
		@PastOrPresent @Nullable LocalDate decisionSignedOn, @Size(max = 100) @Nullable String decisionSigner) {

	static final List<String> MODES = List.of("ALL", "VALID");

	/** Decisions are entered after the fact or shortly before. */
	void check(BindingResult errors, List<String> kinds, LocalDate today) {
		if (this.kind != null && !kinds.contains(this.kind)) {
			errors.rejectValue("kind", "imports.rule.choose");
		}
		if (this.mode != null && !MODES.contains(this.mode)) {
			errors.rejectValue("mode", "imports.rule.choose");
		}
		if (this.effectiveOn != null && this.effectiveOn.isAfter(today.plusYears(1))) {
			errors.rejectValue("effectiveOn", "imports.rule.tooFar");
		}
	}

	ImportRun.Confirmed confirmed() {
		return new ImportRun.Confirmed(Objects.requireNonNull(this.kind), "ALL".equals(this.mode),
				Objects.requireNonNull(this.effectiveOn),
				new Decision(this.decisionNumber, this.decisionSignedOn, this.decisionSigner));
	}

}
