package unionbook.statistics;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/** Addresses of the rosters behind figures. */
public final class RosterLink {

	private final StringBuilder address;

	private char next = '?';

	private RosterLink(String path) {
		this.address = new StringBuilder(path);
	}

	/**
	 * The roster of a unit with everything below it.
	 * @param unit the unit
	 * @param day the day, or null for today
	 * @return an address to go on with
	 */
	public static RosterLink of(UnitId unit, @Nullable LocalDate day) {
		RosterLink link = new RosterLink("/units/" + unit + "/members");
		return (day == null) ? link : link.with("asOf", day.toString());
	}

	/**
	 * Keeps only some of its people.
	 * @param filter the roster's filter
	 * @param code the code asked for
	 * @return this address
	 */
	public RosterLink with(String filter, String code) {
		this.address.append(this.next).append(filter).append('=').append(code);
		this.next = '&';
		return this;
	}

	@Override
	public String toString() {
		return this.address.toString();
	}

}
