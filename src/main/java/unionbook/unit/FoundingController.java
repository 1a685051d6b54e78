package unionbook.unit;

import java.util.List;
import java.util.Objects;

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
import unionbook.platform.Codes;
import unionbook.platform.Flash;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** Founds a unit under another one. */
@Controller
class FoundingController {

	private final UnitFounding founding;

	private final Organisation organisation;

	private final UnitScope scope;

	private final Codes codes;

	FoundingController(UnitFounding founding, Organisation organisation, UnitScope scope, Codes codes) {
		this.founding = founding;
		this.organisation = organisation;
		this.scope = scope;
		this.codes = codes;
	}

	@GetMapping("/units/{id}/units/new")
	ModelAndView form(@PathVariable UnitId id, AsOf asOf) {
		this.scope.require(Right.WRITE_UNITS, id);
		return page(id, asOf).addObject("form", new UnitForm());
	}

	@PostMapping("/units/{id}/units")
	Object found(@PathVariable UnitId id, @Validated @ModelAttribute("form") UnitForm form, BindingResult errors,
			AsOf asOf, RedirectAttributes attributes) {
		this.scope.require(Right.WRITE_UNITS, id);
		form.check(errors);
		if (form.getKind() == null) {
			errors.rejectValue("kind", "unit.error.choose");
		}
		if (!errors.hasErrors()) {
			try {
				UnitId unit = this.founding.found(UnitId.next(), id, form.facts(Objects.requireNonNull(form.getKind())),
						form.decision(), form.day());
				return Flash.notice(attributes, "unit.founded", "/units/" + unit + "?asOf=" + form.day());
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView page = page(id, asOf);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(UnitId parent, AsOf asOf) {
		UnitRow unit = this.organisation.state(parent, asOf.day()).unit();
		List<String> kinds = this.organisation.kindsUnder(unit);
		return new ModelAndView("unit/new").addObject("parent", unit)
			.addObject("kinds", kinds)
			.addObject("hostKinds", this.codes.list("host_kind"))
			.addObject("fundingTypes", this.codes.list("funding_type"));
	}

}
