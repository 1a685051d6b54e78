package unionbook.emulation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A target on the board, with its results.
 *
 * @param target the target's id
 * @param number its number
 * @param text what is promised
 * @param plan the plan for the year, in words
 * @param halfYear the result at half-year, or null
 * @param year the result of the year, or null
 */
record BoardRow(UUID target, int number, TargetText text, Sentence plan, @Nullable Outcome halfYear,
		@Nullable Outcome year) {
}
