package unionbook.structure;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.Actor;
import unionbook.platform.AsOf;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Flash;
import unionbook.platform.Forbidden;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;
import unionbook.unit.Units;

/** Loads the tree below a unit from a sheet, and hands it out as one. */
@Controller
class StructureController {

	private final StructureLoads loads;

	private final StructureExport export;

	private final Units units;

	private final UnitScope scope;

	private final DayClock clock;

	StructureController(StructureLoads loads, StructureExport export, Units units, UnitScope scope, DayClock clock) {
		this.loads = loads;
		this.export = export;
		this.units = units;
		this.scope = scope;
		this.clock = clock;
	}

	/** The short address leads to the unit the actor administers. */
	@GetMapping("/units/import")
	String start() {
		Actor actor = CurrentActor.get();
		if (!actor.may(Right.WRITE_UNITS)) {
			throw new Forbidden();
		}
		return actor.home().map((home) -> "redirect:/units/" + home + "/import").orElseThrow(Forbidden::new);
	}

	@GetMapping("/units/{id}/import")
	ModelAndView form(@PathVariable UnitId id) {
		this.scope.require(Right.WRITE_UNITS, id);
		return page(id, HttpStatus.OK).addObject("form", StructureForm.from(this.clock.today()));
	}

	@PostMapping("/units/{id}/import")
	Object receive(@PathVariable UnitId id, @Validated @ModelAttribute("form") StructureForm form, BindingResult errors)
			throws IOException {
		this.scope.require(Right.WRITE_UNITS, id);
		MultipartFile file = form.getFile();
		if (file == null || String.valueOf(file.getOriginalFilename()).isBlank()) {
			errors.rejectValue("file", "structure.error.file");
		}
		else if (!errors.hasErrors()) {
			try {
				this.loads.receive(id, String.valueOf(file.getOriginalFilename()), file.getBytes(), form.decision(),
						form.day());
				return "redirect:/units/" + id + "/import";
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		return page(id, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/units/{id}/import/confirm")
	Object confirm(@PathVariable UnitId id, @ModelAttribute("form") StructureForm form, BindingResult errors,
			RedirectAttributes attributes) {
		this.scope.require(Right.WRITE_UNITS, id);
		try {
			long done = this.loads.confirm(id);
			return Flash.notice(attributes, "structure.done", "/units/" + id, done);
		}
		catch (RuleViolation broken) {
			broken.addTo(errors);
			return page(id, HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping("/units/{id}/import/discard")
	String discard(@PathVariable UnitId id, RedirectAttributes attributes) {
		this.loads.discard(id);
		return Flash.notice(attributes, "structure.discarded", "/units/" + id + "/import");
	}

	@GetMapping("/units/{id}/structure.{extension:xlsx|csv}")
	void file(@PathVariable UnitId id, @PathVariable String extension, AsOf asOf, HttpServletResponse response) {
		this.export.send(id, asOf.day(), new Download(response, ExportFormat.of(extension)));
	}

	private ModelAndView page(UnitId id, HttpStatus status) {
		ModelAndView page = new ModelAndView("structure/import")
			.addObject("unit", this.units.find(id, this.clock.today()))
			.addObject("load", this.loads.waiting(id).orElse(null));
		page.setStatus(status);
		return page;
	}

}
