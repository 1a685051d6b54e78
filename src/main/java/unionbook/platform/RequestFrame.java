package unionbook.platform;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request a code for the log and the telephone, and each answer its headers:
 * the content security policy with a token of its own, which Spring Security does not
 * make.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFrame extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(RequestFrame.class);

	private static final int LONGEST_PATH = 200;

	private static final String ID = RequestFrame.class.getName() + ".id";

	private static final String NONCE = RequestFrame.class.getName() + ".nonce";

	private static final char[] LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray();

	private static final SecureRandom RANDOM = new SecureRandom();

	private final AnswerHeaders headers;

	RequestFrame(AnswerHeaders headers) {
		this.headers = headers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute(ID) == null) {
			byte[] random = new byte[16];
			RANDOM.nextBytes(random);
			String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
			request.setAttribute(NONCE, nonce);
			request.setAttribute(ID, code());
			this.headers.write(response, nonce);
		}
		MDC.put("requestId", id(request));
		long start = System.nanoTime();
		try {
			boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
			chain.doFilter(failed ? new Unread(request) : request, response);
		}
		finally {
			log(request, response, start);
			MDC.remove("requestId");
		}
	}

	/**
	 * One line for each request: no parameters and no headers, where names and numbers of
	 * people stand, and where a stranger could write what looks like a line of ours.
	 */
	private static void log(HttpServletRequest request, HttpServletResponse response, long start) {
		if (request.getDispatcherType() == DispatcherType.REQUEST) {
			Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
			String path = (route != null) ? route.toString() : request.getRequestURI();
			LOG.info("{} {} {} {} ms", request.getMethod(), path.substring(0, Math.min(path.length(), LONGEST_PATH)),
					response.getStatus(), (System.nanoTime() - start) / 1_000_000);
		}
	}

	/** A request Tomcat refused by itself is seen here for the first time as an error. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	/**
	 * The code of a request: eight letters and digits that are not mistaken for each
	 * other on the phone.
	 */
	static String id(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(ID));
	}

	static String nonce(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(NONCE));
	}

	private static String code() {
		StringBuilder code = new StringBuilder(8);
		for (int i = 0; i < 8; i++) {
			code.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
		}
		return code.toString();
	}

}
