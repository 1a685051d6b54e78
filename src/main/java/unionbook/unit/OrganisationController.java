package unionbook.unit;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.AsOf;
import unionbook.platform.Codes;
import unionbook.platform.Htmx;

/** The organisation as a tree, as a table and as a file. */
@Controller
class OrganisationController {

	private final Organisation organisation;

	private final OrganisationExport export;

	private final Codes codes;

	OrganisationController(Organisation organisation, OrganisationExport export, Codes codes) {
		this.organisation = organisation;
		this.export = export;
		this.codes = codes;
	}

	@GetMapping("/units")
	String list(@ModelAttribute("filter") OrganisationFilter filter, AsOf asOf, Htmx htmx, Model model) {
		List<String> kinds = this.codes.list("unit_kind");
		model.addAttribute("branches", this.organisation.branches(filter.checked(kinds), asOf.day()));
		model.addAttribute("kinds", kinds);
		model.addAttribute("states", OrganisationFilter.STATES);
		return htmx.view("unit/list", "results");
	}

	@GetMapping("/units.{extension:xlsx|csv}")
	void file(@PathVariable String extension, @ModelAttribute("filter") OrganisationFilter filter, AsOf asOf,
			HttpServletResponse response) {
		List<Branch> branches = this.organisation.branches(filter.checked(this.codes.list("unit_kind")), asOf.day());
		this.export.send(new Download(response, ExportFormat.of(extension)), branches, filter, asOf.day());
	}

}
