package unionbook.platform;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Remembers light or dark when a link asks for it with {@code ?theme=}. */
class Preferences implements HandlerInterceptor {

	static final String THEME = "theme";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String theme = request.getParameter(THEME);
		if ("light".equals(theme) || "dark".equals(theme)) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(THEME, theme)
						.path("/")
						.httpOnly(true)
						.secure(request.isSecure())
						.sameSite("Lax")
						.maxAge(Duration.ofDays(365))
						.build()
						.toString());
		}
		return true;
	}

}
