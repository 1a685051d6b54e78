package unionbook.platform;

import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the asked day from {@code ?asOf=}. */
@Component
class AsOfResolver implements HandlerMethodArgumentResolver {

	private static final String PARAMETER = "asOf";

	private final DayClock clock;

	AsOfResolver(DayClock clock) {
		this.clock = clock;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == AsOf.class;
	}

	@Override
	public AsOf resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
			NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
		try {
			return read(request.getParameter(PARAMETER));
		}
		catch (IllegalArgumentException ex) {
			throw new MethodArgumentTypeMismatchException(request.getParameter(PARAMETER), LocalDate.class, PARAMETER,
					parameter, ex);
		}
	}

	/**
	 * The asked day for the frame, which must be drawn even around the page that says the
	 * day is unreadable.
	 */
	AsOf readOrToday(HttpServletRequest request) {
		try {
			return read(request.getParameter(PARAMETER));
		}
		catch (IllegalArgumentException ex) {
			return read(null);
		}
	}

	private AsOf read(@Nullable String text) {
		LocalDate today = this.clock.today();
		if (text == null || text.isBlank()) {
			return new AsOf(today, true);
		}
		LocalDate day = new DayFormatter().parse(text, Locale.ROOT);
		return new AsOf(day, day.equals(today));
	}

}
