package unionbook.platform;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The green notice that survives a redirect. */
public final class Flash {

	static final String KEY = "notice";

	static final String ARGUMENTS = "noticeArguments";

	private Flash() {
	}

	/**
	 * Redirects with a notice.
	 * @param attributes the redirect's attributes
	 * @param key the message key of the notice
	 * @param target the address to go to
	 * @param arguments what the notice names
	 * @return the view name of the redirect
	 */
	public static String notice(RedirectAttributes attributes, String key, String target, Object... arguments) {
		attributes.addFlashAttribute(KEY, key);
		attributes.addFlashAttribute(ARGUMENTS, arguments);
		return "redirect:" + target;
	}

}
