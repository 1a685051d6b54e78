package unionbook.committee;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import unionbook.platform.DecisionForm;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;

/** The decision behind an act, its day, and the state of the term it was typed for. */
abstract class ActForm extends DecisionForm {

	private int version;

	/** Old papers may be lost, but the day is always asked for. */
	void checkDay(BindingResult errors) {
		require(errors, getEffectiveOn(), "effectiveOn", "committee.error.day");
	}

	/**
	 * Does what the form asks for; what stands in the way is told on the form.
	 * @param now the state of the term now
	 * @return null when it is done, else the status the form comes back with
	 */
	@Nullable HttpStatus attempt(Runnable act, BindingResult errors, int now) {
		if (!errors.hasErrors()) {
			try {
				act.run();
				return null;
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
			catch (StaleVersion stale) {
				this.version = now;
				errors.reject("committee.error.stale");
				return HttpStatus.CONFLICT;
			}
		}
		return HttpStatus.UNPROCESSABLE_CONTENT;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

}
