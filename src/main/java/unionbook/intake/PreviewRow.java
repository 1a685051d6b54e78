package unionbook.intake;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file with what it means for the book.
 *
 * @param number the number of the row as a spreadsheet program shows it
 * @param verdict what it means
 * @param name the name in it, or null
 * @param gender the gender in words, or null
 * @param birth the birth date as far as it is known, or null
 * @param unitName the unit, where it is not that of the import
 * @param member the person it means, or may mean
 * @param changes what it would change
 * @param remarks what is wrong or was mended
 */
record PreviewRow(int number, RowVerdict verdict, @Nullable String name, @Nullable String gender,
		@Nullable String birth, @Nullable String unitName, @Nullable UUID member, List<Cell> changes,
		List<Remark> remarks) {

	/**
	 * A cell that would change.
	 *
	 * @param label the field
	 * @param before what the book says, or null
	 * @param after what the file says, or null
	 */
	record Cell(String label, @Nullable String before, @Nullable String after) {
	}

	/**
	 * What is wrong, or was mended.
	 *
	 * @param error whether it keeps the row out
	 * @param cell the address of the cell, or null where the row is meant
	 * @param sentence what to do
	 */
	record Remark(boolean error, @Nullable String cell, String sentence) {

		String whole() {
			return (this.cell == null) ? this.sentence : this.cell + ": " + this.sentence;
		}

	}

}
