package unionbook.access;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one address may try to sign in; an IPv6 network counts as one address.
 */
class AddressBrakeFilter extends OncePerRequestFilter {

	private final SignInBrake brake;

	AddressBrakeFilter(SignInBrake brake) {
		this.brake = brake;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !("POST".equals(request.getMethod())
				&& ("/login".equals(request.getServletPath()) || request.getServletPath().startsWith("/setup/")));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.brake.addressMayTry(network(request.getRemoteAddr()))) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, "60");
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

	static String network(String address) throws IOException {
		InetAddress parsed = InetAddress.getByName(address);
		return (parsed instanceof Inet6Address) ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
				: address;
	}

}
