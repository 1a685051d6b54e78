package unionbook.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import unionbook.platform.PeriodType;

/**
 * A person on the roster of a day; what the reader may not see is not in it.
 *
 * @param id the row of the membership, the place in the list
 * @param member the person
 * @param fullName the name as written then
 * @param gender MALE or FEMALE
 * @param birthDate the birth date, or the first day of the year where only that is known
 * or may be shown
 * @param birthPrecision DAY, MONTH or YEAR
 * @param department the department inside the unit, or null
 * @param position a code of the list position, or null
 * @param unionPosition a code of the list union_position, or null
 * @param education a code of the list education, or null
 * @param partyStatus a code of the list party_status, or null where it may not be shown
 * @param unitName the name of the unit then, or null when the column is not shown
 * @param joinedOn the day of joining the union, or null
 * @param leftOn the first day no longer in the unit, or null on the roster of those
 * present
 */
record RosterRow(UUID id, UUID member, String fullName, String gender, LocalDate birthDate, String birthPrecision,
		@Nullable String department, @Nullable String position, @Nullable String unionPosition,
		@Nullable String education, @Nullable String partyStatus, @Nullable String unitName,
		@Nullable LocalDate joinedOn, @Nullable LocalDate leftOn) {

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

	/**
	 * Reads the rows of a roster and leaves out what may not be shown.
	 * @param place whose roster it is, and what of it may be read
	 * @param columns the columns shown
	 * @return the mapper
	 */
	static RowMapper<RosterRow> mapper(RosterPlace place, Set<RosterColumn> columns) {
		boolean unit = columns.contains(RosterColumn.UNIT);
		boolean joined = columns.contains(RosterColumn.JOINED);
		boolean left = columns.contains(RosterColumn.LEFT);
		return (row, number) -> {
			LocalDate birth = row.getObject("birth_date", LocalDate.class);
			return new RosterRow(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
					row.getString("full_name"), row.getString("gender"),
					place.personal() ? birth : birth.withDayOfYear(1),
					place.personal() ? row.getString("birth_precision") : "YEAR", row.getString("department"),
					row.getString("position"), row.getString("union_position"), row.getString("education"),
					place.sensitive() ? row.getString("party_status") : null,
					unit ? place.names().get(row.getObject("unit_id", UUID.class)) : null,
					joined ? row.getObject("joined_union_on", LocalDate.class) : null,
					left ? PeriodType.parse(row.getString("period")).to() : null);
		};
	}

	/**
	 * The birth date as far as it is known and may be shown.
	 * @return a day, or text for a month or a year
	 */
	Object birth() {
		return switch (this.birthPrecision) {
			case "DAY" -> this.birthDate;
			case "MONTH" -> MONTH.format(this.birthDate);
			default -> String.valueOf(this.birthDate.getYear());
		};
	}

}
