package unionbook.member;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import unionbook.platform.AsOf;
import unionbook.shared.MemberId;

/** Shows the record of a member. */
@Controller
class MemberController {

	private final MemberRecords records;

	MemberController(MemberRecords records) {
		this.records = records;
	}

	@GetMapping("/members/{id}")
	ModelAndView show(@PathVariable MemberId id, AsOf asOf) {
		return new ModelAndView("member/show").addObject("member", this.records.page(id, asOf.day()));
	}

}
