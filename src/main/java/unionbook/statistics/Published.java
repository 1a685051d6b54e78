package unionbook.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * A figure printed elsewhere, as printed.
 *
 * @param day the day it is given for
 * @param units how many grassroots unions, or null
 * @param members how many members, or null
 * @param women how many women, or null
 * @param percentPrinted the share of women as printed, such as 51,8, or null
 * @param qualifier how exact the number of members is meant, a code of the list
 * value_qualifier
 * @param source where it was printed
 */
public record Published(LocalDate day, @Nullable Integer units, @Nullable Integer members, @Nullable Integer women,
		@Nullable String percentPrinted, String qualifier, String source) {

	/**
	 * The share the printed counts give.
	 * @return the women of the members, or null when one of them was not printed
	 */
	public @Nullable Share share() {
		return (this.members == null || this.women == null) ? null : new Share(this.women, this.members);
	}

	/**
	 * How the printed percent comes from the printed counts.
	 * @return {@code rounded}, {@code cut} (digits left out, not rounded), {@code other},
	 * or {@code none} when there is nothing to compare
	 */
	public String rounding() {
		Share share = share();
		if (this.percentPrinted == null || share == null) {
			return "none";
		}
		BigDecimal printed = new BigDecimal(this.percentPrinted.replace(',', '.'));
		if (printed.equals(share.percent(printed.scale()))) {
			return "rounded";
		}
		BigDecimal cut = BigDecimal.valueOf(share.part())
			.movePointRight(2)
			.divide(BigDecimal.valueOf(share.whole()), printed.scale(), RoundingMode.DOWN);
		return printed.equals(cut) ? "cut" : "other";
	}

	/**
	 * The digits the percent was printed with.
	 * @return digits after the comma
	 */
	public int decimals() {
		int comma = (this.percentPrinted == null) ? -1 : this.percentPrinted.replace('.', ',').indexOf(',');
		return (this.percentPrinted == null || comma < 0) ? 0 : this.percentPrinted.length() - comma - 1;
	}

	/**
	 * Whether a count of our own agrees with the printed number of members.
	 * @param counted the women of the members counted here for the same day
	 * @return true if equal, or on the side the qualifier names
	 */
	public boolean agrees(Share counted) {
		if (this.members == null) {
			return true;
		}
		return switch (this.qualifier) {
			case "MORE_THAN" -> counted.whole() > this.members;
			case "NEARLY" -> counted.whole() < this.members;
			case "ABOUT" -> true;
			default -> counted.whole() == this.members && (this.women == null || counted.part() == this.women);
		};
	}

}
