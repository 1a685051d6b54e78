package unionbook.roster;

/**
 * What a roster is sorted by. People with the same key stand in the order of names; the
 * given name comes first, then surname, then middle words, as Vietnamese lists run.
 */
enum RosterSort {

	/** Given name, surname, middle words. */
	NAME,
	/** Birth date; where only years are shown, the year. */
	BIRTH,
	/** The order of the list of positions; those without one last. */
	POSITION,
	/** The day of joining the union; those with an unknown one last. */
	JOINED;

	/**
	 * The sort key before the name, over the aliases of {@link RosterSql}.
	 * @param personal whether full birth dates are shown
	 * @return an expression that is never null, or empty for the name alone
	 */
	String key(boolean personal) {
		return switch (this) {
			case NAME -> "";
			case BIRTH -> personal ? "m.birth_date" : "extract(year from m.birth_date)::integer";
			case POSITION -> "coalesce(array_position(:positions, m.position), 1000)";
			case JOINED -> "coalesce(r.joined_union_on, date '9999-12-31')";
		};
	}

}
