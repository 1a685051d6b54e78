package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.platform.Codes;
import unionbook.platform.RuleViolation;

/**
 * A target in the form of a pledge; numbers are kept as typed until they are understood.
 */
class TargetForm {

	@Size(max = 1000)
	private @Nullable String text;

	private @Nullable TargetKind kind;

	private @Nullable TargetOperator operator;

	@Size(max = 40)
	private @Nullable String value;

	@Size(max = 40)
	private @Nullable String valueTo;

	private @Nullable LocalDate dueOn;

	@Size(max = 50)
	private @Nullable String measure;

	private @Nullable String denominatorKind;

	@Size(max = 200)
	private @Nullable String denominatorText;

	private @Nullable LocalDate baseDate;

	@Size(max = 1000)
	private @Nullable String note;

	static TargetForm of(TargetText target, Function<BigDecimal, String> number) {
		TargetForm form = new TargetForm();
		Goal goal = target.goal();
		form.text = target.text();
		form.kind = goal.kind();
		form.operator = goal.operator();
		form.value = (goal.value() == null) ? null : number.apply(goal.value());
		form.valueTo = (goal.valueTo() == null) ? null : number.apply(goal.valueTo());
		form.dueOn = goal.dueOn();
		form.measure = target.measure();
		form.denominatorKind = target.denominatorKind();
		form.denominatorText = target.denominatorText();
		form.baseDate = target.baseDate();
		form.note = target.note();
		return form;
	}

	boolean blank() {
		return this.text == null && this.value == null && this.note == null;
	}

	/** What is promised, as far as it can be understood. */
	TargetText text(String path, BindingResult errors, Codes codes) {
		TargetKind known = Objects.requireNonNullElse(this.kind, TargetKind.QUALITATIVE);
		boolean choice = known.measured() && this.operator != null;
		TargetOperator how = choice ? Objects.requireNonNull(this.operator) : known.operators().getFirst();
		if (this.text == null) {
			errors.rejectValue(path + ".text", "emulation.error.target.text");
		}
		if (this.kind == null) {
			errors.rejectValue(path + ".kind", "emulation.error.choose");
		}
		if (!known.operators().contains(how)) {
			errors.rejectValue(path + ".operator", "emulation.error.target.operator");
		}
		if (known == TargetKind.DEADLINE && this.dueOn == null && !errors.hasFieldErrors(path + ".dueOn")) {
			errors.rejectValue(path + ".dueOn", "emulation.error.target.dueOn");
		}
		boolean percent = known == TargetKind.PERCENT;
		if (percent ? this.denominatorKind == null
				: this.denominatorKind != null && !codes.has("denominator_kind", this.denominatorKind)) {
			errors.rejectValue(path + ".denominatorKind", "emulation.error.target.denominator");
		}
		BigDecimal from = known.measured() ? number(this.value, known, path + ".value", errors) : null;
		BigDecimal to = (how == TargetOperator.BETWEEN) ? number(this.valueTo, known, path + ".valueTo", errors) : null;
		if (from != null && to != null && from.compareTo(to) > 0) {
			errors.rejectValue(path + ".valueTo", "emulation.error.target.between");
		}
		return new TargetText(Objects.requireNonNullElse(this.text, ""),
				new Goal(known, how, from, to, (known == TargetKind.DEADLINE) ? this.dueOn : null), this.measure,
				this.denominatorKind, this.denominatorText, this.baseDate, this.note);
	}

	private static @Nullable BigDecimal number(@Nullable String typed, TargetKind kind, String field,
			BindingResult errors) {
		if (typed == null) {
			errors.rejectValue(field, "emulation.error.target.value");
			return null;
		}
		try {
			BigDecimal number = switch (kind) {
				case AMOUNT -> NumberText.money(typed);
				case COUNT -> BigDecimal.valueOf(NumberText.count(typed));
				default -> NumberText.decimal(typed);
			};
			if (kind == TargetKind.PERCENT && number.compareTo(BigDecimal.valueOf(100)) > 0) {
				throw new RuleViolation("emulation.number.percent");
			}
			return number;
		}
		catch (RuleViolation broken) {
			broken.onField(field).addTo(errors);
			return null;
		}
	}

	public @Nullable String getText() {
		return this.text;
	}

	public void setText(@Nullable String text) {
		this.text = text;
	}

	public @Nullable TargetKind getKind() {
		return this.kind;
	}

	public void setKind(@Nullable TargetKind kind) {
		this.kind = kind;
	}

	public @Nullable TargetOperator getOperator() {
		return this.operator;
	}

	public void setOperator(@Nullable TargetOperator operator) {
		this.operator = operator;
	}

	public @Nullable String getValue() {
		return this.value;
	}

	public void setValue(@Nullable String value) {
		this.value = value;
	}

	public @Nullable String getValueTo() {
		return this.valueTo;
	}

	public void setValueTo(@Nullable String valueTo) {
		this.valueTo = valueTo;
	}

	public @Nullable LocalDate getDueOn() {
		return this.dueOn;
	}

	public void setDueOn(@Nullable LocalDate dueOn) {
		this.dueOn = dueOn;
	}

	public @Nullable String getMeasure() {
		return this.measure;
	}

	public void setMeasure(@Nullable String measure) {
		this.measure = measure;
	}

	public @Nullable String getDenominatorKind() {
		return this.denominatorKind;
	}

	public void setDenominatorKind(@Nullable String denominatorKind) {
		this.denominatorKind = denominatorKind;
	}

	public @Nullable String getDenominatorText() {
		return this.denominatorText;
	}

	public void setDenominatorText(@Nullable String denominatorText) {
		this.denominatorText = denominatorText;
	}

	public @Nullable LocalDate getBaseDate() {
		return this.baseDate;
	}

	public void setBaseDate(@Nullable LocalDate baseDate) {
		this.baseDate = baseDate;
	}

	public @Nullable String getNote() {
		return this.note;
	}

	public void setNote(@Nullable String note) {
		this.note = note;
	}

}
