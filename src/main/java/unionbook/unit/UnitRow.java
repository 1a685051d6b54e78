package unionbook.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/**
 * A unit as it was on a day.
 *
 * @param id the unit
 * @param code its short code, unique inside its ministry union
 * @param name its name
 * @param kind the kind of union, a code of the list unit_kind
 * @param hostKind the kind of the host body, a code of the list host_kind
 * @param fundingType how it is funded, a code of the list funding_type
 * @param parent the unit directly above, or null at the top
 * @param path the ids from the top of the tree down to this unit
 * @param period how long these facts held
 * @param hostName the host body by name, or null
 * @param block the emulation block, which need not follow the superior, or null
 * @param outerSuperior of a top unit the superior outside this book, or null
 */
public record UnitRow(UnitId id, String code, String name, String kind, String hostKind, String fundingType,
		@Nullable UnitId parent, List<UUID> path, Period period, @Nullable String hostName, @Nullable String block,
		@Nullable String outerSuperior) {

	/**
	 * How deep it stands below the top of its tree.
	 * @return zero at the top
	 */
	public int depth() {
		return this.path.size() - 1;
	}

	/**
	 * Whether the unit existed with these facts on a day.
	 * @param day the day
	 * @return true inside the period
	 */
	public boolean livesOn(LocalDate day) {
		return this.period.includes(day);
	}

}
