package unionbook.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A line of the gender ratio as it is printed: every figure a text, with the address of
 * the people behind it. Made once per line, so that a page costs few expressions.
 *
 * @param code the code of a unit, empty for other values
 * @param label the words
 * @param drill the gender ratio of that unit alone, or null
 * @param members the members
 * @param women the women
 * @param men the men
 * @param percent the share of women, or a dash
 * @param ratio n/N
 * @param bar the width of the women's part of the bar, or null for none
 * @param membersThen the members on the day compared with, or null
 * @param womenThen the women then, or null
 * @param percentThen the share then
 * @param membersChange how many members more
 * @param womenChange how many women more
 * @param points how many percentage points more
 */
record GenderLine(String code, String label, @Nullable String drill, Figure members, Figure women, Figure men,
		String percent, String ratio, @Nullable String bar, @Nullable Figure membersThen, @Nullable Figure womenThen,
		String percentThen, String membersChange, String womenChange, String points) {

	/**
	 * A figure.
	 *
	 * @param text the figure as printed
	 * @param href the people behind it, or null
	 */
	record Figure(String text, @Nullable String href) {
	}

}
