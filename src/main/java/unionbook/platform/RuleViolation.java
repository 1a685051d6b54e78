package unionbook.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A rule of the field says no; carries the key of the sentence that says what to do. */
public class RuleViolation extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object[] arguments;

	private final @Nullable String field;

	/**
	 * A broken rule of the whole form.
	 * @param key the message key
	 * @param arguments what the message names
	 */
	public RuleViolation(String key, Object... arguments) {
		this(null, key, arguments);
	}

	private RuleViolation(@Nullable String field, String key, Object... arguments) {
		super(key);
		this.field = field;
		this.arguments = arguments;
	}

	/**
	 * The same rule, told at one field.
	 * @param name the field of the form
	 * @return the violation to throw
	 */
	public RuleViolation onField(String name) {
		return new RuleViolation(name, key(), this.arguments);
	}

	/**
	 * The sentence to show.
	 * @return its message key
	 */
	public String key() {
		return String.valueOf(getMessage());
	}

	/**
	 * What the sentence names.
	 * @return the arguments
	 */
	public Object[] arguments() {
		return this.arguments;
	}

	/**
	 * Shows this violation in the form it came from.
	 * @param errors the errors of the form
	 */
	public void addTo(BindingResult errors) {
		if (this.field != null && errors.getFieldType(this.field) != null) {
			errors.rejectValue(this.field, key(), this.arguments, key());
		}
		else {
			errors.reject(key(), this.arguments, key());
		}
	}

}
