package unionbook.roster;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.AsOf;
import unionbook.platform.Htmx;
import unionbook.shared.UnitId;

/** The roster of a unit, and of everything a reader starts from. */
@Controller
class RosterController {

	private final Rosters rosters;

	private final RosterPages pages;

	private final RosterExports exports;

	RosterController(Rosters rosters, RosterPages pages, RosterExports exports) {
		this.rosters = rosters;
		this.pages = pages;
		this.exports = exports;
	}

	@GetMapping("/members")
	String all(AsOf asOf, RosterQuery query, Htmx htmx, Locale locale, Model model, HttpServletResponse response) {
		return show(null, asOf, query, htmx, locale, model, response);
	}

	@GetMapping("/units/{id}/members")
	String unit(@PathVariable UnitId id, AsOf asOf, RosterQuery query, Htmx htmx, Locale locale, Model model,
			HttpServletResponse response) {
		return show(id, asOf, query, htmx, locale, model, response);
	}

	@GetMapping("/members.{format:xlsx|csv}")
	void exportAll(@PathVariable String format, AsOf asOf, RosterQuery query, Locale locale,
			HttpServletResponse response) {
		export(null, asOf, query, format, locale, response);
	}

	@GetMapping("/units/{id}/members.{format:xlsx|csv}")
	void exportUnit(@PathVariable UnitId id, @PathVariable String format, AsOf asOf, RosterQuery query, Locale locale,
			HttpServletResponse response) {
		export(id, asOf, query, format, locale, response);
	}

	private void export(@Nullable UnitId unit, AsOf asOf, RosterQuery query, String ending, Locale locale,
			HttpServletResponse response) {
		ExportFormat format = ExportFormat.of(ending);
		this.exports.send(unit, asOf.day(), query, format, new Download(response, format), locale);
	}

	private String show(@Nullable UnitId unit, AsOf asOf, RosterQuery query, Htmx htmx, Locale locale, Model model,
			HttpServletResponse response) {
		RosterPage page = this.pages.of(this.rosters.page(unit, asOf.day(), query), asOf, locale);
		model.addAttribute("page", page);
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		if (htmx.partial()) {
			response.setHeader("HX-Push-Url", page.href());
		}
		return htmx.view("roster/list", "results");
	}

}
