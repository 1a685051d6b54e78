package unionbook.reorganisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.validation.Valid;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import unionbook.platform.Codes;
import unionbook.platform.Flash;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.reorganisation.DraftForms.Confirm;
import unionbook.reorganisation.DraftForms.People;
import unionbook.reorganisation.DraftForms.Units;
import unionbook.reorganisation.Drafting.Change;
import unionbook.reorganisation.Drafting.Page;
import unionbook.reorganisation.PaperForms.Outcome;
import unionbook.reorganisation.PaperForms.Paper;
import unionbook.reorganisation.Plan.Step;
import unionbook.shared.UnitId;

/**
 * The steps in which a draft is written; each keeps what was entered and leads to the
 * next.
 */
@Controller
class DraftController {

	private final Drafting drafting;

	private final Reorganisations reorganisations;

	private final ReorganisationPages pages;

	private final Checklist checklist;

	private final Codes codes;

	DraftController(Drafting drafting, Reorganisations reorganisations, ReorganisationPages pages, Checklist checklist,
			Codes codes) {
		this.drafting = drafting;
		this.reorganisations = reorganisations;
		this.pages = pages;
		this.checklist = checklist;
		this.codes = codes;
	}

	@GetMapping("/reorganisations/{id}/units")
	Object units(@PathVariable UUID id, @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable UnitId unit) {
		return open(id, Stage.UNITS, (page) -> Units.of(page.draft(), q).with(page.draft().kind(), unit));
	}

	@PostMapping("/reorganisations/{id}/units")
	Object units(@PathVariable UUID id, @ModelAttribute("form") Units form, BindingResult errors,
			@RequestParam(required = false) @Nullable String find, RedirectAttributes attributes) {
		Page page = this.drafting.page(id);
		if (find == null) {
			form.check(page.draft().kind(), errors);
		}
		this.drafting.requireWritable(form.chosen());
		String again = path(id, Stage.UNITS) + "?q="
				+ UriUtils.encode(Objects.requireNonNullElse(form.q(), ""), StandardCharsets.UTF_8);
		return keep(page, Stage.UNITS, form, form.version(), errors,
				() -> Drafting.change(page.draft(),
						(old) -> form.step(page.draft(), (unit) -> this.drafting.superior(page.draft(), unit))),
				(find == null) ? null : again, attributes);
	}

	@GetMapping("/reorganisations/{id}/outcome")
	Object outcome(@PathVariable UUID id) {
		return open(id, Stage.OUTCOME, (page) -> {
			Step step = Drafting.first(page.draft());
			return Outcome.of((step == null) ? List.of() : step.targets(), this.drafting.base(page),
					page.draft().kind());
		});
	}

	@PostMapping("/reorganisations/{id}/outcome")
	Object outcome(@PathVariable UUID id, @Validated @ModelAttribute("form") Outcome form, BindingResult errors,
			@RequestParam(required = false) @Nullable String more, RedirectAttributes attributes) {
		Page page = this.drafting.page(id);
		Step step = Drafting.first(page.draft());
		if (step == null || step.targets().isEmpty()) {
			return "redirect:" + path(id, Stage.UNITS);
		}
		if (more != null) {
			return view(page, Stage.OUTCOME, form).addObject("version", form.version());
		}
		form.check(page.draft().kind(), errors);
		return keep(page, Stage.OUTCOME, form, form.version(), errors,
				() -> Drafting.change(page.draft(), (old) -> form.step(old, this.drafting.base(page))), null,
				attributes);
	}

	@GetMapping("/reorganisations/{id}/decision")
	Object decision(@PathVariable UUID id) {
		return open(id, Stage.DECISION, (page) -> Paper.of(page.draft()));
	}

	@PostMapping("/reorganisations/{id}/decision")
	Object decision(@PathVariable UUID id, @Validated @ModelAttribute("form") Paper form, BindingResult errors,
			RedirectAttributes attributes) throws IOException {
		Page page = this.drafting.page(id);
		form.check(errors);
		Object answer = keep(page, Stage.DECISION, form, form.getVersion(), errors,
				() -> new Change(form.decision(), form.getEffectiveOn(), page.draft().plan()), null, attributes);
		MultipartFile file = form.getFile();
		if (answer instanceof String && file != null && !file.isEmpty()) {
			this.reorganisations.attach(id, form.fileName(), file.getBytes());
		}
		return answer;
	}

	@GetMapping("/reorganisations/{id}/people")
	Object people(@PathVariable UUID id, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String list) {
		return open(id, Stage.PEOPLE, (page) -> new People(null, from, list, List.of(), null, List.of(), null));
	}

	@PostMapping("/reorganisations/{id}/people")
	Object people(@PathVariable UUID id, @ModelAttribute("form") People form, BindingResult errors,
			RedirectAttributes attributes) {
		Page page = this.drafting.page(id);
		if (form.list() != null && form.members().isEmpty()) {
			errors.rejectValue("members", "reorganisation.draft.error.members");
		}
		return keep(page, Stage.PEOPLE, form, form.version(), errors, () -> Drafting.change(page.draft(), form::step),
				path(id, Stage.PEOPLE) + "?from=" + DraftForms.unit(String.valueOf(form.from())), attributes);
	}

	@GetMapping("/reorganisations/{id}/matters")
	Object matters(@PathVariable UUID id) {
		return open(id, Stage.MATTERS, (page) -> this.checklist.of(id));
	}

