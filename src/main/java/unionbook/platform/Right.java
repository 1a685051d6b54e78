package unionbook.platform;

/** One thing a role may do inside the reach of a grant. */
public enum Right {

	/** See full birth dates, addresses, telephone numbers (field class B). */
	READ_PERSONAL,
	/**
	 * See ethnicity, religion and Party membership of a person (field class S, Decree
	 * 356/2025/NĐ-CP art. 4).
	 */
	READ_SENSITIVE,
	/** Admit, correct and end memberships. */
	WRITE_MEMBERS,
	/** Move members between units. */
	TRANSFER_MEMBERS,
	/** Found, change and end units. */
	WRITE_UNITS,
	/** Keep committees, their terms and seats. */
	WRITE_COMMITTEES,
	/** Write, sign and report on pledges. */
	WRITE_PLEDGES,
	/** Read who did what; an operator what belongs to no unit. */
	READ_AUDIT;

	/**
	 * Whether it changes something, so that it ends where a unit was handed over or has
	 * ended.
	 * @return false for what is only read
	 */
	public boolean changes() {
		return switch (this) {
			case READ_PERSONAL, READ_SENSITIVE, READ_AUDIT -> false;
			case WRITE_MEMBERS, TRANSFER_MEMBERS, WRITE_UNITS, WRITE_COMMITTEES, WRITE_PLEDGES -> true;
		};
	}

}
