package unionbook.platform;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for what fails before a handler is reached, as {@link ErrorPages} does after: a
 * database that is away at sign-in, a form or file larger than may be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class EarlyFailures extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(EarlyFailures.class);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			LOG.info("Unreadable form {}: {}", RequestFrame.id(request), ex.getErrorCode());
			// of a body that never came Tomcat has already told, and closed
			if (!response.isCommitted()) {
				response.sendError(ex.getErrorCode());
			}
		}
		catch (RuntimeException ex) {
			if (!DatabaseAway.caused(ex) || response.isCommitted()) {
				throw ex;
			}
			LOG.warn("Database away {}: {}", RequestFrame.id(request), ex.getClass().getSimpleName());
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		}
	}

}
