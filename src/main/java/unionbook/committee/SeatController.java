package unionbook.committee;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Size;
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
import unionbook.platform.AsOf;
import unionbook.platform.Flash;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;

/** Gives and takes single seats of a body that sits. */
@Controller
class SeatController {

	private final CommitteeReading reading;

	private final CommitteeWriting writing;

	private final People people;

	SeatController(CommitteeReading reading, CommitteeWriting writing, People people) {
		this.reading = reading;
		this.writing = writing;
		this.people = people;
	}

	@GetMapping("/committees/{id}/seats/new")
	ModelAndView form(@PathVariable TermId id, @RequestParam(required = false) @Nullable SeatRole role, AsOf asOf) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		SeatForm form = new SeatForm();
		form.setVersion(page.term().version());
		form.setKind(SeatKind.BY_ELECTION);
		form.getSeat().setRole(role);
		return seat(page, HttpStatus.OK).addObject("form", form);
	}

	@PostMapping("/committees/{id}/seats")
	Object seat(@PathVariable TermId id, @Validated @ModelAttribute("form") SeatForm form, BindingResult errors,
			AsOf asOf, RedirectAttributes attributes) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		form.check(page.term().kind(), errors);
		NewSeat seat = errors.hasErrors() ? null : form.seat(this.people.named(page.term().unit(),
				List.of(Objects.requireNonNull(form.getSeat().getName())), form.day()), errors);
		HttpStatus refused = form.attempt(() -> this.writing.seat(id, form.getVersion(), Objects.requireNonNull(seat),
				form.decision(), form.day()), errors, page.term().version());
		return (refused != null) ? seat(page, refused)
				: Flash.notice(attributes, "committee.seated", "/committees/" + id);
	}

	@GetMapping("/committees/{id}/seats/{seat}/end")
	ModelAndView ending(@PathVariable TermId id, @PathVariable UUID seat, AsOf asOf) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		EndForm form = new EndForm();
		form.setVersion(page.term().version());
		return unseat(page, seat, HttpStatus.OK).addObject("form", form);
	}

	@PostMapping("/committees/{id}/seats/{seat}/end")
	Object end(@PathVariable TermId id, @PathVariable UUID seat, @Validated @ModelAttribute("form") EndForm form,
			BindingResult errors, AsOf asOf, RedirectAttributes attributes) {
		TermPage page = this.reading.toWrite(id, asOf.day());
		form.checkSeat(errors);
		HttpStatus refused = form.attempt(() -> this.writing.endSeat(id, form.getVersion(), seat,
				Objects.requireNonNull(form.getReason()), form.getNote(), form.decision(), form.day()), errors,
				page.term().version());
		return (refused != null) ? unseat(page, seat, refused)
				: Flash.notice(attributes, "committee.unseated", "/committees/" + id);
	}

	@PostMapping("/committees/{id}/seats/{seat}/dismissal")
	String dismiss(@PathVariable TermId id, @PathVariable UUID seat,
			@RequestParam(required = false) @Nullable @Size(max = 500) String note, RedirectAttributes attributes) {
		this.writing.dismiss(id, seat, note);
		return Flash.notice(attributes, "committee.dismissed", "/committees/" + id);
	}

	private ModelAndView seat(TermPage page, HttpStatus status) {
		ModelAndView view = new ModelAndView("committee/seat").addObject("page", page)
			.addObject("seatKinds", SeatKind.LATER)
			.addObject("names", this.people.offered(page.term().unit(), page.term().shownOn()));
		view.setStatus(status);
		return view;
	}

	private static ModelAndView unseat(TermPage page, UUID id, HttpStatus status) {
		SeatRow seat = page.body()
			.seats()
			.stream()
			.filter((row) -> row.id().equals(id))
			.findFirst()
			.orElseThrow(NotFound::new);
		ModelAndView view = new ModelAndView("committee/unseat").addObject("page", page)
			.addObject("seat", seat)
			.addObject("reasons", EndReason.GIVEN);
		view.setStatus(status);
		return view;
	}

}
