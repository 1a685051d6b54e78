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
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** How one signs in and out, and the headers every answer carries. */
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
	SecurityFilterChain pages(HttpSecurity http, SignIn signIn, Accounts accounts, SignInBrake brake) throws Exception {
		// one manager without a parent: a second would ask again after a failure and
		// count it twice
		http.authenticationManager(new ProviderManager(signIn))
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(SIGN_IN, "/setup/*", "/error", "/app.css", "/app.js", "/favicon.svg", "/webjars/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage(SIGN_IN).defaultSuccessUrl("/", false).failureUrl("/login?error"))
			.logout((logout) -> logout.logoutSuccessUrl("/login?logout")
				.addLogoutHandler(new HeaderWriterLogoutHandler(
						new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
			.requestCache(org.springframework.security.config.Customizer.withDefaults())
			.exceptionHandling((failures) -> failures
				.authenticationEntryPoint((request, response, failure) -> toSignIn(request, response)))
			.headers((headers) -> headers.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(
						(policy) -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
			.addFilterBefore(new AddressBrakeFilter(brake), UsernamePasswordAuthenticationFilter.class)
			.addFilterBefore(new ActorFilter(accounts), AuthorizationFilter.class);
		return http.build();
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
