package unionbook.emulation;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/** What a new pledge begins with. */
class PledgeStart {

	private @Nullable UnitId unit;

	private @Nullable Integer year;

	private @Nullable PledgeLevel level;

	private @Nullable PledgeId source;

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

	public @Nullable PledgeId getSource() {
		return this.source;
	}

	public void setSource(@Nullable PledgeId source) {
		this.source = source;
	}

}
