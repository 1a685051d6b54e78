package unionbook.committee;

/**
 * Something that does not fit and is told, never refused.
 *
 * @param key the message key
 * @param arguments what the sentence names
 */
record Warning(String key, Object... arguments) {
}
