package unionbook.document;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of an export one after the other, usually from an open database cursor.
 */
@FunctionalInterface
public interface RowSource {

	/**
	 * Hands over each row once, in order, without keeping any.
	 * @param row takes the cells of a row, one per column: {@link String},
	 * {@link java.time.LocalDate}, {@link Number} or null. What it throws must reach the
	 * caller, for it says that nobody reads on.
	 */
	void forEach(Consumer<@Nullable Object[]> row);

}
