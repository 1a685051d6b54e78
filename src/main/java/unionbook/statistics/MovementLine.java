package unionbook.statistics;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/**
 * A line of the table of movements.
 *
 * @param key the message key of its words
 * @param css how it stands out: {@code sum}, {@code part} or {@code apart}
 * @param sign what stands before its figures: + or −, or empty
 * @param people the women of the people
 * @param href the people behind it, or null
 * @param womenHref the women among them, or null
 */
public record MovementLine(String key, String css, String sign, Share people, @Nullable String href,
		@Nullable String womenHref) {
}
