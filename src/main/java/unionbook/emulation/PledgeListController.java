package unionbook.emulation;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.AsOf;
import unionbook.platform.Htmx;

/** The list of pledges and its export. */
@Controller
class PledgeListController {

	private final PledgeRegister register;

	private final TargetExport export;

	PledgeListController(PledgeRegister register, TargetExport export) {
		this.register = register;
		this.export = export;
	}

	@GetMapping("/pledges")
	String list(@ModelAttribute("filter") PledgeFilter filter, AsOf asOf, Htmx htmx, Model model) {
		PledgeList list = this.register.list(filter, asOf.day());
		String day = asOf.today() ? "" : "&" + asOf.query();
		int page = filter.shownPage();
		model.addAttribute("list", list)
			.addAttribute("clearHref", "/pledges?" + filter.cleared(list.year()) + day)
			.addAttribute("slice",
					new Slice(list.last() ? null : "/pledges?" + filter.onPage(page + 1, list.year()) + day,
							(page == 1) ? null : "/pledges?" + filter.onPage(page - 1, list.year()) + day, null))
			.addAttribute("levels", List.of(PledgeLevel.values()))
			.addAttribute("states", List.of(PledgeFilter.State.values()));
		return htmx.view("emulation/list", "results");
	}

	@GetMapping("/pledges.{extension:xlsx|csv}")
	void export(@PathVariable String extension, @ModelAttribute("filter") PledgeFilter filter, AsOf asOf,
			HttpServletResponse response) {
		this.export.send(filter, asOf.day(), new Download(response, ExportFormat.of(extension)));
	}

	/**
	 * The pages around this one.
	 *
	 * @param nextHref the next page, or null
	 * @param previousHref the page before, or null
	 * @param firstHref the first page, or null
	 */
	record Slice(@Nullable String nextHref, @Nullable String previousHref, @Nullable String firstHref) {
	}

}
