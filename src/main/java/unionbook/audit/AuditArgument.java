package unionbook.audit;

import java.util.List;
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

/** Reads an {@link AuditQuery} from the address; what is unreadable is a bad request. */
@Component
class AuditArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == AuditQuery.class;
	}

	@Override
	public AuditQuery resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
			NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
		try {
			return AuditQuery
				.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)).getParameterMap());
		}
		catch (AuditQuery.Unreadable ex) {
			throw new MethodArgumentTypeMismatchException(ex.value(), AuditQuery.class, ex.parameter(), parameter, ex);
		}
	}

}