	@PostMapping("/reorganisations/{id}/checklist")
	Object checklist(@PathVariable UUID id, @Valid @ModelAttribute("form") Checklist.Form form, BindingResult errors,
			RedirectAttributes attributes) {
		Page page = this.drafting.page(id);
		if (errors.hasErrors()) {
			ModelAndView view = view(page, Stage.MATTERS, form);
			view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return view;
		}
		this.checklist.keep(page.draft(), form);
		return Flash.notice(attributes, "reorganisation.checked",
				"/reorganisations/" + id + ((page.draft().status() == Status.DRAFT) ? "/matters" : ""));
	}

	@GetMapping("/reorganisations/{id}/preview")
	Object preview(@PathVariable UUID id) {
		return open(id, Stage.PREVIEW, (page) -> new Confirm(null, null, null));
	}

	@PostMapping("/reorganisations/{id}/preview")
	Object execute(@PathVariable UUID id, @ModelAttribute("form") Confirm form, BindingResult errors,
			RedirectAttributes attributes) {
		Page page = this.drafting.page(id);
		try {
			this.reorganisations.execute(id, DraftForms.version(form.version()),
					Objects.requireNonNullElse(form.seen(), ""), Objects.requireNonNullElse(form.confirmation(), ""));
			return Flash.notice(attributes, "reorganisation.executed", "/reorganisations/" + id);
		}
		catch (StaleVersion stale) {
			return conflict(id, Stage.PREVIEW, form, null, attributes);
		}
		catch (RuleViolation broken) {
			broken.addTo(errors);
		}
		ModelAndView view = view(page, Stage.PREVIEW, form).addObject("version", form.version());
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	private Object open(UUID id, Stage stage, Function<Page, Object> form) {
		Page page = this.drafting.page(id);
		boolean here = page.draft().status() == Status.DRAFT && Stage.of(page.draft().kind()).contains(stage);
		return here ? view(page, stage, form.apply(page)) : "redirect:/reorganisations/" + id;
	}

	private Object keep(Page page, Stage stage, Object form, @Nullable String version, BindingResult errors,
			Supplier<Change> change, @Nullable String next, RedirectAttributes attributes) {
		UUID id = page.draft().id();
		if (!errors.hasErrors()) {
			Change mine = null;
			try {
				mine = change.get();
				this.reorganisations.save(id, DraftForms.version(version), mine.decision(), mine.effectiveOn(),
						mine.plan());
				return "redirect:" + ((next == null) ? path(id, stage.next(page.draft().kind())) : next);
			}
			catch (StaleVersion stale) {
				return conflict(id, stage, form, mine, attributes);
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView view = view(page, stage, form).addObject("version", version);
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	/**
	 * Nothing was overwritten: the reader sees what somebody else saved, and may save the
	 * own on top of it.
	 */
	private Object conflict(UUID id, Stage stage, Object form, @Nullable Change mine, RedirectAttributes attributes) {
		Page page = this.drafting.page(id);
		if (page.draft().status() != Status.DRAFT) {
			return Flash.notice(attributes, "reorganisation.draft.over", "/reorganisations/" + id);
		}
		ModelAndView view = view(page, stage, form).addObject("conflict",
				(mine == null) ? List.of() : this.pages.differences(id, mine));
		view.setStatus(HttpStatus.CONFLICT);
		return view;
	}

	private ModelAndView view(Page page, Stage stage, Object form) {
		Reorganisation draft = page.draft();
		ModelAndView view = new ModelAndView("reorganisation/" + stage.path()).addObject("page", page)
			.addObject("draft", draft)
			.addObject("stage", stage)
			.addObject("form", form)
			.addObject("version", draft.version());
		switch (stage) {
			case UNITS -> addUnits(view, page, (Units) form);
			case OUTCOME -> view.addObject("kinds", this.codes.list("unit_kind"))
				.addObject("hostKinds", this.codes.list("host_kind"))
				.addObject("fundingTypes", this.codes.list("funding_type"));
			case DECISION -> view.addObject("file", this.reorganisations.attachment(draft.id()));
			case PEOPLE -> addPeople(view, page, (People) form);
			case MATTERS -> view.addObject("matters", this.drafting.matters(draft))
				.addObject("posts", this.drafting.posts(draft))
				.addObject("items", Checklist.Item.values());
			case PREVIEW -> view.addObject("preview", this.reorganisations.preview(draft.id()))
				.addObject("today", this.drafting.today());
		}
		return view;
	}

	private void addUnits(ModelAndView view, Page page, Units form) {
		Kind kind = page.draft().kind();
		view.addObject("living", this.drafting.choices(page.draft(), false, form.chosen(), form.q()))
			.addObject("ended", (kind == Kind.REOPEN)
					? this.drafting.choices(page.draft(), true, form.chosen(), form.q()) : List.of());
	}

	private void addPeople(ModelAndView view, Page page, People form) {
		Step step = Drafting.first(page.draft());
		if (step == null || step.sources().isEmpty() || page.draft().effectiveOn() == null) {
			return;
		}
		UnitId from = (form.from() == null) ? step.sources().getFirst() : DraftForms.unit(form.from());
		if (!step.sources().contains(from)) {
			throw new NotFound();
		}
		Crowd crowd = this.reorganisations.people(page.draft().id(), from, null);
		int listed = DraftForms.version(form.list());
		if (listed >= 0 && listed < crowd.departments().size()) {
			String department = crowd.departments().get(listed).name();
			view.addObject("crowd", this.reorganisations.people(page.draft().id(), from, department))
				.addObject("department", department);
		}
		else {
			view.addObject("crowd", crowd);
		}
		view.addObject("step", step).addObject("from", from);
		if (form.departments().isEmpty() && form.members().isEmpty()) {
			view.addObject("form", People.of(step, from, form.list(), crowd));
		}
	}

	private static String path(UUID id, Stage stage) {
		return "/reorganisations/" + id + "/" + stage.path();
	}

}
