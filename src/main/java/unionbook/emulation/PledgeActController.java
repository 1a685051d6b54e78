package unionbook.emulation;

import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.platform.Codes;
import unionbook.platform.Flash;
import unionbook.platform.RuleViolation;
import unionbook.platform.TextEditor;

/** Signs, amends, closes and cancels a pledge. */
@Controller
class PledgeActController {

	private final PledgeReading reading;

	private final PledgeWriting writing;

	private final Codes codes;

	PledgeActController(PledgeReading reading, PledgeWriting writing, Codes codes) {
		this.reading = reading;
		this.writing = writing;
		this.codes = codes;
	}

	@InitBinder("form")
	void longTexts(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, "reason", new TextEditor(true));
	}

	@GetMapping("/pledges/{id}/signature")
	ModelAndView signing(@PathVariable PledgeId id) {
		PledgePage page = this.reading.pageToWrite(id);
		if (!page.facts().status().open()) {
			throw new RuleViolation("emulation.rule.frozen");
		}
		SigningForm form = new SigningForm();
		form.setVersion(page.facts().version());
		form.setSignedOn(page.text().signedOn());
		form.setSignedDatePrecision(page.text().signedDatePrecision());
		return signing(page).addObject("form", form);
	}

	@PostMapping("/pledges/{id}/signature")
	Object sign(@PathVariable PledgeId id, @ModelAttribute("form") SigningForm form, BindingResult errors,
			RedirectAttributes attributes) {
		PledgePage page = this.reading.pageToWrite(id);
		String precision = Objects.requireNonNullElse(form.getSignedDatePrecision(), "DAY");
		if (!this.codes.has("date_precision", precision)) {
			errors.rejectValue("signedDatePrecision", "emulation.error.choose");
		}
		if (!errors.hasErrors()) {
			try {
				this.writing.sign(id, seen(form.getVersion()), form.getSignedOn(), precision);
				return Flash.notice(attributes, "emulation.signed", page.facts().href());
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView view = signing(page);
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	@PostMapping("/pledges/{id}/addenda")
	String amend(@PathVariable PledgeId id, RedirectAttributes attributes) {
		PledgeId addendum = this.writing.addendum(id);
		return Flash.notice(attributes, "emulation.amended", "/pledges/" + addendum + "/edit");
	}

	@PostMapping("/pledges/{id}/closure")
	String close(@PathVariable PledgeId id, @RequestParam(defaultValue = "-1") int version,
			RedirectAttributes attributes) {
		this.writing.close(id, version);
		return Flash.notice(attributes, "emulation.closed", "/pledges/" + id);
	}

	@GetMapping("/pledges/{id}/cancellation")
	ModelAndView cancelling(@PathVariable PledgeId id) {
		PledgePage page = this.reading.pageToWrite(id);
		CancellationForm form = new CancellationForm();
		form.setVersion(page.facts().version());
		return new ModelAndView("emulation/cancel").addObject("page", page).addObject("form", form);
	}

	@PostMapping("/pledges/{id}/cancellation")
	Object cancel(@PathVariable PledgeId id, @Valid @ModelAttribute("form") CancellationForm form, BindingResult errors,
			RedirectAttributes attributes) {
		PledgePage page = this.reading.pageToWrite(id);
		if (!errors.hasErrors()) {
			try {
				this.writing.cancel(id, seen(form.getVersion()), Objects.requireNonNull(form.getReason()),
						form.getDecision());
				return Flash.notice(attributes, "emulation.cancelled", page.facts().href());
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView view = new ModelAndView("emulation/cancel").addObject("page", page);
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	private ModelAndView signing(PledgePage page) {
		return new ModelAndView("emulation/sign").addObject("page", page)
			.addObject("precisions", this.codes.list("date_precision"));
	}

	private static int seen(@Nullable Integer version) {
		return Objects.requireNonNullElse(version, -1);
	}

}
