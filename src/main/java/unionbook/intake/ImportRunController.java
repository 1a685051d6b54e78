package unionbook.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.DayClock;
import unionbook.platform.Flash;
import unionbook.platform.Htmx;
import unionbook.platform.RuleViolation;

/** One import: how far it is, what its rows mean, and what is to be done with it. */
@Controller
class ImportRunController {

	private final Imports imports;

	private final ImportRuns runs;

	private final ImportRunPages pages;

	private final ImportDownloads downloads;

	private final DayClock clock;

	ImportRunController(Imports imports, ImportRuns runs, ImportRunPages pages, ImportDownloads downloads,
			DayClock clock) {
		this.imports = imports;
		this.runs = runs;
		this.pages = pages;
		this.downloads = downloads;
		this.clock = clock;
	}

	@GetMapping("/imports/{id}")
	String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable RowVerdict verdict,
			@RequestParam(defaultValue = "0") int after, @RequestParam(required = false) @Nullable Integer before,
			Htmx htmx, Locale locale, Model model, HttpServletResponse response) {
		ImportRun run = this.runs.find(id);
		response.addHeader("Vary", "HX-Request");
		if (htmx.partial() && !run.status().working()) {
			// the work is done: the whole page looks different now
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("page",
				this.pages.of(run, verdict, (before == null) ? after : before, before != null, locale));
		return htmx.view("intake/show", "progress");
	}

	@GetMapping("/imports/{id}/errors.{format:xlsx|csv}")
	void errors(@PathVariable UUID id, @PathVariable String format, Locale locale, HttpServletResponse response) {
		ImportRun run = this.runs.find(id);
		this.downloads.withRemarks(run, new Download(response, ExportFormat.of(format)), locale);
	}

	@PostMapping("/imports/{id}/columns")
	String columns(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
		this.imports.readAgain(id, ColumnsForm.of(typed));
		return "redirect:/imports/" + id;
	}

	@PostMapping("/imports/{id}/retry")
	String retry(@PathVariable UUID id) {
		this.imports.readAgain(id, null);
		return "redirect:/imports/" + id;
	}

	@GetMapping("/imports/{id}/confirm")
	ModelAndView confirmation(@PathVariable UUID id) {
		ImportRun run = this.runs.find(id);
		return confirmation(run).addObject("form", new ConfirmForm(this.pages.kinds(run).getFirst(),
				(run.doubtful() == 0) ? "ALL" : null, null, null, null, null));
	}

	@PostMapping("/imports/{id}/confirm")
	Object confirm(@PathVariable UUID id, @Validated @ModelAttribute("form") ConfirmForm form, BindingResult errors) {
		ImportRun run = this.runs.find(id);
		form.check(errors, this.pages.kinds(run), this.clock.today());
		if (!errors.hasErrors()) {
			try {
				this.imports.confirm(id, form.confirmed());
				return "redirect:/imports/" + id;
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView page = confirmation(run);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@PostMapping("/imports/{id}/undo")
	String undo(@PathVariable UUID id) {
		this.imports.undo(id);
		return "redirect:/imports/" + id;
	}

	@PostMapping("/imports/{id}/discard")
	String discard(@PathVariable UUID id, RedirectAttributes attributes) {
		this.imports.discard(id);
		return Flash.notice(attributes, "imports.discarded", "/imports");
	}

	private ModelAndView confirmation(ImportRun run) {
		return new ModelAndView("intake/confirm").addObject("run", run)
			.addObject("unit", this.pages.unit(run))
			.addObject("kinds", this.pages.kinds(run))
			.addObject("modes", (run.doubtful() == 0) ? ConfirmForm.MODES : List.of("VALID"));
	}

}
