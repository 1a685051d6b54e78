package unionbook.shared;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something done that must be answered for; published in the transaction of the change.
 */
public interface AuditedEvent {

	/**
	 * What was done.
	 * @return a key such as {@code member.transferred}
	 */
	String action();

	/**
	 * What kind of thing it was done to.
	 * @return a key such as {@code member}
	 */
	String subjectKind();

	/**
	 * The thing it was done to.
	 * @return its id, or null
	 */
	@Nullable UUID subject();

	/**
	 * The unit that answers for it.
	 * @return the unit, or null for what belongs to none
	 */
	@Nullable UnitId unit();

	/**
	 * The day from which the change holds.
	 * @return the day, or null
	 */
	default @Nullable LocalDate effectiveOn() {
		return null;
	}

	/**
	 * Why, or by which decision.
	 * @return the reason, or null
	 */
	default @Nullable String reason() {
		return null;
	}

	/**
	 * What changed, field by field; sensitive values already masked.
	 * @return field key to change
	 */
	default Map<String, Change> changes() {
		return Map.of();
	}

	/**
	 * A value before and after.
	 *
	 * @param before the old value, or null
	 * @param after the new value, or null
	 */
	record Change(@Nullable String before, @Nullable String after) {

		/**
		 * The fields that differ between two states.
		 * @param before values before, by field
		 * @param after values after, by field
		 * @return the changed fields in the order of the second map
		 */
		public static Map<String, Change> between(Map<String, @Nullable Object> before,
				Map<String, @Nullable Object> after) {
			Map<String, Change> changes = new LinkedHashMap<>();
			after.forEach((field, value) -> {
				Object old = before.get(field);
				if (!Objects.equals(old, value)) {
					changes.put(field, new Change(text(old), text(value)));
				}
			});
			return changes;
		}

		private static @Nullable String text(@Nullable Object value) {
			return (value == null) ? null : value.toString();
		}

	}

}
