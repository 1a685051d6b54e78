package unionbook.platform;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a code for the log and the telephone, and each answer a content
 * security policy with a token of its own, which Spring Security does not make.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFrame extends OncePerRequestFilter {

	private static final String ID = RequestFrame.class.getName() + ".id";

	private static final String NONCE = RequestFrame.class.getName() + ".nonce";

	private static final char[] LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray();

	private static final SecureRandom RANDOM = new SecureRandom();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] random = new byte[16];
		RANDOM.nextBytes(random);
		String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		String id = code();
		request.setAttribute(NONCE, nonce);
		request.setAttribute(ID, id);
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; script-src 'nonce-" + nonce
						+ "' 'strict-dynamic'; style-src 'self'; img-src 'self'"
						+ " data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
						+ " object-src 'none'; frame-ancestors 'none'");
		MDC.put("requestId", id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove("requestId");
		}
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
