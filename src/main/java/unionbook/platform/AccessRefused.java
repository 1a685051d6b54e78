package unionbook.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * An actor asked for what is behind a wall, or not there, or not theirs to do.
 *
 * @param status what was answered, 403 or 404
 * @param address method and pattern of the address; never the address itself, which may
 * hold anything
 */
public record AccessRefused(int status, String address) {

	static AccessRefused of(int status, HttpServletRequest request) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		boolean handled = pattern != null && request.getDispatcherType() != DispatcherType.ERROR;
		return new AccessRefused(status, request.getMethod() + " " + (handled ? pattern : "/**"));
	}

}
