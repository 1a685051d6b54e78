package unionbook.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.member.MemberRecords.Editable;
import unionbook.platform.Flash;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.shared.MemberId;

/** Corrects the record of a member, or writes down what changed from a day on. */
@Controller
class RevisionController {

	private final Members members;

	private final MemberRecords records;

	private final MemberForms forms;

	RevisionController(Members members, MemberRecords records, MemberForms forms) {
		this.members = members;
		this.records = records;
		this.forms = forms;
	}

	@GetMapping("/members/{id}/edit")
	ModelAndView form(@PathVariable MemberId id) {
		Editable member = this.records.editable(id, Right.WRITE_MEMBERS);
		return TypedForm.showing(member.texts()).page("member/edit").addObject("member", member);
	}

	@PostMapping("/members/{id}")
	Object change(@PathVariable MemberId id, @RequestParam Map<String, String> typed, RedirectAttributes attributes) {
		Editable member = this.records.editable(id, Right.WRITE_MEMBERS);
		TypedForm form = this.forms.typed(typed);
		Revision revision = this.forms.revision(form);
		if (revision != null) {
			try {
				this.members.change(id, revision);
				return Flash.notice(attributes, "member.notice.changed", "/members/" + id);
			}
			catch (RuleViolation broken) {
				form.reject(broken);
			}
			catch (StaleVersion | OptimisticLockingFailureException conflict) {
				return conflict(this.records.editable(id, Right.WRITE_MEMBERS), form.values());
			}
		}
		return form.page("member/edit").addObject("member", member);
	}

	/**
	 * Both values of each field that differs, the new one chosen; what is the same goes
	 * along unseen.
	 */
	private static ModelAndView conflict(Editable member, Map<String, Object> mine) {
		Map<String, String> same = new LinkedHashMap<>();
		mine.forEach((field, value) -> same.put(field, String.valueOf(value)));
		same.put("version", String.valueOf(member.texts().get("version")));
		List<Difference> differences = member.texts()
			.entrySet()
			.stream()
			.filter((now) -> !Objects.equals(now.getValue(), same.get(now.getKey())))
			.map((now) -> new Difference(now.getKey(), Facts.list(now.getKey()),
					Objects.requireNonNullElse(same.get(now.getKey()), ""), now.getValue()))
			.toList();
		differences.forEach((difference) -> same.remove(difference.field()));
		ModelAndView page = new ModelAndView("member/conflict").addObject("member", member)
			.addObject("same", same)
			.addObject("differences", differences);
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

	/**
	 * A field two people gave different values.
	 *
	 * @param list the code list of the values, empty for free text
	 */
	record Difference(String field, String list, String mine, String theirs) {
	}

}
