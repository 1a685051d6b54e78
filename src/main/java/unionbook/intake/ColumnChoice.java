package unionbook.intake;

import org.jspecify.annotations.Nullable;

/**
 * A column of a list and what it is taken for.
 *
 * @param column the column, 0 for A
 * @param heading the words above it, upper and lower row joined, possibly empty
 * @param field what it is taken for, or null to leave it out
 */
record ColumnChoice(int column, String heading, @Nullable Field field) {
}
