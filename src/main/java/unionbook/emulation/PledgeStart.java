package unionbook.emulation;

import org.jspecify.annotations.Nullable;
import unionbook.platform.NotFound;
import unionbook.shared.UnitId;

/** What a new pledge begins with. */
class PledgeStart {

	private @Nullable UnitId unit;

	private @Nullable Integer year;

	private @Nullable PledgeLevel level;

	private @Nullable String source;

	/** The pledge to copy from; what is no id names nothing. */
	@Nullable PledgeId model() {
		try {
			return (this.source == null) ? null : PledgeId.of(this.source);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

	public @Nullable UnitId getUnit() {
		return this.unit;
	}

	public void setUnit(@Nullable UnitId unit) {
		this.unit = unit;
	}

	public @Nullable Integer getYear() {
		return this.year;
	}

	public void setYear(@Nullable Integer year) {
		this.year = year;
	}

	public @Nullable PledgeLevel getLevel() {
		return this.level;
	}

	public void setLevel(@Nullable PledgeLevel level) {
		this.level = level;
	}

	public @Nullable String getSource() {
		return this.source;
	}

	public void setSource(@Nullable String source) {
		this.source = source;
	}

}
