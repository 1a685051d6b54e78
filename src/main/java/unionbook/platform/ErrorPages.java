package unionbook.platform;

import java.util.Arrays;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * One page for everything that goes wrong: what happened, what to do, and a code to read
 * on the phone.
 */
@Controller
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages implements ErrorController {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

	private final Layouts layouts;

	private final ApplicationEventPublisher events;

	ErrorPages(Layouts layouts, ApplicationEventPublisher events) {
		this.layouts = layouts;
		this.events = events;
	}

	@ExceptionHandler
	ModelAndView notFound(NotFound failure, HttpServletRequest request) {
		refused(HttpStatus.NOT_FOUND, request);
		return page(HttpStatus.NOT_FOUND, request);
	}

	@ExceptionHandler({ Forbidden.class, AccessDeniedException.class })
	ModelAndView forbidden(Exception failure, HttpServletRequest request) {
		refused(HttpStatus.FORBIDDEN, request);
		return page(HttpStatus.FORBIDDEN, request);
	}

	@ExceptionHandler
	ModelAndView ruleBroken(RuleViolation failure, HttpServletRequest request) {
		return page(HttpStatus.UNPROCESSABLE_CONTENT, request).addObject("reason", failure.key())
			.addObject("reasonArguments", failure.arguments());
	}

	@ExceptionHandler({ StaleVersion.class, OptimisticLockingFailureException.class,
			DataIntegrityViolationException.class })
	ModelAndView conflict(Exception failure, HttpServletRequest request) {
		LOG.warn("Conflicting change {}: {}", RequestFrame.id(request), failure.getClass().getSimpleName());
		return page(HttpStatus.CONFLICT, request);
	}

	/**
	 * An unreadable id in the path is an address nobody has; an unreadable parameter is a
	 * bad request.
	 */
	@ExceptionHandler
	ModelAndView unreadable(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
		boolean path = failure.getParameter().hasParameterAnnotation(PathVariable.class);
		return page(path ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, request).addObject("parameter",
				failure.getName());
	}

	/** A body in parts that cannot be read, an index no list of ours has. */
	@ExceptionHandler({ MultipartException.class, InvalidPropertyException.class, InvalidParameterException.class })
	ModelAndView unreadableForm(Exception failure, HttpServletRequest request) {
		return page((failure instanceof ErrorResponse known) ? known.getStatusCode()
				: (failure instanceof InvalidParameterException bad) ? HttpStatusCode.valueOf(bad.getErrorCode())
						: HttpStatus.BAD_REQUEST,
				request);
	}

	@ExceptionHandler
	ModelAndView tooMany(TooMany failure, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(failure.seconds()));
		return page(HttpStatus.TOO_MANY_REQUESTS, request);
	}

	/** The frame asks nothing of a database that was just away, so nobody waits twice. */
	private ModelAndView away(Exception failure, HttpServletRequest request, HttpServletResponse response) {
		LOG.warn("Database away {}: {}", RequestFrame.id(request), failure.getClass().getSimpleName());
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		return CurrentActor.runAs(null, () -> page(HttpStatus.SERVICE_UNAVAILABLE, request));
	}

	/**
	 * Also told when the reader went away in the middle of an answer: then nobody is left
	 * to read a page.
	 */
	@ExceptionHandler
	@Nullable ModelAndView other(Exception failure, HttpServletRequest request, HttpServletResponse response) {
		if (DatabaseAway.caused(failure)) {
			return away(failure, request, response);
		}
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			return null;
		}
		if (failure instanceof ErrorResponse known) {
			return page(known.getStatusCode(), request);
		}
		if (bindsBelowText(failure)) {
			return page(HttpStatus.BAD_REQUEST, request);
		}
		LOG.error("Request {} failed", RequestFrame.id(request), failure);
		return page(HttpStatus.INTERNAL_SERVER_ERROR, request);
	}

	/**
	 * A name that goes on below a text, such as {@code title.id}: binding fails on it
	 * with an exception that has no type of its own.
	 */
	private static boolean bindsBelowText(Exception failure) {
		return failure instanceof IllegalStateException && Arrays.stream(failure.getStackTrace())
			.limit(3)
			.anyMatch((at) -> "setDefaultValue".equals(at.getMethodName()));
	}

	/**
	 * Errors found before a handler was reached: refused by security, a broken request,
	 * an unknown method.
	 */
	@RequestMapping("/error")
	ModelAndView error(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (Integer.valueOf(HttpStatus.FORBIDDEN.value()).equals(status)) {
			refused(HttpStatus.FORBIDDEN, request);
		}
		return page(HttpStatusCode.valueOf((status instanceof Integer code) ? code : 404), request);
	}

	/**
	 * Tells of a refused attempt; that it cannot be told changes nothing of the answer.
	 */
	private void refused(HttpStatus status, HttpServletRequest request) {
		try {
			if (CurrentActor.find().isPresent()) {
				this.events.publishEvent(AccessRefused.of(status.value(), request));
			}
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("Refused attempt {} not recorded: {}", RequestFrame.id(request), ex.getClass().getSimpleName());
		}
	}

	private ModelAndView page(HttpStatusCode status, HttpServletRequest request) {
		Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		ModelAndView page = new ModelAndView("error/page");
		page.setStatus(status);
		page.addObject("layout", layout(request, (path != null) ? path.toString() : request.getRequestURI()));
		page.addObject("status", known(status));
		page.addObject("code", RequestFrame.id(request));
		return page;
	}

	/** Without a database the page that says so still needs a frame. */
	private Layout layout(HttpServletRequest request, String path) {
		try {
			return this.layouts.of(request, path);
		}
		catch (DataAccessException | TransactionException ex) {
			return CurrentActor.runAs(null, () -> this.layouts.of(request, path));
		}
	}

	/**
	 * The statuses with words of their own; the rest is told as the class it belongs to.
	 */
	private static int known(HttpStatusCode status) {
		return switch (status.value()) {
			case 400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503 -> status.value();
			case 406 -> 415;
			default -> status.is4xxClientError() ? 400 : 500;
		};
	}

}
