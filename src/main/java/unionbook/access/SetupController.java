package unionbook.access;

import java.beans.PropertyEditorSupport;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Flash;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.shared.UnitId;

/** The single-use page that makes the first administrator. */
@Controller
class SetupController {

	private static final String FORM = "form";

	private final SetupLink link;

	private final Setup setup;

	SetupController(SetupLink link, Setup setup) {
		this.link = link;
		this.setup = setup;
	}

	/** A password is taken as it was typed. */
	@InitBinder(FORM)
	void keepPasswords(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, "password", new AsTyped());
		binder.registerCustomEditor(String.class, "passwordAgain", new AsTyped());
	}

	@GetMapping("/setup/{token}")
	String form(@PathVariable String token, Model model) {
		require(token);
		model.addAttribute(FORM, new SetupForm());
		return "access/setup";
	}

	@PostMapping("/setup/{token}")
	String make(@PathVariable String token, @Valid @ModelAttribute(FORM) SetupForm form, BindingResult errors,
			HttpServletResponse response, RedirectAttributes flash) {
		require(token);
		if (!errors.hasErrors() && !form.passwordRepeated()) {
			errors.rejectValue("passwordAgain", "access.setup.password.differs");
		}
		if (!errors.hasErrors()) {
			try {
				UnitId unit = UnitId.next();
				CurrentActor.runAs(Actor.system("setup", unit), () -> {
					this.setup.make(unit, form);
					return unit;
				});
				this.link.forget();
				return Flash.notice(flash, "access.setup.done", "/login");
			}
			catch (RuleViolation ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "access/setup";
	}

	private void require(String token) {
		if (!this.link.opens(token)) {
			throw new NotFound();
		}
	}

	private static final class AsTyped extends PropertyEditorSupport {

		@Override
		public void setAsText(@Nullable String text) {
			setValue(text);
		}

	}

}
