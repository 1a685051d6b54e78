package unionbook.audit;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.platform.Flash;

/** The log, the history of one record, and the check of the chains. */
@Controller
class AuditController {

	private final AuditPages pages;

	private final AuditExports exports;

	private final ChainChecks checks;

	AuditController(AuditPages pages, AuditExports exports, ChainChecks checks) {
		this.pages = pages;
		this.exports = exports;
		this.checks = checks;
	}

	@GetMapping("/audit")
	String log(AuditQuery query, Model model) {
		model.addAttribute("page", this.pages.of(query));
		return "audit/log";
	}

	@GetMapping("/audit.{format:xlsx|csv}")
	void export(@PathVariable String format, AuditQuery query, HttpServletResponse response) {
		ExportFormat file = ExportFormat.of(format);
		this.exports.send(query, file, new Download(response, file));
	}

	@GetMapping("/audit/verification")
	String verification(Model model) {
		model.addAttribute("state", this.checks.state());
		return "audit/verification";
	}

	@PostMapping("/audit/verification")
	String verify(RedirectAttributes flash) {
		boolean sound = this.checks.check().broken() == null;
		return Flash.notice(flash, sound ? "audit.verification.sound" : "audit.verification.broken",
				"/audit/verification");
	}

}
