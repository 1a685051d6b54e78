package unionbook.document;

/**
 * A sheet of a file.
 *
 * @param name its name, empty for a file of plain text
 * @param hidden whether a spreadsheet program hides it
 */
public record SheetInfo(String name, boolean hidden) {
}
