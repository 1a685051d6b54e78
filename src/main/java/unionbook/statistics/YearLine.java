package unionbook.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
	 * Places points on the drawing; those without members are left out.
	 * @param labels what stands below each point
	 * @param shares the shares, as many
	 */
	static YearLine of(List<String> labels, List<Share> shares) {
		List<BigDecimal> percents = shares.stream().map((share) -> Objects.requireNonNull(share.percent(4))).toList();
		double least = percents.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
		double most = percents.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(100);
		int low = Math.max(0, (int) Math.floor(least) - 1);
		int high = Math.min(100, (int) Math.ceil(most) + 1);
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < shares.size(); i++) {
			BigDecimal across = HUNDRED.multiply(BigDecimal.valueOf(2L * i + 1))
				.divide(BigDecimal.valueOf(2L * shares.size()), 2, RoundingMode.HALF_UP);
			points.add(new Point(labels.get(i), shares.get(i), across + "%",
					down(percents.get(i).doubleValue(), low, high)));
		}
		return new YearLine(points, low, high, (low < 50 && 50 < high) ? down(50, low, high) : -1);
	}

	private static int down(double percent, int low, int high) {
		return (int) Math.round(BOTTOM - (percent - low) / (high - low) * (BOTTOM - TOP));
	}

	/**
	 * A point.
	 *
	 * @param label what stands below it
	 * @param share the share there
	 * @param x the place across
	 * @param y the place down
	 */
	record Point(String label, Share share, String x, int y) {
	}

}
