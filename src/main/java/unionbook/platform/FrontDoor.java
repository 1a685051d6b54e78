package unionbook.platform;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what no page of ours sends: an odd or oversized head, a name that is not
 * ours, a form sent by another site, a body that is no form.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FrontDoor extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final int LARGEST_HEADERS = 16 * 1024;

	/** A colon, a blank and the end of the line. */
	private static final int LINE = 4;

	/** Half of the threads a server has. */
	private final Semaphore writers = new Semaphore(100);

	private final Set<String> hosts;

	/**
	 * Reads the names under which the pages are reached; without any, the name of the
	 * base address counts, and without that every name does, as in a trial run.
	 */
	FrontDoor(@Value("${unionbook.hosts:${unionbook.base-url:}}") String hosts) {
		this.hosts = Arrays.stream(hosts.split(","))
			.map(String::strip)
			.filter((host) -> !host.isEmpty())
			.map((host) -> host.contains("://") ? String.valueOf(URI.create(host).getHost()) : host)
			.map((host) -> host.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpStatus refusal = refusal(request);
		if (refusal != null) {
			response.sendError(refusal.value());
		}
		else if (READING.contains(request.getMethod())) {
			chain.doFilter(request, response);
		}
		else {
			write(request, response, chain);
		}
	}

	/** However slowly bodies arrive, threads are left for those who only read. */
	private void write(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.writers.tryAcquire()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.writers.release();
		}
	}

	private @Nullable HttpStatus refusal(HttpServletRequest request) {
		if (oddlyFramed(request)) {
			return HttpStatus.BAD_REQUEST;
		}
		if (size(request) > LARGEST_HEADERS) {
			return HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
		}
		if (!this.hosts.isEmpty() && !this.hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
			return HttpStatus.BAD_REQUEST;
		}
		if (READING.contains(request.getMethod())) {
			return null;
		}
		if (foreign(request)) {
			return HttpStatus.FORBIDDEN;
		}
		return form(request.getContentType()) ? null : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
	}

	/**
	 * HTTP/0.9 has no headers, and a body without a length is where a proxy and a server
	 * may disagree on its end; no browser sends our forms so.
	 */
	private static boolean oddlyFramed(HttpServletRequest request) {
		return !request.getProtocol().matches("HTTP/[12](\\.[01])?")
				|| request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
	}

	private static int size(HttpServletRequest request) {
		String query = request.getQueryString();
		int size = request.getRequestURI().length() + ((query == null) ? 0 : query.length());
		for (String name : Collections.list(request.getHeaderNames())) {
			for (String value : Collections.list(request.getHeaders(name))) {
				size += name.length() + value.length() + LINE;
			}
		}
		return size;
	}

	/**
	 * Browsers say where a form stands; what says nothing is left to the form's token.
	 */
	private static boolean foreign(HttpServletRequest request) {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
				|| origin != null && !request.getServerName().equalsIgnoreCase(host(origin));
	}

	private static @Nullable String host(String origin) {
		try {
			return URI.create(origin).getHost();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** A body of no type is not read at all, so that nothing of it is bound. */
	private static boolean form(@Nullable String type) {
		String lower = (type == null) ? "" : type.strip().toLowerCase(Locale.ROOT);
		return lower.isEmpty() || lower.startsWith("application/x-www-form-urlencoded")
				|| lower.startsWith("multipart/form-data");
	}

}
