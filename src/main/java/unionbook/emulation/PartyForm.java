package unionbook.emulation;

import java.util.Objects;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import unionbook.platform.Codes;

/** A party in the form of a pledge. */
class PartyForm {

	private @Nullable String side;

	@Size(max = 200)
	private @Nullable String name;

	@Size(max = 100)
	private @Nullable String signatoryName;

	@Size(max = 200)
	private @Nullable String signatoryPosition;

	private @Nullable String signatoryRole;

	@Size(max = 500)
	private @Nullable String unknownReason;

	static PartyForm of(PartyText text) {
		PartyForm form = new PartyForm();
		form.side = text.side();
		form.name = text.name();
		form.signatoryName = text.signatoryName();
		form.signatoryPosition = text.signatoryPosition();
		form.signatoryRole = text.signatoryRole();
		form.unknownReason = text.unknownReason();
		return form;
	}

	boolean blank() {
		return this.name == null && this.signatoryName == null && this.signatoryPosition == null;
	}

	PartyText text() {
		return new PartyText(Objects.requireNonNullElse(this.side, "OTHER"), Objects.requireNonNullElse(this.name, ""),
				this.signatoryName, this.signatoryPosition, Objects.requireNonNullElse(this.signatoryRole, "SIGNER"),
				this.unknownReason);
	}

	void check(String path, BindingResult errors, Codes codes) {
		if (this.name == null) {
			errors.rejectValue(path + ".name", "emulation.error.party.name");
		}
		if (this.side == null || !codes.has("party_side", this.side)) {
			errors.rejectValue(path + ".side", "emulation.error.choose");
		}
		if (this.signatoryRole != null && !codes.has("signatory_role", this.signatoryRole)) {
			errors.rejectValue(path + ".signatoryRole", "emulation.error.choose");
		}
	}

	public @Nullable String getSide() {
		return this.side;
	}

	public void setSide(@Nullable String side) {
		this.side = side;
	}

	public @Nullable String getName() {
		return this.name;
	}

	public void setName(@Nullable String name) {
		this.name = name;
	}

	public @Nullable String getSignatoryName() {
		return this.signatoryName;
	}

	public void setSignatoryName(@Nullable String signatoryName) {
		this.signatoryName = signatoryName;
	}

	public @Nullable String getSignatoryPosition() {
		return this.signatoryPosition;
	}

	public void setSignatoryPosition(@Nullable String signatoryPosition) {
		this.signatoryPosition = signatoryPosition;
	}

	public @Nullable String getSignatoryRole() {
		return this.signatoryRole;
	}

	public void setSignatoryRole(@Nullable String signatoryRole) {
		this.signatoryRole = signatoryRole;
	}

	public @Nullable String getUnknownReason() {
		return this.unknownReason;
	}

	public void setUnknownReason(@Nullable String unknownReason) {
		this.unknownReason = unknownReason;
	}

}
