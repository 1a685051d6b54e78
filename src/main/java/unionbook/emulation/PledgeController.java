package unionbook.emulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.platform.Codes;
import unionbook.platform.Flash;
import unionbook.platform.Formats;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.platform.TextEditor;

/** Shows, prints and writes one pledge. */
@Controller
class PledgeController {

	private final PledgeReading reading;

	private final PledgeWriting writing;

	private final Codes codes;

	private final Formats formats;

	PledgeController(PledgeReading reading, PledgeWriting writing, Codes codes, Formats formats) {
		this.reading = reading;
		this.writing = writing;
		this.codes = codes;
		this.formats = formats;
	}

	@InitBinder("form")
	void longTexts(WebDataBinder binder, WebRequest request) {
		Rows.requireFew(request);
		binder.registerCustomEditor(String.class, "legalBasis", new TextEditor(true));
		binder.registerCustomEditor(String.class, "points.body", new TextEditor(true));
	}

	@GetMapping("/pledges/{id}")
	String show(@PathVariable PledgeId id, Model model) {
		model.addAttribute("page", this.reading.page(id));
		return "emulation/show";
	}

	@GetMapping("/pledges/{id}/print")
	String print(@PathVariable PledgeId id, Model model) {
		PledgePage page = this.reading.page(id);
		model.addAttribute("page", page)
			.addAttribute("signatures", page.text().parties().stream().map(Signature::of).toList());
		return "emulation/print";
	}

	@GetMapping("/pledges/{id}/edit")
	ModelAndView edit(@PathVariable PledgeId id) {
		PledgePage page = this.reading.pageToWrite(id);
		if (!page.facts().status().open()) {
			throw new RuleViolation("emulation.rule.frozen");
		}
		return form(page).addObject("form", PledgeForm.of(page.facts().version(), page.text(), this::number));
	}

	@PostMapping("/pledges/{id}")
	Object save(@PathVariable PledgeId id, @Valid @ModelAttribute("form") PledgeForm form, BindingResult errors,
			@RequestParam(defaultValue = "save") String action, RedirectAttributes attributes) {
		PledgePage page = this.reading.pageToWrite(id);
		if (!page.facts().status().open()) {
			throw new RuleViolation("emulation.rule.frozen");
		}
		if (!"save".equals(action)) {
			form.change(action);
			return form(page).addObject("changed", true);
		}
		PledgeText text = form.text(errors, this.codes);
		if (!errors.hasErrors()) {
			try {
				this.writing.rewrite(id, Objects.requireNonNullElse(form.getVersion(), -1), text);
				return Flash.notice(attributes, "emulation.saved", page.facts().href());
			}
			catch (StaleVersion stale) {
				return conflict(id, form, text);
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView view = form(page);
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	/**
	 * Nothing is overwritten: both wordings side by side; saving again, knowing the other
	 * one, keeps the reader's.
	 */
	private ModelAndView conflict(PledgeId id, PledgeForm form, PledgeText mine) {
		PledgePage page = this.reading.pageToWrite(id);
		form.setVersion(page.facts().version());
		ModelAndView view = form(page).addObject("conflict", FieldConflict.between(page.text(), mine, this.formats));
		view.setStatus(HttpStatus.CONFLICT);
		return view;
	}

	private ModelAndView form(PledgePage page) {
		return new ModelAndView("emulation/form").addObject("page", page)
			.addObject("sides", this.codes.list("party_side"))
			.addObject("roles", this.codes.list("signatory_role"))
			.addObject("kinds", List.of(TargetKind.values()))
			.addObject("operators", TargetOperator.OF_NUMBERS)
			.addObject("denominators", this.codes.list("denominator_kind"))
			.addObject("precisions", this.codes.list("date_precision"));
	}

	private String number(BigDecimal number) {
		return this.formats.decimal(number, number.scale());
	}

	/**
	 * A column of signatures in the printed paper.
	 *
	 * @param authority what stands above the name
	 * @param name who signs, or null
	 */
	record Signature(String authority, @Nullable String name) {

		static Signature of(PartyText party) {
			String name = party.name().toUpperCase(java.util.Locale.ROOT);
			String prefix = switch (party.signatoryRole()) {
				case "ON_BEHALF_TM" -> "TM. ";
				case "SIGN_FOR_KT" -> "KT. ";
				case "BY_ORDER_TL" -> "TL. ";
				default -> "";
			};
			String post = party.signatoryPosition();
			return new Signature(prefix + name + ((post == null) ? "" : "\n" + post.toUpperCase(java.util.Locale.ROOT)),
					party.signatoryName());
		}

	}

}
