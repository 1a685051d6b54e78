package unionbook.emulation;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import unionbook.shared.UnitId;

/**
 * What the list of pledges is asked for; all of it stands in the address.
 *
 * @param year the year, or null for that of the day asked for
 * @param level between whom, or null for the unions' own
 * @param unit the unit below which is looked, or null for the reader's own
 * @param state NONE or a status, or null for all
 * @param sort how rows stand; a leading minus turns them around
 * @param page the page, from 1
 */
record PledgeFilter(@Nullable Integer year, @Nullable PledgeLevel level, @Nullable UUID unit, @Nullable State state,
		@Nullable String sort, @Nullable Integer page) {

	/** Where a unit stands with its pledge. */
	enum State {

		NONE, DRAFT, SIGNED, CLOSED, CANCELLED

	}

	/** What rows may be sorted by. */
	enum Order {

		CODE("a.code"), NAME("a.name collate \"vi-x-icu\""), STATE("p.state"), SIGNED("p.signed_on");

		private final String column;

		Order(String column) {
			this.column = column;
		}

	}

	static PledgeFilter of(PledgeLevel level, UnitId unit, int year) {
		return new PledgeFilter(year, level, unit.value(), null, null, null);
	}

	public PledgeLevel shownLevel() {
		return (this.level == null) ? PledgeLevel.UNIT_JOINT : this.level;
	}

	public int shownPage() {
		return (this.page == null) ? 1 : Math.clamp(this.page, 1, 1000);
	}

	/** How many filters are in use. */
	public int active() {
		return ((this.level == null) ? 0 : 1) + ((this.state == null) ? 0 : 1);
	}

	/** The order for the query, made of constants only. */
	String orderBy() {
		boolean down = descending();
		return order().column + (down ? " desc" : "") + " nulls last, a.code, p.code";
	}

	/** How the rows stand by a column now: asc, desc or null. */
	public @Nullable String direction(String name) {
		return !order().name().equals(name) ? null : descending() ? "desc" : "asc";
	}

	/** The address part that sorts by a column, or turns it around. */
	public String sortedBy(String name, int year) {
		String word = name.toLowerCase(Locale.ROOT);
		return query(year, "asc".equals(direction(name)) ? "-" + word : word, null);
	}

	/** The address part that shows one state only. */
	public String inState(String wanted, int year) {
		return new PledgeFilter(this.year, this.level, this.unit, State.valueOf(wanted), null, null).query(year);
	}

	/** The address part without filters but the year and the unit. */
	String cleared(int year) {
		return new PledgeFilter(year, null, this.unit, null, null, null).query(year);
	}

	/** The address part of another page. */
	String onPage(int number, int year) {
		return query(year, this.sort, number);
	}

	/** The address part of this list. */
	public String query(int year) {
		return query(year, this.sort, null);
	}

	private String query(int year, @Nullable String newSort, @Nullable Integer newPage) {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance().queryParam("year", year);
		add(query, "level", this.level);
		add(query, "unit", this.unit);
		add(query, "state", this.state);
		add(query, "sort", newSort);
		add(query, "page", newPage);
		return String.valueOf(query.encode().build().getQuery());
	}

	private static void add(UriComponentsBuilder query, String name, @Nullable Object value) {
		if (value != null) {
			query.queryParam(name, value);
		}
	}

	private Order order() {
		String word = (this.sort == null) ? "" : this.sort.replace("-", "").toUpperCase(Locale.ROOT);
		for (Order order : Order.values()) {
			if (order.name().equals(word)) {
				return order;
			}
		}
		return Order.CODE;
	}

	private boolean descending() {
		return this.sort != null && this.sort.startsWith("-");
	}

}
