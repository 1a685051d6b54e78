package unionbook.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import unionbook.platform.AsOf;
import unionbook.platform.Codes;
import unionbook.platform.CurrentActor;
import unionbook.platform.NotFound;
import unionbook.shared.Gender;
import unionbook.shared.UnitId;
import unionbook.unit.Units;

/** The movements of a period, and the people behind each figure. */
@Controller
class MovementController {

	private static final int PAGE = 100;

	private static final Set<String> GROUPS = Set.of("IN", "OUT", "INTERNAL", Movements.UNITS_IN, Movements.UNITS_OUT);

	private final Movements movements;

	private final MovementLines lines;

	private final Units units;

	private final Codes codes;

	MovementController(Movements movements, MovementLines lines, Units units, Codes codes) {
		this.movements = movements;
		this.lines = lines;
		this.units = units;
		this.codes = codes;
	}

	@GetMapping(MovementQuery.PATH)
	String page(AsOf asOf, Asked asked, Model model) {
		MovementQuery query = asked.query(asOf, this.codes);
		Ledger ledger = this.movements.of(query.unit(), query.from(), query.to());
		model.addAttribute("query", query);
		model.addAttribute("unit", this.units.find(query.unit(), query.to()));
		model.addAttribute("ledger", ledger);
		model.addAttribute("movementLines", this.lines.of(query.unit(), ledger, query.today()));
		String kind = query.kind();
		if (kind != null) {
			List<Moved> people = this.movements.people(query, PAGE + 1);
			model.addAttribute("kindKey", MovementLines.key(kind));
			model.addAttribute("people", people.stream().limit(PAGE).toList());
			model.addAttribute("nextHref", (people.size() <= PAGE) ? null : next(query, people.get(PAGE - 1)));
		}
		return "statistics/movements";
	}

	private static String next(MovementQuery query, Moved last) {
		return query.href(query.kind(), query.gender()) + "&after="
				+ new MovementQuery.Place(last.effectiveOn(), last.id());
	}

	/**
	 * What stands in the address; the last day is the day of the page.
	 *
	 * @param unit the unit, or null for the one the reader starts from
	 * @param from the first day, or null for New Year
	 * @param kind whose names are asked for, or null for none
	 * @param gender the gender asked for, or null for both
	 * @param after the place in the list, or null for its beginning
	 */
	record Asked(@Nullable UnitId unit, @Nullable LocalDate from, @Nullable String kind, @Nullable Gender gender,
			@Nullable String after) {

		MovementQuery query(AsOf asOf, Codes codes) {
			UnitId asked = (this.unit != null) ? this.unit : CurrentActor.get().home().orElseThrow(NotFound::new);
			LocalDate first = (this.from != null) ? this.from : asOf.day().withDayOfYear(1);
			boolean known = this.kind == null || GROUPS.contains(this.kind) || codes.has("movement_type", this.kind);
			if (first.isAfter(asOf.day()) || !known) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			return new MovementQuery(asked, first, asOf.day(), asOf.today(), this.kind,
					(this.gender == null) ? null : this.gender.name(), place());
		}

		private MovementQuery.Place place() {
			try {
				return (this.after == null) ? MovementQuery.Place.START : MovementQuery.Place.of(this.after);
			}
			catch (IllegalArgumentException ex) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, ex);
			}
		}

	}

}
