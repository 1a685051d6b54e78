package unionbook.emulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.platform.RuleViolation;

/**
 * The result of one target in the form; numbers are kept as typed until they are
 * understood.
 */
class ResultLine {

	private @Nullable UUID target;

	private @Nullable Integer version;

	@Size(max = 40)
	private @Nullable String numerator;

	@Size(max = 40)
	private @Nullable String denominator;

	@Size(max = 40)
	private @Nullable String amount;

	private @Nullable LocalDate achievedOn;

	private @Nullable Verdict judgement;

	@Size(max = 2000)
	private @Nullable String explanation;

	@Size(max = 500)
	private @Nullable String manualReason;

	static ResultLine of(BoardRow row, @Nullable TargetResult recorded, @Nullable Long proposed,
			Function<BigDecimal, String> number) {
		ResultLine line = new ResultLine();
		line.target = row.target();
		if (recorded == null) {
			line.denominator = (proposed == null) ? null : number.apply(BigDecimal.valueOf(proposed));
			return line;
		}
		ResultText text = recorded.text();
		Achievement reached = text.reached();
		line.version = recorded.version();
		line.numerator = (reached.numerator() == null) ? null : number.apply(BigDecimal.valueOf(reached.numerator()));
		line.denominator = (reached.denominator() == null) ? null
				: number.apply(BigDecimal.valueOf(reached.denominator()));
		line.amount = (reached.amount() == null) ? null : number.apply(reached.amount());
		line.achievedOn = reached.achievedOn();
		line.judgement = reached.judgement();
		line.explanation = text.explanation();
		line.manualReason = text.manualReason();
		return line;
	}

	/** What is recorded, as far as it can be understood. */
	ResultText text(TargetText target, LocalDate asOf, LocalDate today, @Nullable Long proposed, String path,
			BindingResult errors) {
		TargetKind kind = target.goal().kind();
		boolean share = kind == TargetKind.PERCENT || kind == TargetKind.TITLE;
		Long part = (share || kind == TargetKind.COUNT) ? count(this.numerator, path + ".numerator", errors) : null;
		Long whole = share ? count(this.denominator, path + ".denominator", errors) : null;
		boolean proposalOnly = part == null && whole != null && whole.equals(proposed) && this.explanation == null;
		if (proposalOnly) {
			whole = null;
		}
		if (part != null && share && whole == null && this.denominator == null) {
			errors.rejectValue(path + ".denominator", "emulation.error.result.denominator");
		}
		if (part == null && whole != null && this.numerator == null) {
			errors.rejectValue(path + ".numerator", "emulation.error.result.numerator");
		}
		if (part != null && whole != null && part > whole) {
			errors.rejectValue(path + ".numerator", "emulation.error.result.part", new Object[] { part, whole }, "");
		}
		if (whole != null && proposed != null && !whole.equals(proposed) && this.manualReason == null) {
			errors.rejectValue(path + ".manualReason", "emulation.error.result.reason",
					new Object[] { proposed, whole }, "");
		}
		if (this.achievedOn != null && this.achievedOn.isAfter(today)) {
			errors.rejectValue(path + ".achievedOn", "emulation.error.result.future");
		}
		boolean judged = !kind.measured() && kind != TargetKind.DEADLINE;
		if (this.judgement == Verdict.NOT_DUE || this.judgement == Verdict.NOT_REPORTED) {
			errors.rejectValue(path + ".judgement", "emulation.error.choose");
		}
		if (judged && part != null && this.judgement == null) {
			errors.rejectValue(path + ".judgement", "emulation.error.choose");
		}
		Achievement reached = new Achievement(part, whole,
				(kind == TargetKind.AMOUNT) ? money(this.amount, path + ".amount", errors) : null,
				(kind == TargetKind.DEADLINE) ? this.achievedOn : null, judged ? this.judgement : null);
		return new ResultText(asOf, reached, this.explanation, proposed, proposalOnly ? null : this.manualReason);
	}

	private static @Nullable Long count(@Nullable String typed, String field, BindingResult errors) {
		try {
			return (typed == null) ? null : NumberText.count(typed);
		}
		catch (RuleViolation broken) {
			broken.onField(field).addTo(errors);
			return null;
		}
	}

	private static @Nullable BigDecimal money(@Nullable String typed, String field, BindingResult errors) {
		try {
			return (typed == null) ? null : NumberText.money(typed);
		}
		catch (RuleViolation broken) {
			broken.onField(field).addTo(errors);
			return null;
		}
	}

	public @Nullable UUID getTarget() {
		return this.target;
	}

	public void setTarget(@Nullable UUID target) {
		this.target = target;
	}

	public @Nullable Integer getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable Integer version) {
		this.version = version;
	}

	public @Nullable String getNumerator() {
		return this.numerator;
	}

	public void setNumerator(@Nullable String numerator) {
		this.numerator = numerator;
	}

	public @Nullable String getDenominator() {
		return this.denominator;
	}

	public void setDenominator(@Nullable String denominator) {
		this.denominator = denominator;
	}

	public @Nullable String getAmount() {
		return this.amount;
	}

	public void setAmount(@Nullable String amount) {
		this.amount = amount;
	}

	public @Nullable LocalDate getAchievedOn() {
		return this.achievedOn;
	}

	public void setAchievedOn(@Nullable LocalDate achievedOn) {
		this.achievedOn = achievedOn;
	}

	public @Nullable Verdict getJudgement() {
		return this.judgement;
	}

	public void setJudgement(@Nullable Verdict judgement) {
		this.judgement = judgement;
	}

	public @Nullable String getExplanation() {
		return this.explanation;
	}

	public void setExplanation(@Nullable String explanation) {
		this.explanation = explanation;
	}

	public @Nullable String getManualReason() {
		return this.manualReason;
	}

	public void setManualReason(@Nullable String manualReason) {
		this.manualReason = manualReason;
	}

}
