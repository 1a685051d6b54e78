package unionbook.unit;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import unionbook.platform.StaleVersion;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** A unit's own page, and the form that changes or corrects its facts. */
@Controller
class UnitController {

	private final Organisation organisation;

	private final UnitChanges changes;

	private final UnitScope scope;

	private final Codes codes;

	UnitController(Organisation organisation, UnitChanges changes, UnitScope scope, Codes codes) {
		this.organisation = organisation;
		this.changes = changes;
		this.scope = scope;
		this.codes = codes;
	}

	@GetMapping("/units/{id}")
	String show(@PathVariable UnitId id, AsOf asOf, Model model) {
		model.addAttribute("page", this.organisation.page(id, asOf.day()));
		return "unit/show";
	}

	@GetMapping("/units/{id}/history")
	String history(@PathVariable UnitId id, AsOf asOf, Model model) {
		model.addAttribute("page", this.organisation.past(id, asOf.day()));
		return "unit/history";
	}

	@GetMapping("/units/{id}/edit")
	ModelAndView edit(@PathVariable UnitId id, AsOf asOf) {
		this.scope.require(Right.WRITE_UNITS, id);
		UnitState state = this.organisation.state(id, asOf.day());
		return form(state, asOf, HttpStatus.OK).addObject("form", UnitForm.of(state));
	}

	@PostMapping("/units/{id}")
	Object save(@PathVariable UnitId id, @Validated @ModelAttribute("form") UnitForm form, BindingResult errors,
			AsOf asOf, RedirectAttributes attributes) {
		this.scope.require(Right.WRITE_UNITS, id);
		UnitState state = this.organisation.state(id, asOf.day());
		form.check(errors, state);
		if (errors.hasErrors()) {
			return form(state, asOf, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			return save(state.unit(), form, asOf, attributes);
		}
		catch (RuleViolation broken) {
			broken.addTo(errors);
			return form(state, asOf, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (StaleVersion stale) {
			UnitState now = this.organisation.state(id, asOf.day());
			form.setVersion(now.version());
			return form(now, asOf, HttpStatus.CONFLICT).addObject("theirs", now.unit());
		}
	}

	private String save(UnitRow unit, UnitForm form, AsOf asOf, RedirectAttributes attributes) {
		if (form.correction()) {
			this.changes.correct(unit.id(), form.getVersion(), form.facts(unit.kind()), asOf.day());
			return Flash.notice(attributes, "unit.corrected", "/units/" + unit.id() + suffix(asOf));
		}
		this.changes.change(unit.id(), form.getVersion(), form.facts(unit.kind()), form.decision(), form.day());
		return Flash.notice(attributes, "unit.changed", "/units/" + unit.id() + "?asOf=" + form.day());
	}

	private static String suffix(AsOf asOf) {
		return asOf.today() ? "" : "?" + asOf.query();
	}

	private ModelAndView form(UnitState state, AsOf asOf, HttpStatus status) {
		ModelAndView page = new ModelAndView("unit/edit").addObject("unit", state.unit())
			.addObject("modes", state.latest() ? UnitForm.MODES : List.of(UnitForm.CORRECTION))
			.addObject("hostKinds", this.codes.list("host_kind"))
			.addObject("fundingTypes", this.codes.list("funding_type"))
			.addObject("back", "/units/" + state.unit().id() + suffix(asOf));
		page.setStatus(status);
		return page;
	}

}
