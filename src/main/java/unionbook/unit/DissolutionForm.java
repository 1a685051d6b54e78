package unionbook.unit;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is typed to end a unit. */
class DissolutionForm extends DecisionForm {

	private @Nullable String confirmation;

	static DissolutionForm of(int version) {
		DissolutionForm form = new DissolutionForm();
		form.setVersion(version);
		return form;
	}

	/**
	 * An end cannot be taken back by a click, so the code of the unit is typed once more.
	 */
	void check(BindingResult errors, UnitRow unit) {
		check(errors);
		if (this.confirmation == null || !this.confirmation.equalsIgnoreCase(unit.code())) {
			errors.rejectValue("confirmation", "unit.dissolution.error.confirmation", new Object[] { unit.code() },
					null);
		}
	}

	public @Nullable String getConfirmation() {
		return this.confirmation;
	}

	public void setConfirmation(@Nullable String confirmation) {
		this.confirmation = confirmation;
	}

}
