package unionbook.platform;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an account is to the organisation, and so what it may do inside the reach of its
 * grant.
 */
public enum Role {

	/** Runs the installation; reaches no personal data. */
	OPERATOR(EnumSet.of(Right.READ_AUDIT)),
	/** Administers a ministry union and its grassroots unions. */
	MINISTRY_ADMIN(EnumSet.allOf(Right.class)),
	/** Keeps rosters and pledges of a ministry union. */
	MINISTRY_OFFICER(EnumSet.of(Right.READ_PERSONAL, Right.READ_SENSITIVE, Right.WRITE_MEMBERS, Right.TRANSFER_MEMBERS,
			Right.WRITE_COMMITTEES, Right.WRITE_PLEDGES)),
	/** Keeps the roster and the pledge of one grassroots union. */
	UNIT_OFFICER(EnumSet.of(Right.READ_PERSONAL, Right.READ_SENSITIVE, Right.WRITE_MEMBERS, Right.WRITE_COMMITTEES,
			Right.WRITE_PLEDGES)),
	/** Reads names, counts and years of birth. */
	VIEWER(EnumSet.noneOf(Right.class));

	private final Set<Right> rights;

	Role(Set<Right> rights) {
		this.rights = rights;
	}

	/**
	 * Whether this role carries a right.
	 * @param right the right
	 * @return true if it does
	 */
	public boolean carries(Right right) {
		return this.rights.contains(right);
	}

}
