package unionbook.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import unionbook.document.SheetCell;
import unionbook.document.SheetCell.Kind;
import unionbook.shared.VietnameseText;

/** Reads cells of plain words and numbers. */
final class CellText {

	private static final Pattern NO_DIGIT = Pattern.compile("[\\s.()-]+");

	/** A number whose zero in front was taken for nothing: of a mobile or a landline. */
	private static final Pattern WITHOUT_ZERO = Pattern.compile("[35789][0-9]{8}|2[0-9]{9}");

	private CellText() {
	}

	/**
	 * The text of a cell, cleaned, possibly empty; numbers written out, unless they are
	 * rounded: then as they stand, so that it shows.
	 */
	static String of(SheetCell cell) {
		BigDecimal number = cell.number();
		if (cell.kind() == Kind.NUMBER && number != null && !isRounded(number)) {
			return ((number.scale() > 0) ? number.stripTrailingZeros() : number).toPlainString();
		}
		return VietnameseText.normalize(cell.text());
	}

	/** Whether a number like 1.08501E+09 has lost its last digits. */
	static boolean isRounded(BigDecimal number) {
		return number.scale() < 0 && number.precision() < 9;
	}

	static Reading plain(SheetCell cell, String text) {
		return (cell.kind() == Kind.TEXT) ? NameText.text(cell.text()) : Reading.of(text);
	}

	static Reading phone(String text) {
		String digits = NO_DIGIT.matcher(Digits.ascii(text)).replaceAll("");
		return WITHOUT_ZERO.matcher(digits).matches()
				? Reading.mended("0" + digits, "intake.problem.phone.restored", text, "0" + digits)
				: Reading.of(Digits.ascii(text));
	}

}
