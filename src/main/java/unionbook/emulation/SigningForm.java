package unionbook.emulation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The record of a signing. */
class SigningForm {

	private @Nullable Integer version;

	private @Nullable LocalDate signedOn;

	private @Nullable String signedDatePrecision;

	public @Nullable Integer getVersion() {
		return this.version;
	}

	public void setVersion(@Nullable Integer version) {
		this.version = version;
	}

	public @Nullable LocalDate getSignedOn() {
		return this.signedOn;
	}

	public void setSignedOn(@Nullable LocalDate signedOn) {
		this.signedOn = signedOn;
	}

	public @Nullable String getSignedDatePrecision() {
		return this.signedDatePrecision;
	}

	public void setSignedDatePrecision(@Nullable String signedDatePrecision) {
		this.signedDatePrecision = signedDatePrecision;
	}

}
