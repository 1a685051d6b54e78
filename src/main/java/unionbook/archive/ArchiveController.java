package unionbook.archive;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import unionbook.platform.AsOf;
import unionbook.shared.UnitId;

/** The archive of a unit: what it will hold, and the archive itself. */
@Controller
class ArchiveController {

	private final Archives archives;

	ArchiveController(Archives archives) {
		this.archives = archives;
	}

	@GetMapping("/units/{id}/archive")
	String show(@PathVariable UnitId id, AsOf asOf, Model model) {
		model.addAttribute("page", this.archives.page(id, asOf.day()));
		return "archive/show";
	}

	@PostMapping("/units/{id}/archive")
	void send(@PathVariable UnitId id, AsOf asOf, HttpServletResponse response) {
		this.archives.send(id, asOf.day(), response);
	}

}
