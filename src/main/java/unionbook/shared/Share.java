package unionbook.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * A part of a whole, kept as two counts so that nothing is lost by rounding.
 *
 * @param part how many
 * @param whole of how many
 */
public record Share(long part, long whole) {

	/**
	 * The percent, half up.
	 * @param decimals digits after the comma
	 * @return the percent, or null when the whole is zero
	 */
	public @Nullable BigDecimal percent(int decimals) {
		return (this.whole == 0) ? null
				: BigDecimal.valueOf(this.part)
					.movePointRight(2)
					.divide(BigDecimal.valueOf(this.whole), decimals, RoundingMode.HALF_UP);
	}

	/**
	 * The rest of the whole.
	 * @return the whole without the part
	 */
	public long rest() {
		return this.whole - this.part;
	}

	/**
	 * The distance from another share in percentage points, computed from the exact
	 * shares and rounded once.
	 * @param other the share to compare with
	 * @param decimals digits after the comma
	 * @return this percent minus the other, or null when one of them has no whole
	 */
	public @Nullable BigDecimal pointsAbove(Share other, int decimals) {
		if (this.whole == 0 || other.whole == 0) {
			return null;
		}
		BigDecimal crosswise = BigDecimal.valueOf(this.part)
			.multiply(BigDecimal.valueOf(other.whole))
			.subtract(BigDecimal.valueOf(other.part).multiply(BigDecimal.valueOf(this.whole)));
		return crosswise.movePointRight(2)
			.divide(BigDecimal.valueOf(this.whole).multiply(BigDecimal.valueOf(other.whole)), decimals,
					RoundingMode.HALF_UP);
	}

	/**
	 * Whether at least a percent of the whole is reached, compared in integers and never
	 * by rounded percents.
	 * @param percent the percent asked for
	 * @return true if part × 100 ≥ percent × whole, false when the whole is zero
	 */
	public boolean reaches(BigDecimal percent) {
		return this.whole > 0 && BigDecimal.valueOf(this.part)
			.movePointRight(2)
			.compareTo(percent.multiply(BigDecimal.valueOf(this.whole))) >= 0;
	}

}
