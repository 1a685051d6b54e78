package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Flash;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Begins a pledge: empty, or from last year's. */
@Controller
class StartController {

	private final PledgeWriting writing;

	private final PledgeReading reading;

	private final PledgeRegister register;

	private final Units units;

	private final UnitScope scope;

	private final DayClock clock;

	StartController(PledgeWriting writing, PledgeReading reading, PledgeRegister register, Units units, UnitScope scope,
			DayClock clock) {
		this.writing = writing;
		this.reading = reading;
		this.register = register;
		this.units = units;
		this.scope = scope;
		this.clock = clock;
	}

	@GetMapping("/pledges/new")
	ModelAndView begin(@ModelAttribute("form") PledgeStart form) {
		LocalDate today = this.clock.today();
		UnitId unit = Objects.requireNonNullElseGet(form.getUnit(),
				() -> CurrentActor.get().home().orElseThrow(NotFound::new));
		form.setUnit(unit);
		this.scope.require(Right.WRITE_PLEDGES, unit);
		if (form.getYear() == null) {
			form.setYear(today.getYear());
		}
		if (form.getLevel() == null) {
			form.setLevel(PledgeLevel.of(this.units.find(unit, today).kind()));
		}
		return page(form, unit);
	}

	@PostMapping("/pledges")
	Object create(@ModelAttribute("form") PledgeStart form, BindingResult errors, RedirectAttributes attributes) {
		UnitId unit = Objects.requireNonNullElseGet(form.getUnit(), () -> {
			throw new NotFound();
		});
		this.scope.require(Right.WRITE_PLEDGES, unit);
		if (form.getYear() == null && !errors.hasFieldErrors("year")) {
			errors.rejectValue("year", "emulation.error.choose");
		}
		if (form.getLevel() == null && !errors.hasFieldErrors("level")) {
			errors.rejectValue("level", "emulation.error.choose");
		}
		if (!errors.hasErrors()) {
			try {
				int year = Objects.requireNonNull(form.getYear());
				this.register.requireYear(year);
				PledgeId id = this.writing.draft(unit, year, Objects.requireNonNull(form.getLevel()), form.model());
				return Flash.notice(attributes, "emulation.drafted", "/pledges/" + id + "/edit");
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView page = page(form, unit);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView page(PledgeStart form, UnitId unit) {
		UnitRow row = this.units.find(unit, this.clock.today());
		List<PledgeLevel> levels = List.of(PledgeLevel.values())
			.stream()
			.filter((level) -> level.fits(row.kind()))
			.toList();
		return new ModelAndView("emulation/new").addObject("unit", row)
			.addObject("levels", levels)
			.addObject("source", source(form, unit));
	}

	private @Nullable PledgePage source(PledgeStart form, UnitId unit) {
		UUID last = (form.getYear() == null || form.getLevel() == null) ? null
				: this.writing.lastBefore(unit, form.getYear(), form.getLevel());
		return (last == null) ? null : this.reading.page(new PledgeId(last));
	}

}
