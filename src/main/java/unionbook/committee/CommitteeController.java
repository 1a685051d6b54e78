package unionbook.committee;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import unionbook.committee.CommitteeReading.When;
import unionbook.committee.CommitteeRegister.Filter;
import unionbook.committee.CommitteeRegister.State;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.AsOf;
import unionbook.shared.UnitId;

/** Shows committees: all in reach, those of a unit, one term, its short profiles. */
@Controller
class CommitteeController {

	private final CommitteeReading reading;

	private final CommitteeRegister register;

	private final Profiles profiles;

	CommitteeController(CommitteeReading reading, CommitteeRegister register, Profiles profiles) {
		this.reading = reading;
		this.register = register;
		this.profiles = profiles;
	}

	@GetMapping("/committees")
	String list(Filter filter, AsOf asOf, Model model) {
		model.addAttribute("filter", filter)
			.addAttribute("register", this.register.list(filter, asOf.day()))
			.addAttribute("kinds", BodyKind.values())
			.addAttribute("states", State.values());
		return "committee/list";
	}

	@GetMapping("/units/{id}/committees")
	String unit(@PathVariable UnitId id, @RequestParam(defaultValue = "NOW") When when, AsOf asOf, Model model) {
		model.addAttribute("page", this.reading.unit(id, asOf.day(), when));
		return "committee/unit";
	}

	@GetMapping("/committees/{id}")
	String term(@PathVariable TermId id, AsOf asOf, Model model) {
		model.addAttribute("page", this.reading.term(id, asOf.day()));
		return "committee/show";
	}

	@GetMapping("/committees/{id}/profiles")
	String profiles(@PathVariable TermId id, AsOf asOf, Locale locale, Model model) {
		model.addAttribute("list", this.profiles.of(id, asOf.day(), locale));
		return "committee/profiles";
	}

	@GetMapping("/committees/{id}/profiles.{format:xlsx|csv}")
	void export(@PathVariable TermId id, @PathVariable String format, AsOf asOf, Locale locale,
			HttpServletResponse response) {
		this.profiles.send(id, asOf.day(), format, new Download(response, ExportFormat.of(format)), locale);
	}

}
