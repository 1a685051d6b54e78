package unionbook.member;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.member.MemberRecords.Editable;
import unionbook.platform.AsOf;
import unionbook.platform.Flash;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

/** Moves members to other units, ends memberships, and takes former members back. */
@Controller
class MoveController {

	private static final List<String> REASONS = Stream.of(LeaveReason.values()).map(Enum::name).toList();

	private static final List<String> RETURNS = Stream
		.of(MovementKind.IN_RETURN, MovementKind.IN_TRANSFER_EXTERNAL, MovementKind.IN_ADMISSION)
		.map(Enum::name)
		.toList();

	private final Members members;

	private final MemberRecords records;

	private final MemberForms forms;

	MoveController(Members members, MemberRecords records, MemberForms forms) {
		this.members = members;
		this.records = records;
		this.forms = forms;
	}

	@GetMapping("/members/{id}/transfers/new")
	ModelAndView transferForm(@PathVariable MemberId id, AsOf asOf) {
		return transferPage(this.records.editable(id, Right.TRANSFER_MEMBERS), asOf, TypedForm.showing(Map.of()));
	}

	@PostMapping("/members/{id}/transfers")
	Object transfer(@PathVariable MemberId id, @RequestParam Map<String, String> typed, AsOf asOf,
			RedirectAttributes attributes) {
		Editable member = this.records.editable(id, Right.TRANSFER_MEMBERS);
		TypedForm form = this.forms.typed(typed);
		UnitId unit = form.required("unit", form.read("unit", UnitId::of, "member.rule.choose"));
		if (done(form,
				(step) -> this.members.transfer(id, Objects.requireNonNull(unit), step.day(), step.decision()))) {
			return Flash.notice(attributes, "member.notice.transferred", "/members/" + id);
		}
		return transferPage(member, asOf, form);
	}

	@GetMapping("/members/{id}/leaving")
	ModelAndView leaveForm(@PathVariable MemberId id) {
		return leavePage(this.records.editable(id, Right.WRITE_MEMBERS), TypedForm.showing(Map.of()));
	}

	@PostMapping("/members/{id}/leaving")
	Object leave(@PathVariable MemberId id, @RequestParam Map<String, String> typed, RedirectAttributes attributes) {
		Editable member = this.records.editable(id, Right.WRITE_MEMBERS);
		TypedForm form = this.forms.typed(typed);
		String reason = form.required("reason", form.code("reason", REASONS));
		if (done(form, (step) -> this.members.leave(id, LeaveReason.valueOf(Objects.requireNonNull(reason)), step))) {
			return Flash.notice(attributes, "member.notice.left", "/members/" + id);
		}
		return leavePage(member, form);
	}

	@GetMapping("/members/{id}/returning")
	ModelAndView returnForm(@PathVariable MemberId id) {
		return returnPage(this.records.editable(id, Right.WRITE_MEMBERS), TypedForm.showing(Map.of()));
	}

	@PostMapping("/members/{id}/returning")
	Object resume(@PathVariable MemberId id, @RequestParam Map<String, String> typed, RedirectAttributes attributes) {
		Editable member = this.records.editable(id, Right.WRITE_MEMBERS);
		TypedForm form = this.forms.typed(typed);
		String kind = form.required("kind", form.code("kind", RETURNS));
		if (done(form, (step) -> this.members.resume(id, MovementKind.valueOf(Objects.requireNonNull(kind)), step))) {
			return Flash.notice(attributes, "member.notice.returned", "/members/" + id);
		}
		return returnPage(member, form);
	}

	/**
	 * Reads the rest of the form and does the work, unless something is to be corrected.
	 */
	private boolean done(TypedForm form, Consumer<Step> work) {
		@Nullable Step step = this.forms.step(form);
		if (step == null || form.hasErrors()) {
			return false;
		}
		try {
			work.accept(step);
			return true;
		}
		catch (RuleViolation broken) {
			form.reject(broken);
			return false;
		}
	}

	private ModelAndView transferPage(Editable member, AsOf asOf, TypedForm form) {
		return form.page("member/transfer")
			.addObject("member", member)
			.addObject("units", this.records.destinations(member.unit(), asOf.day()));
	}

	private static ModelAndView leavePage(Editable member, TypedForm form) {
		return form.page("member/leave").addObject("member", member).addObject("reasons", REASONS);
	}

	private static ModelAndView returnPage(Editable member, TypedForm form) {
		return form.page("member/return").addObject("member", member).addObject("kinds", RETURNS);
	}

}
