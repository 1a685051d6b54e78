package unionbook.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Settings of the web frame: days and parts of pages as handler arguments, the language,
 * the clock.
 */
@Configuration(proxyBeanMethods = false)
class WebFrame implements WebMvcConfigurer {

	private final AsOfResolver days;

	private final Throttle throttle;

	WebFrame(AsOfResolver days, Throttle throttle) {
		this.days = days;
		this.throttle = throttle;
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addFormatter(new DayFormatter());
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.days);
		resolvers.add(new PartialPages());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.throttle);
		LocaleChangeInterceptor language = new LocaleChangeInterceptor();
		language.setParamName("lang");
		language.setIgnoreInvalidLocale(true);
		registry.addInterceptor(language);
		registry.addInterceptor(new Preferences());
	}

	/**
	 * Decides whether htmx wants a part of a page: not for whole-page navigation, not
	 * when history is restored.
	 */
	private static final class PartialPages implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Htmx.class;
		}

		@Override
		public Htmx resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
				NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
			return new Htmx("true".equals(request.getHeader("HX-Request")) && request.getHeader("HX-Boosted") == null
					&& request.getHeader("HX-History-Restore-Request") == null);
		}

	}

	/** What has to stand apart, so that the settings above can be made before it. */
	@Configuration(proxyBeanMethods = false)
	static class Basics {

		@Bean
		Clock clock() {
			return Clock.system(DayClock.ZONE);
		}

		/** Vietnamese unless the reader chose English. */
		@Bean
		LocaleResolver localeResolver() {
			CookieLocaleResolver resolver = new CookieLocaleResolver("language") {

				@Override
				protected Locale parseLocaleValue(String value) {
					return value.startsWith("en") ? Locale.ENGLISH : VIETNAMESE;
				}

				@Override
				public Locale resolveLocale(HttpServletRequest request) {
					Locale asked = super.resolveLocale(request);
					return Locale.ENGLISH.getLanguage().equals(asked.getLanguage()) ? Locale.ENGLISH : VIETNAMESE;
				}

			};
			resolver.setDefaultLocale(VIETNAMESE);
			resolver.setCookieMaxAge(Duration.ofDays(365));
			resolver.setCookieSameSite("Lax");
			resolver.setCookieHttpOnly(true);
			return resolver;
		}

	}

	private static final Locale VIETNAMESE = Locale.of("vi", "VN");

}
