package unionbook.emulation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The result of a target as it is shown.
 *
 * @param result what was recorded
 * @param verdict what it comes to
 * @param reached what was reached, in words, or null
 * @param why what would have been needed, in words, or null
 * @param progress how far the bar goes, in percent, or null where there is no bar
 */
record Outcome(ResultText result, Verdict verdict, @Nullable Sentence reached, @Nullable Sentence why,
		@Nullable BigDecimal progress) {
}
