package unionbook.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the frame around every page and cleans every text that comes in. */
@ControllerAdvice
class PageAdvice {

	/** More rows than any form of ours has; a typed index makes no longer list. */
	private static final int LONGEST_LIST = 256;

	private final Layouts layouts;

	PageAdvice(Layouts layouts) {
		this.layouts = layouts;
	}

	@ModelAttribute("layout")
	Layout layout(HttpServletRequest request) {
		return this.layouts.of(request, request.getRequestURI());
	}

	@InitBinder
	void cleanText(WebDataBinder binder) {
		binder.setAutoGrowCollectionLimit(LONGEST_LIST);
		binder.registerCustomEditor(String.class, new TextEditor(false));
	}

}
