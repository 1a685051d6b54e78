package unionbook.platform;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import unionbook.shared.Period;

/** Keeps a {@link Period} in a PostgreSQL daterange. */
public class PeriodType implements UserType<Period> {

	/**
	 * Reads a daterange as PostgreSQL prints it: {@code [2020-01-01,2021-01-01)}.
	 * @param text the range
	 * @return the period
	 */
	public static Period parse(String text) {
		String[] ends = text.substring(1, text.length() - 1).split(",", -1);
		return new Period(LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1]));
	}

	/**
	 * Prints a period as PostgreSQL reads it.
	 * @param period the period
	 * @return the range, for {@code ?::daterange}
	 */
	public static String print(Period period) {
		return "[" + period.from() + "," + ((period.to() == null) ? "" : period.to()) + ")";
	}

	@Override
	public int getSqlType() {
		return Types.OTHER;
	}

	@Override
	public Class<Period> returnedClass() {
		return Period.class;
	}

	@Override
	public boolean equals(@Nullable Period one, @Nullable Period other) {
		return Objects.equals(one, other);
	}

	@Override
	public int hashCode(Period period) {
		return period.hashCode();
	}

	@Override
	public @Nullable Period nullSafeGet(ResultSet row, int position, WrapperOptions options) throws SQLException {
		String text = row.getString(position);
		return (text == null) ? null : parse(text);
	}

	@Override
	public void nullSafeSet(PreparedStatement statement, @Nullable Period period, int position, WrapperOptions options)
			throws SQLException {
		if (period == null) {
			statement.setNull(position, Types.OTHER);
			return;
		}
		PGobject range = new PGobject();
		range.setType("daterange");
		range.setValue(print(period));
		statement.setObject(position, range);
	}

	@Override
	public @Nullable Period deepCopy(@Nullable Period period) {
		return period;
	}

	@Override
	public boolean isMutable() {
		return false;
	}

	@Override
	public @Nullable Serializable disassemble(@Nullable Period period) {
		return (period == null) ? null : print(period);
	}

	@Override
	public @Nullable Period assemble(@Nullable Serializable cached, @Nullable Object owner) {
		return (cached == null) ? null : parse((String) cached);
	}

}
