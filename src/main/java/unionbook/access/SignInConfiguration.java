package unionbook.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import unionbook.platform.DayClock;

/** How one signs in and out, and what may be read without. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

	private static final String SIGN_IN = "/login";

	/**
	 * Health stands on its own port, which only the operator's network reaches, and tells
	 * no details.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain health(HttpSecurity http) throws Exception {
		http.securityMatcher(EndpointRequest.to("health"))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		return http.build();
	}

	@Bean
	SecurityFilterChain pages(HttpSecurity http, Accounts accounts, SignInBrake brake, LiveSessions sessions,
			DayClock clock) throws Exception {
		// SignIn is found as the one provider; named here too, it would be asked twice
		// for each wrong password
		http.authorizeHttpRequests((requests) -> requests
			.requestMatchers(SIGN_IN, "/setup/*", "/error", "/app.css", "/app.js", "/favicon.svg", "/webjars/**")
			.permitAll()
			.anyRequest()
			.authenticated())
			.formLogin((form) -> form.loginPage(SIGN_IN).defaultSuccessUrl("/", false).failureUrl("/login?error"))
			.logout((logout) -> logout.logoutSuccessUrl("/login?logout")
				.addLogoutHandler(
						(request, response, who) -> response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"")))
			.sessionManagement((management) -> management.sessionConcurrency((limit) -> limit.maximumSessions(-1)
				.sessionRegistry(sessions)
				.expiredSessionStrategy((ended) -> toSignIn(ended.getRequest(), ended.getResponse()))))
			.requestCache(org.springframework.security.config.Customizer.withDefaults())
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, failure) -> toSignIn(request, response)))
			// every answer has its headers already, not only those that come by here
			.headers((headers) -> headers.disable())
			.addFilterBefore(new AddressBrakeFilter(brake), UsernamePasswordAuthenticationFilter.class)
			.addFilterBefore(new ActorFilter(accounts, clock), AuthorizationFilter.class);
		return http.build();
	}

	/** Nobody reads how long each filter takes; noting it cost more than the filters. */
	@Bean
	SecurityObservationSettings observations() {
		return SecurityObservationSettings.noObservations();
	}

	/** Tells {@link LiveSessions} of sessions that timed out. */
	@Bean
	HttpSessionEventPublisher sessionEvents() {
		return new HttpSessionEventPublisher();
	}

	/**
	 * A whole page goes to the sign-in page; a part of a page is told to take the whole
	 * page there.
	 */
	static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
		String target = request.getContextPath() + SIGN_IN + (ended ? "?expired" : "");
		if ("true".equals(request.getHeader("HX-Request"))) {
			response.setHeader("HX-Redirect", target);
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			return;
		}
		response.setStatus(HttpStatus.FOUND.value());
		response.setHeader(HttpHeaders.LOCATION, target);
	}

}
