package unionbook.report;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import unionbook.platform.AsOf;
import unionbook.platform.CurrentActor;
import unionbook.platform.NotFound;
import unionbook.shared.UnitId;

/** The first page after signing in, and the lists behind what needs doing. */
@Controller
class HomeController {

	private final HomePage home;

	private final Installation installation;

	HomeController(HomePage home, Installation installation) {
		this.home = home;
		this.installation = installation;
	}

	@GetMapping("/")
	String home(AsOf asOf, Model model) {
		UnitId unit = CurrentActor.get().home().orElse(null);
		if (unit == null) {
			model.addAttribute("database", this.installation.database());
			return "report/operator";
		}
		Home page = this.home.of(unit, asOf.day(), asOf.today());
		model.addAttribute("home", page);
		model.addAttribute("movementLines", page.movements());
		return "report/home";
	}

	@GetMapping("/tasks/{task}")
	String task(@PathVariable String task, AsOf asOf, Model model) {
		UnitId unit = CurrentActor.get().home().orElseThrow(NotFound::new);
		Task asked = known(task);
		model.addAttribute("task", asked);
		model.addAttribute("rows", this.home.task(asked, unit, asOf.day()));
		return "report/task";
	}

	private static Task known(String path) {
		try {
			return Task.of(path);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

}
