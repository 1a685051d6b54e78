package unionbook.unit;

import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.platform.DecisionForm;

/** What is typed to found or change a unit. */
class UnitForm extends DecisionForm {

	static final String CORRECTION = "CORRECTION";

	static final List<String> MODES = List.of("CHANGE", CORRECTION);

	@NotBlank
	@Size(max = 20)
	@Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*", message = "{unit.error.code.form}")
	private @Nullable String code;

	@NotBlank
	@Size(min = 3, max = 200)
	private @Nullable String name;

	private @Nullable String kind;

	@NotBlank
	private @Nullable String hostKind;

	@NotBlank
	private @Nullable String fundingType;

	@Size(max = 200)
	private @Nullable String hostName;

	@Size(max = 100)
	private @Nullable String block;

	@Size(max = 200)
	private @Nullable String outerSuperior;

	private String mode = MODES.getFirst();

	private int version;

	static UnitForm of(UnitState state) {
		UnitRow unit = state.unit();
		UnitForm form = new UnitForm();
		form.code = unit.code();
		form.name = unit.name();
		form.kind = unit.kind();
		form.hostKind = unit.hostKind();
		form.fundingType = unit.fundingType();
		form.hostName = unit.hostName();
		form.block = unit.block();
		form.outerSuperior = unit.outerSuperior();
		form.mode = state.latest() ? MODES.getFirst() : CORRECTION;
		form.setVersion(state.version());
		return form;
	}

	/**
	 * The facts typed, for the kind of an existing unit. To be called on a form without
	 * errors.
	 */
	UnitFacts facts(String kindOfUnit) {
		return new UnitFacts(Objects.requireNonNull(this.code), Objects.requireNonNull(this.name), kindOfUnit,
				Objects.requireNonNull(this.hostKind), Objects.requireNonNull(this.fundingType), this.hostName,
				this.block, this.outerSuperior);
	}

	boolean correction() {
		return CORRECTION.equals(this.mode);
	}

	/**
	 * A correction rests on no decision; a change cannot start from facts that others
	 * follow.
	 */
	void check(BindingResult errors, UnitState state) {
		if (correction()) {
			return;
		}
		check(errors);
		if (!state.latest()) {
			errors.rejectValue("mode", "unit.error.notLatest");
		}
	}

	public @Nullable String getCode() {
		return this.code;
	}

	public void setCode(@Nullable String code) {
		this.code = code;
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	/** What a decision needs. */
	void check(BindingResult errors) {
		require(errors, getDecisionNumber(), "decisionNumber", "unit.error.decision");
		require(errors, getEffectiveOn(), "effectiveOn", "unit.error.effectiveOn");
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public @Nullable String getKind() {
		return this.kind;
	}

	public void setKind(@Nullable String kind) {
		this.kind = kind;
	}

	public @Nullable String getHostKind() {
		return this.hostKind;
	}

	public void setHostKind(@Nullable String hostKind) {
		this.hostKind = hostKind;
	}

	public @Nullable String getFundingType() {
		return this.fundingType;
	}

	public void setFundingType(@Nullable String fundingType) {
		this.fundingType = fundingType;
	}

	public @Nullable String getHostName() {
		return this.hostName;
	}

	public void setHostName(@Nullable String hostName) {
		this.hostName = hostName;
	}

	public @Nullable String getBlock() {
		return this.block;
	}

	public void setBlock(@Nullable String block) {
		this.block = block;
	}

	public @Nullable String getOuterSuperior() {
		return this.outerSuperior;
	}

	public void setOuterSuperior(@Nullable String outerSuperior) {
		this.outerSuperior = outerSuperior;
	}

	public String getMode() {
		return this.mode;
	}

	public void setMode(@Nullable String mode) {
		this.mode = CORRECTION.equals(mode) ? CORRECTION : MODES.getFirst();
	}

}
