package unionbook.statistics;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * One line of the gender ratio.
 *
 * @param place where it stands in the order of codes
 * @param code the code of the unit or of the value
 * @param label the words for it
 * @param drill the gender ratio of that unit alone, or null
 * @param now the women of the members on the asked day
 * @param then the same on the day to compare with, or null
 * @param roster the people behind {@code now}, or null when they are not to be named
 * @param rosterThen the people behind {@code then}, or null
 * @param shown which figures may be told
 */
record GenderRow(int place, String code, String label, @Nullable String drill, Share now, @Nullable Share then,
		@Nullable String roster, @Nullable String rosterThen, SmallCells.Row shown) {

	/** The same with some figures hidden. */
	GenderRow showing(SmallCells.Row cells) {
		return new GenderRow(this.place, this.code, this.label, this.drill, this.now, this.then, this.roster,
				this.rosterThen, cells);
	}

	/** The women among those people. */
	static @Nullable String women(@Nullable String roster) {
		return gender(roster, "FEMALE");
	}

	/** The men among those people. */
	static @Nullable String men(@Nullable String roster) {
		return gender(roster, "MALE");
	}

	/**
	 * The change since the other day, in points; null where there is nothing to compare.
	 */
	public @Nullable BigDecimal points(int decimals) {
		return (this.then == null) ? null : this.now.pointsAbove(this.then, decimals);
	}

	private static @Nullable String gender(@Nullable String roster, String gender) {
		return (roster == null) ? null : roster + (roster.contains("?") ? "&" : "?") + "gender=" + gender;
	}

}
