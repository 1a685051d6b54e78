package unionbook.committee;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.committee.CommitteeReading.TermPage;
import unionbook.committee.CommitteeReading.When;
import unionbook.platform.AsOf;
import unionbook.platform.DayClock;
import unionbook.platform.Flash;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** Begins, corrects and ends terms. */
@Controller
class TermController {

	private final CommitteeReading reading;

	private final CommitteeWriting writing;

	private final People people;

	private final UnitScope scope;

	private final DayClock clock;

	TermController(CommitteeReading reading, CommitteeWriting writing, People people, UnitScope scope, DayClock clock) {
		this.reading = reading;
		this.writing = writing;
		this.people = people;
		this.scope = scope;
		this.clock = clock;
	}

	@GetMapping("/units/{id}/committees/new")
	ModelAndView form(@PathVariable UnitId id, @RequestParam(required = false) @Nullable BodyKind kind, AsOf asOf) {
		this.scope.require(Right.WRITE_COMMITTEES, id);
		TermForm form = new TermForm();
		form.grow();
		return page(id, kind, asOf, HttpStatus.OK).addObject("form", form);
	}

	@PostMapping("/units/{id}/committees")
	Object begin(@PathVariable UnitId id, @RequestParam(required = false) @Nullable BodyKind kind,
			@RequestParam(defaultValue = "save") String action, @Validated @ModelAttribute("form") TermForm form,
			BindingResult errors, AsOf asOf, RedirectAttributes attributes) {
		this.scope.require(Right.WRITE_COMMITTEES, id);
		if (kind == null) {
			return "redirect:/units/" + id + "/committees/new";
		}
		if ("grow".equals(action)) {
			form.grow();
			return page(id, kind, asOf, HttpStatus.OK).addObject("form", form)
				.addObject(BindingResult.MODEL_KEY_PREFIX + "form",
						new org.springframework.validation.BeanPropertyBindingResult(form, "form"));
		}
		form.check(kind, true, errors);
		if (form.getEffectiveOn() != null) {
			Map<String, List<People.Found>> found = this.people.named(id, form.names(), form.day());
			NewTerm term = form.term(kind, found, errors);
			if (!errors.hasErrors()) {
				try {
					TermId begun = this.writing.begin(id, term);
					return Flash.notice(attributes, "committee.begun",
							"/committees/" + begun + day(form.day().isAfter(this.clock.today()), form));
				}
				catch (RuleViolation broken) {
					broken.addTo(errors);
				}
			}
		}
		return page(id, kind, asOf, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/committees/{id}/edit")
	ModelAndView edit(@PathVariable TermId id, AsOf asOf) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		return new ModelAndView("committee/edit").addObject("page", page)
			.addObject("form", TermForm.of(page.term(), page.congress()))
			.addObject("congressKinds", CongressKind.values());
	}

	@PostMapping("/committees/{id}")
	Object correct(@PathVariable TermId id, @Validated @ModelAttribute("form") TermForm form, BindingResult errors,
			AsOf asOf, RedirectAttributes attributes) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		form.setEffectiveOn(page.term().since());
		form.setLines(List.of());
		form.setBodyName(page.term().bodyName().isEmpty() ? null : page.term().bodyName());
		form.check(page.term().kind(), false, errors);
		form.checkVotes(page.candidates(), errors);
		HttpStatus refused = form.attempt(
				() -> this.writing.correct(id, form.getVersion(), form.term(page.term().kind(), Map.of(), errors)),
				errors, page.term().version());
		if (refused == null) {
			return Flash.notice(attributes, "committee.corrected", "/committees/" + id);
		}
		ModelAndView view = new ModelAndView("committee/edit").addObject("page", page)
			.addObject("congressKinds", CongressKind.values());
		view.setStatus(refused);
		return view;
	}

	@GetMapping("/committees/{id}/end")
	ModelAndView ending(@PathVariable TermId id, AsOf asOf) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		EndForm form = new EndForm();
		form.setVersion(page.term().version());
		return new ModelAndView("committee/end").addObject("page", page).addObject("form", form);
	}

	@PostMapping("/committees/{id}/end")
	Object end(@PathVariable TermId id, @Validated @ModelAttribute("form") EndForm form, BindingResult errors,
			AsOf asOf, RedirectAttributes attributes) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		form.checkTerm(errors);
		HttpStatus refused = form.attempt(
				() -> this.writing.endTerm(id, form.getVersion(), form.getNote(), form.decision(), form.day()), errors,
				page.term().version());
		if (refused == null) {
			return Flash.notice(attributes, "committee.ended", "/committees/" + id);
		}
		ModelAndView view = new ModelAndView("committee/end").addObject("page", page);
		view.setStatus(refused);
		return view;
	}

	private ModelAndView page(UnitId id, @Nullable BodyKind kind, AsOf asOf, HttpStatus status) {
		ModelAndView page = new ModelAndView("committee/new")
			.addObject("page", this.reading.unit(id, asOf.day(), When.NOW))
			.addObject("kind", kind)
			.addObject("kinds", BodyKind.values())
			.addObject("congressKinds", CongressKind.values())
			.addObject("names", (kind == null) ? List.of() : this.people.offered(id, asOf.day()));
		page.setStatus(status);
		return page;
	}

	/** A term of the future is shown on its first day. */
	private static String day(boolean coming, TermForm form) {
		return coming ? "?asOf=" + form.day() : "";
	}

}
