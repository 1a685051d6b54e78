package unionbook.platform;

import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The headers every answer carries, also those to requests that no page of ours ever saw.
 * Spring Security writes its own only where its chain is reached.
 */
@Component
class AnswerHeaders {

	private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy",
			"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
			// static files say otherwise for themselves
			"Cache-Control", "no-store");

	private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private final boolean https;

	/**
	 * Where the session cookie is only for HTTPS, so is the whole site.
	 */
	AnswerHeaders(@Value("${server.servlet.session.cookie.secure:true}") boolean https) {
		this.https = https;
	}

	/**
	 * Writes them.
	 * @param nonce lets our own scripts run, or null for an answer without scripts
	 */
	void write(HttpServletResponse response, @Nullable String nonce) {
		ALWAYS.forEach(response::setHeader);
		if (this.https) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		response.setHeader("Content-Security-Policy",
				(nonce == null) ? NOTHING
						: "default-src 'none'; script-src 'nonce-" + nonce
								+ "' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self';"
								+ " connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
								+ " frame-ancestors 'none'");
	}

}
