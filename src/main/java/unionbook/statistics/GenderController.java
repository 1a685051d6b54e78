package unionbook.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.AsOf;
import unionbook.platform.CurrentActor;
import unionbook.platform.Formats;
import unionbook.platform.NotFound;
import unionbook.shared.Share;
import unionbook.shared.UnitId;

/** The gender ratio, as a page and as a file. */
@Controller
class GenderController {

	private final GenderRatio ratio;

	private final GenderLines lines;

	private final GenderExport export;

	private final Formats formats;

	GenderController(GenderRatio ratio, GenderLines lines, GenderExport export, Formats formats) {
		this.ratio = ratio;
		this.lines = lines;
		this.export = export;
		this.formats = formats;
	}

	@GetMapping(GenderQuery.PATH)
	String page(AsOf asOf, Asked asked, Model model) {
		GenderReport report = this.ratio.report(asked.query(asOf));
		GenderQuery query = report.query();
		model.addAttribute("query", query);
		model.addAttribute("report", report);
		boolean codes = query.by() == Dimension.UNIT;
		boolean compared = report.total().then() != null;
		GenderLine total = this.lines.of(report.total(), query, 2);
		List<GenderLine> rows = report.rows()
			.stream()
			.map((row) -> this.lines.of(row, query, query.decimals()))
			.toList();
		model.addAttribute("lines", rows.isEmpty() ? null : GenderMarkup.lines(rows, codes, compared));
		model.addAttribute("sum", GenderMarkup.sum(total, this.lines.sum(), codes, compared));
		model.addAttribute("total", total);
		YearLine years = years(report);
		model.addAttribute("years", years);
		if (years != null) {
			model.addAttribute("drawing", GenderMarkup.drawing(years.points()));
			model.addAttribute("yearRows", GenderMarkup.years(years.points(), this.formats));
		}
		model.addAttribute("officers", this.lines.officers(report));
		return "statistics/gender";
	}

	@GetMapping(GenderQuery.PATH + ".{extension:xlsx|csv}")
	void file(@PathVariable String extension, AsOf asOf, Asked asked, HttpServletResponse response) {
		this.export.send(asked.query(asOf), new Download(response, ExportFormat.of(extension)));
	}

	/**
	 * The line over the years ends on the asked day, which no year's end may have reached
	 * yet.
	 */
	private @Nullable YearLine years(GenderReport report) {
		SortedMap<LocalDate, Share> figures = new TreeMap<>();
		report.years().forEach((year, share) -> figures.put(LocalDate.of(year, 12, 31), share));
		Share now = report.total().now();
		if (now.whole() > 0) {
			figures.put(report.query().day(), now);
		}
		return (figures.size() < 2) ? null : YearLine.of(report.query(), figures, this.formats);
	}

	/**
	 * What stands in the address.
	 *
	 * @param unit the unit, or null for the one the reader starts from
	 * @param by what the rows tell apart, or null for units
	 * @param compare the day to compare with, or null
	 * @param sort the order, a minus before it for the other direction, or null
	 * @param decimals digits of the percents, or null for one
	 */
	record Asked(@Nullable UnitId unit, @Nullable String by, @Nullable LocalDate compare, @Nullable String sort,
			@Nullable Integer decimals) {

		GenderQuery query(AsOf asOf) {
			UnitId home = CurrentActor.get().home().orElse(null);
			UnitId asked = (this.unit != null) ? this.unit : home;
			if (asked == null) {
				throw new NotFound();
			}
			boolean down = this.sort != null && this.sort.startsWith("-");
			RowOrder order = (this.sort == null) ? RowOrder.CODE
					: known(RowOrder::of, down ? this.sort.substring(1) : this.sort);
			int digits = (this.decimals == null) ? 1 : this.decimals;
			if (digits < 1 || digits > 2) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			return new GenderQuery(asked, asked.equals(home), asOf.day(), asOf.today(),
					(this.by == null) ? Dimension.UNIT : known(Dimension::of, this.by), this.compare, order, down,
					digits);
		}

		private static <T> T known(Function<String, T> reader, String text) {
			try {
				return reader.apply(text);
			}
			catch (IllegalArgumentException ex) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, ex);
			}
		}

	}

}
