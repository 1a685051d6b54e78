package unionbook.emulation;

/**
 * A content point of a pledge.
 *
 * @param heading its heading
 * @param body its words
 */
record PointText(String heading, String body) {
}
