package unionbook.unit;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.platform.AsOf;
import unionbook.platform.Flash;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** Ends a unit: first shows what it still holds, then asks for the decision. */
@Controller
class DissolutionController {

	private final UnitEnding ending;

	private final Organisation organisation;

	private final UnitScope scope;

	DissolutionController(UnitEnding ending, Organisation organisation, UnitScope scope) {
		this.ending = ending;
		this.organisation = organisation;
		this.scope = scope;
	}

	@GetMapping("/units/{id}/dissolution")
	ModelAndView form(@PathVariable UnitId id, AsOf asOf) {
		this.scope.require(Right.WRITE_UNITS, id);
		UnitState state = this.organisation.state(id, asOf.day());
		return page(id, asOf).addObject("form", DissolutionForm.of(state.version()));
	}

	@PostMapping("/units/{id}/dissolution")
	Object end(@PathVariable UnitId id, @Validated @ModelAttribute("form") DissolutionForm form, BindingResult errors,
			AsOf asOf, RedirectAttributes attributes) {
		this.scope.require(Right.WRITE_UNITS, id);
		form.check(errors, this.organisation.state(id, asOf.day()).unit());
		if (!errors.hasErrors()) {
			try {
				this.ending.end(id, form.getVersion(), form.decision(), form.day());
				return Flash.notice(attributes, "unit.ended", "/units/" + id + "?asOf=" + form.day());
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView page = page(id, asOf);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(UnitId id, AsOf asOf) {
		return new ModelAndView("unit/dissolution").addObject("page", this.organisation.page(id, asOf.day()));
	}

}
