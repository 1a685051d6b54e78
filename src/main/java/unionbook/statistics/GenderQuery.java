package unionbook.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/**
 * What is asked of the gender ratio.
 *
 * @param unit the unit, with everything below it
 * @param home whether that is the unit the reader starts from
 * @param day the day
 * @param today whether that is today
 * @param by what the rows tell apart
 * @param compare another day to compare with, or null
 * @param order the order of the rows
 * @param descending whether that order runs down
 * @param decimals digits of the percents in rows
 */
record GenderQuery(UnitId unit, boolean home, LocalDate day, boolean today, Dimension by, @Nullable LocalDate compare,
		RowOrder order, boolean descending, int decimals) {

	static final String PATH = "/statistics/gender";

	/** Today is not named in addresses, so that a link kept stays today's. */
	RosterLink roster(UnitId root) {
		return RosterLink.of(root, this.today ? null : this.day);
	}

	GenderQuery on(LocalDate other) {
		return new GenderQuery(this.unit, this.home, other, this.today && other.equals(this.day), this.by, null,
				this.order, this.descending, this.decimals);
	}

	GenderQuery of(UnitId other) {
		return new GenderQuery(other, false, this.day, this.today, this.by, this.compare, RowOrder.CODE, false,
				this.decimals);
	}

	GenderQuery by(Dimension other) {
		return new GenderQuery(this.unit, this.home, this.day, this.today, other, this.compare, RowOrder.CODE, false,
				this.decimals);
	}

	public GenderQuery comparedWith(@Nullable LocalDate other) {
		return new GenderQuery(this.unit, this.home, this.day, this.today, this.by, other, this.order, this.descending,
				this.decimals);
	}

	/** The other direction if it stands so already; numbers begin with the greatest. */
	GenderQuery sorted(RowOrder other) {
		boolean down = (other == this.order) ? !this.descending : other.numeric();
		return new GenderQuery(this.unit, this.home, this.day, this.today, this.by, this.compare, other, down,
				this.decimals);
	}

	public GenderQuery withDecimals(int digits) {
		return new GenderQuery(this.unit, this.home, this.day, this.today, this.by, this.compare, this.order,
				this.descending, digits);
	}

	/** The address that sorts by an order. */
	public String sortHref(String asked) {
		return sorted(RowOrder.of(asked)).href();
	}

	/** How the rows stand by an order: {@code asc}, {@code desc} or null. */
	public @Nullable String direction(String asked) {
		return (RowOrder.of(asked) != this.order) ? null : this.descending ? "desc" : "asc";
	}

	/** The same figures told apart in other ways. */
	public List<Tab> tabs() {
		return Arrays.stream(Dimension.values())
			.map((other) -> new Tab("statistics.by." + other.parameter(), by(other).href(), other == this.by))
			.toList();
	}

	public String href() {
		return href("");
	}

	/** The address of this question; an ending asks for a file. */
	public String href(String ending) {
		RosterLink link = RosterLink.to(PATH + ending);
		if (!this.today) {
			link.with("asOf", this.day.toString());
		}
		if (!this.home) {
			link.with("unit", this.unit.toString());
		}
		if (this.by != Dimension.UNIT) {
			link.with("by", this.by.parameter());
		}
		if (this.compare != null) {
			link.with("compare", this.compare.toString());
		}
		if (this.order != RowOrder.CODE || this.descending) {
			link.with("sort", (this.descending ? "-" : "") + this.order.parameter());
		}
		if (this.decimals != 1) {
			link.with("decimals", String.valueOf(this.decimals));
		}
		return link.toString();
	}

	/**
	 * A link to the same figures told apart in another way.
	 *
	 * @param key the message key of its words
	 * @param href where it leads
	 * @param current whether the page stands so
	 */
	record Tab(String key, String href, boolean current) {
	}

}
