package unionbook.document;

/**
 * A column of an export.
 *
 * @param heading the words above it, in the reader's language
 * @param kind what its cells hold
 */
public record Column(String heading, ColumnKind kind) {
}
