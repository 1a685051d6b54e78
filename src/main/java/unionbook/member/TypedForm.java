package unionbook.member;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.ModelAndView;
import unionbook.platform.RuleViolation;
import unionbook.shared.VietnameseText;

/**
 * What was typed into a form. Each field is read by name, so nothing else can come in;
 * what cannot be read is told at its field and the form is shown again as it was typed.
 */
class TypedForm {

	private static final String NAME = "form";

	private final Map<String, String> typed;

	private final Function<String, LocalDate> days;

	private final Map<String, Object> values = new LinkedHashMap<>();

	private final BindingResult errors = new MapBindingResult(this.values, NAME);

	/**
	 * A form that came in.
	 * @param typed texts by field
	 * @param days reads a day, or throws IllegalArgumentException
	 */
	TypedForm(Map<String, String> typed, Function<String, LocalDate> days) {
		this.typed = typed;
		this.days = days;
	}

	/** A form as it is shown first. */
	static TypedForm showing(Map<String, String> texts) {
		TypedForm form = new TypedForm(texts, LocalDate::parse);
		form.values.putAll(texts);
		return form;
	}

	@Nullable String text(String field, int most) {
		String raw = this.typed.getOrDefault(field, "");
		String clean = raw.isEmpty() ? raw : VietnameseText.normalize(raw);
		this.values.put(field, clean);
		if (clean.length() > most) {
			reject(field, "member.rule.tooLong", most);
		}
		return clean.isEmpty() ? null : clean;
	}

	@Nullable String lines(String field, int most) {
		String clean = VietnameseText.normalizeLines(this.typed.getOrDefault(field, ""));
		this.values.put(field, clean);
		if (clean.length() > most) {
			reject(field, "member.rule.tooLong", most);
		}
		return clean.isEmpty() ? null : clean;
	}

	@Nullable String code(String field, List<String> known) {
		String code = text(field, 50);
		if (code != null && !known.contains(code)) {
			reject(field, "member.rule.choose");
		}
		return code;
	}

	@Nullable LocalDate day(String field) {
		return read(field, this.days, "typeMismatch.java.time.LocalDate");
	}

	/** Reads a field in a way of its own. */
	<T> @Nullable T read(String field, Function<String, T> reading, String complaint) {
		String text = text(field, 100);
		if (text == null) {
			return null;
		}
		try {
			return reading.apply(text);
		}
		catch (IllegalArgumentException ex) {
			reject(field, complaint);
		}
		catch (RuleViolation broken) {
			broken.addTo(this.errors);
		}
		return null;
	}

	/** Asks for a field that may not stay empty. */
	<T> @Nullable T required(String field, @Nullable T value) {
		if (value == null && !this.errors.hasFieldErrors(field)) {
			reject(field, "member.rule.required");
		}
		return value;
	}

	LocalDate dayOf(String text) {
		return this.days.apply(text);
	}

	void reject(String field, String key, Object... arguments) {
		this.errors.rejectValue(field, key, arguments, key);
	}

	void reject(RuleViolation broken) {
		broken.addTo(this.errors);
	}

	boolean hasErrors() {
		return this.errors.hasErrors();
	}

	/** What is wrong, as it can be kept and told later. */
	List<CheckedRow.Fault> faults() {
		return this.errors.getFieldErrors()
			.stream()
			.map((error) -> new CheckedRow.Fault(error.getField(), String.valueOf(error.getCode()),
					(error.getArguments() == null) ? List.of()
							: Stream.of(error.getArguments()).map(String::valueOf).toList()))
			.toList();
	}

	/** The texts as they were read. */
	Map<String, Object> values() {
		return this.values;
	}

	/** The page with this form, as bad input when something is to be corrected. */
	ModelAndView page(String view) {
		ModelAndView page = new ModelAndView(view).addObject(NAME, this.values)
			.addObject(BindingResult.MODEL_KEY_PREFIX + NAME, this.errors);
		if (hasErrors()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

}
