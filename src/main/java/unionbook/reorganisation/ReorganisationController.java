package unionbook.reorganisation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.platform.AsOf;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Flash;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.reorganisation.ReorganisationPages.State;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;

/**
 * Decisions that change the organisation: listed, begun, shown, taken back; and the
 * family tree they leave.
 */
@Controller
class ReorganisationController {

	private final Reorganisations reorganisations;

	private final ReorganisationPages pages;

	private final Drafting drafting;

	private final Checklist checklist;

	private final UnitScope scope;

	private final DayClock clock;

	ReorganisationController(Reorganisations reorganisations, ReorganisationPages pages, Drafting drafting,
			Checklist checklist, UnitScope scope, DayClock clock) {
		this.reorganisations = reorganisations;
		this.pages = pages;
		this.drafting = drafting;
		this.checklist = checklist;
		this.scope = scope;
		this.clock = clock;
	}

	@GetMapping("/reorganisations")
	ModelAndView list(@RequestParam(required = false) @Nullable State state, AsOf asOf) {
		return new ModelAndView("reorganisation/list").addObject("found", this.pages.list(asOf.day(), state))
			.addObject("states", State.values())
			.addObject("state", state)
			.addObject("mayStart", CurrentActor.get().may(Right.WRITE_UNITS));
	}

	@GetMapping("/reorganisations/new")
	ModelAndView start(@RequestParam(required = false) @Nullable Kind kind,
			@RequestParam(required = false) @Nullable UnitId unit) {
		requireWriter();
		return new ModelAndView("reorganisation/new")
			.addObject("form",
					new Start(Ids.next().toString(), name(kind), null, (unit == null) ? null : unit.toString()))
			.addObject("kinds", Kind.values())
			.addObject("deciders", deciders());
	}

	@PostMapping("/reorganisations")
	Object begin(@ModelAttribute("form") Start form, BindingResult errors) {
		requireWriter();
		List<Decider> deciders = deciders();
		Kind kind = Stream.of(Kind.values()).filter((one) -> one.name().equals(form.kind())).findFirst().orElse(null);
		String decider = (form.decider() == null && deciders.size() == 1) ? deciders.getFirst().value()
				: form.decider();
		if (kind == null) {
			errors.rejectValue("kind", "reorganisation.draft.error.kind");
		}
		if (decider == null) {
			errors.rejectValue("decider", "reorganisation.draft.error.decider");
		}
		if (kind != null && decider != null) {
			UUID id = this.reorganisations.draft(form.draft(), kind, DraftForms.unit(decider));
			String units = "/reorganisations/" + id + "/units";
			return "redirect:" + ((form.unit() == null) ? units : units + "?unit=" + DraftForms.unit(form.unit()));
		}
		ModelAndView view = new ModelAndView("reorganisation/new").addObject("kinds", Kind.values())
			.addObject("deciders", deciders);
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	@GetMapping("/reorganisations/{id}")
	ModelAndView show(@PathVariable UUID id) {
		Reorganisation found = this.reorganisations.find(id);
		boolean may = this.scope.may(Right.WRITE_UNITS, found.unit());
		ModelAndView view = new ModelAndView("reorganisation/show").addObject("decision", found)
			.addObject("state", State.of(found, this.clock.today()))
			.addObject("may", may)
			.addObject("file", this.reorganisations.attachment(id))
			.addObject("items", Checklist.Item.values())
			.addObject("form", this.checklist.of(id));
		if (found.status() == Status.DRAFT) {
			return may ? view.addObject("page", this.drafting.page(id)) : view;
		}
		view.addObject("told", this.pages.told(found));
		return (may && found.status() == Status.EXECUTED)
				? view.addObject("blocking", this.reorganisations.blocking(id)) : view;
	}

	@GetMapping("/reorganisations/{id}/file")
	ResponseEntity<byte[]> file(@PathVariable UUID id) {
		Reorganisations.Attachment file = this.reorganisations.attachment(id);
		if (file == null) {
			throw new NotFound();
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(file.content());
	}

	@PostMapping("/reorganisations/{id}/undo")
	Object undo(@PathVariable UUID id, @RequestParam(required = false) @Nullable String version,
			RedirectAttributes attributes) {
		this.reorganisations.find(id);
		try {
			this.reorganisations.undo(id, DraftForms.version(version));
		}
		catch (RuleViolation blocked) {
			ModelAndView view = show(id);
			view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return view;
		}
		return Flash.notice(attributes, "reorganisation.undone", "/reorganisations/" + id);
	}

	@PostMapping("/reorganisations/{id}/discard")
	String discard(@PathVariable UUID id, @RequestParam(required = false) @Nullable String version,
			RedirectAttributes attributes) {
		this.reorganisations.find(id);
		this.reorganisations.discard(id, DraftForms.version(version));
		return Flash.notice(attributes, "reorganisation.discarded", "/reorganisations");
	}

	@GetMapping("/units/{id}/lineage")
	ModelAndView lineage(@PathVariable UnitId id) {
		Lineage lineage = this.reorganisations.lineage(id);
		Lineage.Node self = lineage.nodes().stream().filter((node) -> node.unit().equals(id)).findFirst().orElseThrow();
		return new ModelAndView("reorganisation/lineage").addObject("lineage", lineage)
			.addObject("self", self)
			.addObject("tree", FamilyTree.of(lineage, id));
	}

	private List<Decider> deciders() {
		return this.pages.deciders(this.clock.today()).stream().map(Decider::of).toList();
	}

	private static @Nullable String name(@Nullable Kind kind) {
		return (kind == null) ? null : kind.name();
	}

	private static void requireWriter() {
		if (!CurrentActor.get().may(Right.WRITE_UNITS)) {
			throw new Forbidden();
		}
	}

	/**
	 * What begins a draft.
	 *
	 * @param id the id it will have, so that sending twice begins one
	 * @param kind what it is about
	 * @param decider the unit whose administrators decide
	 * @param unit the unit it was begun at, or null
	 */
	record Start(@Nullable String id, @Nullable String kind, @Nullable String decider, @Nullable String unit) {

		UUID draft() {
			try {
				return (this.id == null) ? Ids.next() : UUID.fromString(this.id);
			}
			catch (IllegalArgumentException ex) {
				return Ids.next();
			}
		}

	}

	/** A unit whose administrators decide. */
	record Decider(String value, String label) {

		static Decider of(UnitRow unit) {
			return new Decider(unit.id().toString(), unit.name());
		}

	}

}
