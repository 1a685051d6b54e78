package unionbook.emulation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a pledge is called off. */
class CancellationForm {

	private @Nullable Integer version;

	@NotBlank
	@Size(max = 2000)
	private @Nullable String reason;

	@Size(max = 200)
	private @Nullable String decision;

	public @Nullable Integer getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable Integer version) {
		this.version = version;
	}

	public @Nullable String getReason() {
		return this.reason;
	}

	public void setReason(@Nullable String reason) {
		this.reason = reason;
	}

	public @Nullable String getDecision() {
		return this.decision;
	}

	public void setDecision(@Nullable String decision) {
		this.decision = decision;
	}

}
