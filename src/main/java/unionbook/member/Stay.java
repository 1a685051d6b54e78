package unionbook.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import unionbook.shared.Gender;
import unionbook.shared.Period;
import unionbook.shared.UnitId;

/**
 * What the roster of one unit shows of a person for a stretch of days.
 *
 * @param unit the unit
 * @param unitName its name when the stretch began
 */
record Stay(UnitId unit, String unitName, Period period, String fullName, LocalDate birthDate, String birthPrecision,
		Standing standing) {

	static Stay row(ResultSet row, int number) throws SQLException {
		return new Stay(new UnitId(row.getObject("unit_id", UUID.class)), row.getString("unit_name"),
				new Period(row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)),
				row.getString("full_name"), row.getObject("birth_date", LocalDate.class),
				row.getString("birth_precision"),
				new Standing(Gender.valueOf(row.getString("gender")), row.getString("department"),
						row.getString("position"), row.getString("union_position"), row.getString("education"),
						row.getString("party_status")));
	}

}
