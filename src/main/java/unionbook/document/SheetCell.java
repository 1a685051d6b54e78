package unionbook.document;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A cell that holds something.
 *
 * @param column the column, 0 for A
 * @param kind what it holds
 * @param text its text: as stored for text and numbers, dd/MM/yyyy for days
 * @param number the number of a NUMBER, otherwise null
 * @param day the day of a DAY; for a NUMBER the day it would be in this workbook's
 * calendar, if any; otherwise null
 * @param formula whether the value was left there by a formula, which is never calculated
 * again
 */
public record SheetCell(int column, Kind kind, String text, @Nullable BigDecimal number, @Nullable LocalDate day,
		boolean formula) {

	/** A cell of plain text. */
	static SheetCell text(int column, String text, boolean formula) {
		return new SheetCell(column, Kind.TEXT, text, null, null, formula);
	}

	/** What a cell holds. */
	public enum Kind {

		/** Words, and everything in a file of plain text. */
		TEXT,
		/** A number. */
		NUMBER,
		/** A number shown as a day. */
		DAY,
		/** TRUE or FALSE. */
		TRUTH,
		/** What a failed formula leaves, such as #N/A. */
		ERROR

	}

}
