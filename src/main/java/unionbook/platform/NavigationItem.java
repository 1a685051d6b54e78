package unionbook.platform;

import java.util.function.Predicate;

/**
 * An entry of the main navigation; each feature contributes its own as a bean.
 *
 * @param order where it stands
 * @param key the message key of its word
 * @param href where it leads
 * @param shown who sees it; hiding is a kindness, never the wall
 */
public record NavigationItem(int order, String key, String href, Predicate<Actor> shown) {
}
