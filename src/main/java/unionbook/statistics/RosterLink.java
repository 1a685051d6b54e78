package unionbook.statistics;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.UnitId;

/** Addresses of the rosters behind figures, and other addresses with parameters. */
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
		RosterLink link = to("/units/" + unit + "/members");
		return (day == null) ? link : link.with("asOf", day.toString());
	}

	/**
	 * Any page.
	 * @param path its address
	 * @return an address to go on with
	 */
	public static RosterLink to(String path) {
		return new RosterLink(path);
	}

	/**
	 * Asks for something, such as only some of the people of a roster.
	 * @param filter the parameter
	 * @param code its value, which needs no escaping
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
