package unionbook.statistics;

import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Share;

/** The orders the rows of the gender ratio may stand in. */
enum RowOrder {

	/** By the unit's code, or as the code list runs. */
	CODE(null),
	/** By the words, as a Vietnamese dictionary does. */
	NAME(Comparator.comparing(GenderRow::label, Collator.getInstance(Locale.of("vi", "VN")))),
	/** By the number of members. */
	MEMBERS(Comparator.comparing((row) -> row.now().whole())),
	/** By the number of women. */
	WOMEN(Comparator.comparing((row) -> row.now().part())),
	/** By the number of men. */
	MEN(Comparator.comparing((row) -> row.now().rest())),
	/** By the share of women, exactly and not as printed. */
	SHARE(Comparator.comparing((row) -> exact(row.now())));

	private final @Nullable Comparator<GenderRow> comparator;

	RowOrder(@Nullable Comparator<GenderRow> comparator) {
		this.comparator = comparator;
	}

	/** The order by its name in addresses. */
	static RowOrder of(String text) {
		for (RowOrder order : values()) {
			if (order.parameter().equals(text)) {
				return order;
			}
		}
		throw new IllegalArgumentException("no such order");
	}

	/** Whether it orders by a number. */
	boolean numeric() {
		return this != CODE && this != NAME;
	}

	String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Rows that are equal stay as the codes have them. */
	Comparator<GenderRow> comparator(boolean descending) {
		Comparator<GenderRow> order = (this.comparator == null) ? Comparator.comparing(GenderRow::place)
				: this.comparator;
		return (descending ? order.reversed() : order).thenComparing(GenderRow::place);
	}

	/** Eighteen digits tell apart any two shares of a country's members. */
	private static BigDecimal exact(Share share) {
		BigDecimal percent = share.percent(18);
		return (percent == null) ? BigDecimal.ONE.negate() : percent;
	}

}
