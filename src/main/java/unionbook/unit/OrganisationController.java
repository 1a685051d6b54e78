package unionbook.unit;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.AsOf;
import unionbook.platform.Codes;
import unionbook.platform.Htmx;
import unionbook.shared.UnitId;

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
		List<Branch> branches = branches(filter, asOf);
		model.addAttribute("branches", branches);
		model.addAttribute("kinds", kinds(branches));
		model.addAttribute("states", OrganisationFilter.STATES);
		return htmx.view("unit/list", "results");
	}

	/** What an unfolded unit of a large tree shows. */
	@GetMapping("/units/{id}/below")
	String below(@PathVariable UnitId id, @RequestParam(required = false) @Nullable String after, AsOf asOf, Htmx htmx,
			Model model) {
		UnitNode node = this.organisation.below(id, after, asOf.day());
		model.addAttribute("node", node);
		model.addAttribute("trail", this.organisation.trail(node.unit(), asOf.day()));
		return htmx.view("unit/below", (after == null) ? "unfolded" : "rest");
	}

	@GetMapping("/units.{extension:xlsx|csv}")
	void file(@PathVariable String extension, @ModelAttribute("filter") OrganisationFilter filter, AsOf asOf,
			HttpServletResponse response) {
		this.export.send(new Download(response, ExportFormat.of(extension)), branches(filter, asOf), filter,
				asOf.day());
	}

	private List<Branch> branches(OrganisationFilter filter, AsOf asOf) {
		return this.organisation.branches(filter.checked(this.codes.list("unit_kind")), asOf.day());
	}

	/** The kinds there are to choose from, in their order. */
	private List<String> kinds(List<Branch> branches) {
		return this.codes.list("unit_kind")
			.stream()
			.filter((kind) -> branches.stream()
				.flatMap((branch) -> branch.root().all())
				.anyMatch((node) -> node.unit().kind().equals(kind)))
			.toList();
	}

}
