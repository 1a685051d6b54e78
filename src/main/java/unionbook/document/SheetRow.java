package unionbook.document;

import java.util.List;

/**
 * A row that holds something.
 *
 * @param number its number as a spreadsheet program shows it, 1 for the first
 * @param hidden whether the program hides it
 * @param cells its cells from left to right, without the empty ones
 */
public record SheetRow(int number, boolean hidden, List<SheetCell> cells) {
}
