package unionbook.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

import unionbook.platform.Formats;
import unionbook.shared.Share;

/**
 * The share of women over the years, ready to be drawn: places across in percent of the
 * width, places down in units of the drawing's height, so that nothing shrinks on a
 * phone.
 *
 * @param points the points from left to right
 * @param low the percent at the bottom
 * @param high the percent at the top
 * @param half where 50% lies, or −1 when it lies outside
 */
record YearLine(List<Point> points, int low, int high, int half) {

	private static final int TOP = 14;

	private static final int BOTTOM = 126;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * Places the figures of some days on the drawing, each day with at least one member.
	 */
	static YearLine of(GenderQuery query, SortedMap<LocalDate, Share> figures, Formats formats) {
		List<BigDecimal> percents = figures.values()
			.stream()
			.map((share) -> Objects.requireNonNull(share.percent(4)))
			.toList();
		double least = percents.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
		double most = percents.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(100);
		int low = Math.max(0, (int) Math.floor(least) - 1);
		int high = Math.min(100, (int) Math.ceil(most) + 1);
		List<Point> points = new ArrayList<>();
		figures.forEach((day, share) -> {
			int i = points.size();
			BigDecimal across = HUNDRED.multiply(BigDecimal.valueOf(2L * i + 1))
				.divide(BigDecimal.valueOf(2L * figures.size()), 2, RoundingMode.HALF_UP);
			boolean yearEnd = day.plusDays(1).getDayOfYear() == 1;
			GenderQuery then = query.on(day);
			String roster = then.roster(query.unit()).toString();
			points.add(new Point(yearEnd ? String.valueOf(day.getYear()) : formats.day(day),
					yearEnd ? String.valueOf(day.getYear()) : formats.day(day).substring(0, 5), share, then.href(),
					roster, String.valueOf(GenderRow.women(roster)), across + "%",
					down(percents.get(i).doubleValue(), low, high)));
		});
		return new YearLine(points, low, high, (low < 50 && 50 < high) ? down(50, low, high) : -1);
	}

	private static int down(double percent, int low, int high) {
		return (int) Math.round(BOTTOM - (percent - low) / (high - low) * (BOTTOM - TOP));
	}

	/**
	 * A point.
	 *
	 * @param label the year, or the day where no year ends
	 * @param mark what stands below it
	 * @param share the share there
	 * @param href the gender ratio of that day
	 * @param roster the people of that day
	 * @param women the women among them
	 * @param x the place across
	 * @param y the place down
	 */
	record Point(String label, String mark, Share share, String href, String roster, String women, String x, int y) {
	}

}
