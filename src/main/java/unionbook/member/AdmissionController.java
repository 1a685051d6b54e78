package unionbook.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.member.MemberRecords.Duplicate;
import unionbook.platform.AsOf;
import unionbook.platform.Flash;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.Units;

/** Enters people into the roster of a unit. */
@Controller
class AdmissionController {

	private final Members members;

	private final MemberRecords records;

	private final MemberForms forms;

	private final UnitScope scope;

	private final Units units;

	AdmissionController(Members members, MemberRecords records, MemberForms forms, UnitScope scope, Units units) {
		this.members = members;
		this.records = records;
		this.forms = forms;
		this.scope = scope;
		this.units = units;
	}

	@GetMapping("/units/{unit}/members/new")
	ModelAndView form(@PathVariable UnitId unit, AsOf asOf) {
		this.scope.require(Right.WRITE_MEMBERS, unit);
		return page(unit, asOf, List.of(), TypedForm.showing(Map.of("key", MemberId.next().toString(), "kind",
				MovementKind.IN_ADMISSION.name(), "partyStatus", "NONE")));
	}

	@PostMapping("/units/{unit}/members")
	Object admit(@PathVariable UnitId unit, @RequestParam Map<String, String> typed, AsOf asOf,
			RedirectAttributes attributes) {
		this.scope.require(Right.WRITE_MEMBERS, unit);
		TypedForm form = this.forms.typed(typed);
		MemberId id = key(form.text("key", 36));
		form.values().put("key", id.toString());
		if (this.records.exists(id)) {
			return entered(id, attributes);
		}
		List<Duplicate> duplicates = List.of();
		Admission admission = this.forms.admission(form, kinds(unit));
		if (admission != null) {
			try {
				if (form.text("confirmed", 10) == null) {
					duplicates = this.records.duplicates(admission.person(), admission.identity(), asOf.day());
				}
				if (duplicates.isEmpty()) {
					this.members.admit(id, unit, admission);
					return entered(id, attributes);
				}
				form.reject(new RuleViolation("member.rule.duplicates"));
			}
			catch (RuleViolation broken) {
				form.reject(broken);
			}
		}
		return page(unit, asOf, duplicates, form);
	}

	private ModelAndView page(UnitId unit, AsOf asOf, List<Duplicate> duplicates, TypedForm form) {
		return form.page("member/new")
			.addObject("unit", this.units.find(unit, asOf.day()))
			.addObject("kinds", kinds(unit))
			.addObject("duplicates", duplicates);
	}

	/**
	 * The first load of a roster forms the opening figure, so it belongs to the ministry
	 * union.
	 */
	private List<MovementKind> kinds(UnitId unit) {
		List<MovementKind> kinds = new ArrayList<>(
				List.of(MovementKind.IN_ADMISSION, MovementKind.IN_TRANSFER_EXTERNAL));
		if (this.scope.may(Right.TRANSFER_MEMBERS, unit)) {
			kinds.add(MovementKind.OPENING);
		}
		return kinds;
	}

	private static MemberId key(@Nullable String typed) {
		try {
			return (typed == null) ? MemberId.next() : MemberId.of(typed);
		}
		catch (IllegalArgumentException ex) {
			return MemberId.next();
		}
	}

	private static String entered(MemberId id, RedirectAttributes attributes) {
		return Flash.notice(attributes, "member.notice.admitted", "/members/" + id);
	}

}
