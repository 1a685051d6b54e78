package unionbook.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where the running request came from, for the audit.
 *
 * @param address the address of the connection, or null outside a request
 * @param requestId the code of the request, or null outside a request
 */
public record RequestFacts(@Nullable String address, @Nullable String requestId) {

	/**
	 * The facts of the running request.
	 * @return its facts, empty in a job
	 */
	public static RequestFacts current() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletRequest request = attributes.getRequest();
			return new RequestFacts(request.getRemoteAddr(), RequestFrame.id(request));
		}
		return new RequestFacts(null, null);
	}

}
