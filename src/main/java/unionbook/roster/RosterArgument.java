package unionbook.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import unionbook.platform.Codes;

/** Reads a {@link RosterQuery} from the address; what is unreadable is a bad request. */
@Component
class RosterArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private final Codes codes;

	RosterArgument(Codes codes) {
		this.codes = codes;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == RosterQuery.class;
	}

	@Override
	public RosterQuery resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
			NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
		Map<String, String[]> asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
			.getParameterMap();
		try {
			return RosterQuery.of(asked, this.codes);
		}
		catch (RosterQuery.Unreadable ex) {
			throw new MethodArgumentTypeMismatchException(ex.value(), RosterQuery.class, ex.parameter(), parameter, ex);
		}
	}

}
