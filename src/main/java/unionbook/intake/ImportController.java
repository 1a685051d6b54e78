package unionbook.intake;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.document.UnreadableFile;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Forbidden;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Takes files in and lists the imports so far. */
@Controller
class ImportController {

	private final Imports imports;

	private final ImportRuns runs;

	private final ImportDownloads downloads;

	private final Units units;

	private final DayClock clock;

	ImportController(Imports imports, ImportRuns runs, ImportDownloads downloads, Units units, DayClock clock) {
		this.imports = imports;
		this.runs = runs;
		this.downloads = downloads;
		this.units = units;
		this.clock = clock;
	}

	@GetMapping("/imports")
	ModelAndView list(@RequestParam(required = false) @Nullable UUID before,
			@RequestParam(required = false) @Nullable String unit) {
		requireWriter();
		List<Choice> choices = choices();
		String chosen = (unit == null && choices.size() == 1) ? choices.getFirst().value() : unit;
		return page(before, choices).addObject("form", new UploadForm(chosen, null));
	}

	@GetMapping("/imports/template.{format:xlsx|csv}")
	void template(@PathVariable String format, Locale locale, HttpServletResponse response) {
		requireWriter();
		ExportFormat kind = ExportFormat.of(format);
		this.downloads.template(new Download(response, kind), locale);
	}

	@PostMapping("/imports")
	Object receive(@ModelAttribute("form") UploadForm form, BindingResult errors, HttpServletResponse response)
			throws IOException {
		requireWriter();
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		UnitId unit = form.chosen();
		MultipartFile file = form.file();
		if (unit == null) {
			errors.rejectValue("unit", "imports.rule.unit");
		}
		if (file == null || String.valueOf(file.getOriginalFilename()).isBlank()) {
			errors.rejectValue("file", "imports.rule.file");
		}
		else if (unit != null) {
			try {
				return "redirect:/imports/"
						+ this.imports.receive(unit, String.valueOf(file.getOriginalFilename()), file.getBytes());
			}
			catch (UnreadableFile refused) {
				Refusals.of(refused).onField("file").addTo(errors);
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
				status = HttpStatus.TOO_MANY_REQUESTS;
				response.setHeader(HttpHeaders.RETRY_AFTER, "60");
			}
		}
		ModelAndView page = page(null, choices());
		page.setStatus(status);
		return page;
	}

	private ModelAndView page(@Nullable UUID before, List<Choice> choices) {
		List<ImportRuns.Listed> found = this.runs.page(before, this.clock.today());
		List<ImportRuns.Listed> shown = found.stream().limit(ImportRuns.PAGE).toList();
		return new ModelAndView("intake/list").addObject("runs", shown)
			.addObject("choices", choices)
			.addObject("olderHref",
					(found.size() > shown.size()) ? "/imports?before=" + shown.getLast().run().id() : null)
			.addObject("newestHref", (before == null) ? null : "/imports");
	}

	/** The units whose rosters the actor keeps. */
	private List<Choice> choices() {
		Set<Choice> choices = new LinkedHashSet<>();
		for (Grant grant : CurrentActor.get().grants()) {
			UnitId unit = grant.unit();
			if (unit != null && grant.role().carries(Right.WRITE_MEMBERS)) {
				List<UnitRow> rows = grant.subtree() ? this.units.below(unit, this.clock.today())
						: List.of(this.units.find(unit, this.clock.today()));
				rows.stream().map(Choice::of).forEach(choices::add);
			}
		}
		return List.copyOf(choices);
	}

	static void requireWriter() {
		if (!CurrentActor.get().may(Right.WRITE_MEMBERS)) {
			throw new Forbidden();
		}
	}

	/**
	 * A unit to choose.
	 *
	 * @param value its id
	 * @param label its code and name
	 */
	record Choice(String value, String label) {

		private static Choice of(UnitRow unit) {
			return new Choice(unit.id().toString(), unit.code() + " – " + unit.name());
		}

	}

	/**
	 * What is sent to begin an import.
	 *
	 * @param unit the unit
	 * @param file the file
	 */
	record UploadForm(@Nullable String unit, @Nullable MultipartFile file) {

		/** The unit chosen, or null when that is none. */
		@Nullable UnitId chosen() {
			try {
				return (this.unit == null) ? null : UnitId.of(this.unit);
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
