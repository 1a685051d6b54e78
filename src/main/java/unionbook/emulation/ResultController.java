package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import unionbook.emulation.Proposals.Proposal;
import unionbook.platform.DayClock;
import unionbook.platform.Flash;
import unionbook.platform.Formats;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.platform.TextEditor;

/** Takes the results of a signed pledge, one period at a time. */
@Controller
class ResultController {

	private final PledgeReading reading;

	private final ResultWriting writing;

	private final Proposals proposals;

	private final Formats formats;

	private final DayClock clock;

	ResultController(PledgeReading reading, ResultWriting writing, Proposals proposals, Formats formats,
			DayClock clock) {
		this.reading = reading;
		this.writing = writing;
		this.proposals = proposals;
		this.formats = formats;
		this.clock = clock;
	}

	@InitBinder("form")
	void longTexts(WebDataBinder binder, WebRequest request) {
		Rows.requireFew(request);
		binder.registerCustomEditor(String.class, "lines.explanation", new TextEditor(true));
	}

	@GetMapping("/pledges/{id}/results")
	ModelAndView form(@PathVariable PledgeId id, @RequestParam(defaultValue = "YEAR") ResultPeriod period) {
		PledgePage page = this.reading.pageToWrite(id);
		requireRunning(page);
		Map<UUID, TargetResult> recorded = this.reading.results(id, period);
		Map<UUID, Proposal> proposed = this.proposals.of(page.facts(), page.board(), period);
		ResultForm form = new ResultForm();
		form.setAsOf(asOf(page, period, recorded));
		page.board()
			.forEach((row) -> form.getLines()
				.add(ResultLine.of(row, recorded.get(row.target()), Proposal.whole(proposed.get(row.target())),
						this::number)));
		return view(page, period, proposed).addObject("form", form);
	}

	@PostMapping("/pledges/{id}/results")
	Object save(@PathVariable PledgeId id, @RequestParam(defaultValue = "YEAR") ResultPeriod period,
			@Valid @ModelAttribute("form") ResultForm form, BindingResult errors, RedirectAttributes attributes) {
		PledgePage page = this.reading.pageToWrite(id);
		requireRunning(page);
		Map<UUID, Proposal> proposed = this.proposals.of(page.facts(), page.board(), period);
		align(form, page);
		List<ResultWriting.Line> lines = lines(form, page, proposed, errors);
		if (!errors.hasErrors()) {
			try {
				int changed = this.writing.record(id, period, Objects.requireNonNull(form.getAsOf()), lines);
				return Flash.notice(attributes, "emulation.results.saved", page.facts().href() + "#targets", changed);
			}
			catch (ResultConflict conflict) {
				return conflict(id, period, form, page, proposed, conflict.targets());
			}
			catch (RuleViolation broken) {
				broken.addTo(errors);
			}
		}
		ModelAndView view = view(page, period, proposed);
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	/**
	 * Nothing is overwritten: the saved result stands beside the reader's; saving again,
	 * knowing it, keeps the reader's.
	 */
	private ModelAndView conflict(PledgeId id, ResultPeriod period, ResultForm form, PledgePage before,
			Map<UUID, Proposal> proposed, Set<UUID> stale) {
		Map<UUID, TargetResult> recorded = this.reading.results(id, period);
		form.getLines().stream().filter((line) -> stale.contains(line.getTarget())).forEach((line) -> {
			TargetResult result = recorded.get(line.getTarget());
			line.setVersion((result == null) ? null : result.version());
		});
		ModelAndView view = view(this.reading.pageToWrite(id), period, proposed).addObject("stale", stale);
		view.setStatus(HttpStatus.CONFLICT);
		return view;
	}

	private List<ResultWriting.Line> lines(ResultForm form, PledgePage page, Map<UUID, Proposal> proposed,
			BindingResult errors) {
		LocalDate today = this.clock.today();
		LocalDate asOf = Objects.requireNonNullElse(form.getAsOf(), today);
		List<ResultWriting.Line> lines = new ArrayList<>();
		for (int i = 0; i < page.board().size(); i++) {
			BoardRow row = page.board().get(i);
			ResultLine line = form.getLines().get(i);
			lines.add(new ResultWriting.Line(row.target(), line.getVersion(), line.text(row.text(), asOf, today,
					Proposal.whole(proposed.get(row.target())), "lines[" + i + "]", errors)));
		}
		return lines;
	}

	/** The lines sent must be those of this pledge, in its order. */
	private static void align(ResultForm form, PledgePage page) {
		List<UUID> sent = form.getLines().stream().map(ResultLine::getTarget).toList();
		if (!sent.equals(page.board().stream().map(BoardRow::target).toList())) {
			throw new NotFound();
		}
	}

	private static void requireRunning(PledgePage page) {
		PledgeStatus status = page.facts().status();
		if (!status.running()) {
			throw new RuleViolation("emulation.rule.results." + (status.open() ? "unsigned" : "ended"));
		}
	}

	private LocalDate asOf(PledgePage page, ResultPeriod period, Map<UUID, TargetResult> recorded) {
		LocalDate end = period.lastDay(page.facts().year());
		LocalDate today = this.clock.today();
		return recorded.values()
			.stream()
			.map((result) -> result.text().asOf())
			.max(LocalDate::compareTo)
			.orElse(end.isBefore(today) ? end : today);
	}

	private static ModelAndView view(PledgePage page, ResultPeriod period, Map<UUID, Proposal> proposed) {
		return new ModelAndView("emulation/results").addObject("page", page)
			.addObject("period", period)
			.addObject("periods", List.of(ResultPeriod.values()))
			.addObject("proposals", proposed)
			.addObject("judgements", List.of(Verdict.MET, Verdict.NOT_MET, Verdict.NA))
			.addObject("stale", Set.of());
	}

	private String number(BigDecimal number) {
		return this.formats.decimal(number, number.scale());
	}

}
