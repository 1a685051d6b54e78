package unionbook.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Codes;

/** What a roster can be narrowed by, in the order of the form. */
enum RosterFilter {

	GENDER("gender", "gender"),

	/** Full years on the day of the roster. */
	AGE("age", null),

	POSITION("position", "position"),

	UNION_POSITION("unionPosition", "union_position"),

	EDUCATION("education", "education"),

	/** Party membership, a sensitive field. */
	PARTY("party", "party_status"),

	/** Those on the roster that day (nothing asked), or those who left in its year. */
	STATUS("status", null);

	/** The people of whom a field is not known. */
	static final String UNKNOWN = "UNKNOWN";

	/** Official and probationary Party members together. */
	static final String MEMBER = "MEMBER";

	static final String LEFT = "left";

	private static final String ON = "on";

	private static final int NOBODY_IS_OLDER = 200;

	/** Age bands with their first and last full year. */
	private static final Map<String, int[]> AGES = Map.of("U31", new int[] { 0, 30 }, "31-40", new int[] { 31, 40 },
			"41-50", new int[] { 41, 50 }, "51-55", new int[] { 51, 55 }, "56-60", new int[] { 56, 60 }, "O60",
			new int[] { 61, NOBODY_IS_OLDER });

	private static final List<String> AGE_ORDER = List.of("U31", "31-40", "41-50", "51-55", "56-60", "O60");

	private final String parameter;

	private final @Nullable String list;

	RosterFilter(String parameter, @Nullable String list) {
		this.parameter = parameter;
		this.list = list;
	}

	/** Its name in the address. */
	String parameter() {
		return this.parameter;
	}

	String label() {
		return "roster.filter." + this.parameter;
	}

	/** The values it takes, in order. */
	List<String> options(Codes codes) {
		List<String> options = new ArrayList<>();
		switch (this) {
			case AGE -> options.addAll(AGE_ORDER);
			case STATUS -> options.addAll(List.of(ON, LEFT));
			case PARTY -> options.add(MEMBER);
			default -> {
			}
		}
		if (this.list != null) {
			options.addAll(codes.list(this.list));
		}
		if (this == POSITION || this == UNION_POSITION || this == EDUCATION) {
			options.add(UNKNOWN);
		}
		return options;
	}

	/** Whether a value asks for everybody, as if it were not given. */
	boolean usual(String value) {
		return this == STATUS && ON.equals(value);
	}

	/** The word of a value in the reader's language. */
	String word(String value, RosterWords words) {
		if (this.list == null || UNKNOWN.equals(value) || MEMBER.equals(value)) {
			return words.of("roster.option." + this.parameter + "." + value);
		}
		return String.valueOf(words.code(this.list, value));
	}

	/**
	 * The condition on the alias m of table membership.
	 * @param value one of the options
	 * @param day the day of the roster
	 * @param parameters takes the parameters of the condition
	 * @return SQL
	 */
	String condition(String value, LocalDate day, Map<String, Object> parameters) {
		return switch (this) {
			case AGE -> age(value, day, parameters);
			case STATUS -> left(day, parameters);
			case PARTY ->
				MEMBER.equals(value) ? "m.party_status <> 'NONE'" : equal("m.party_status", value, parameters);
			case GENDER -> equal("m.gender", value, parameters);
			case POSITION -> equal("m.position", value, parameters);
			case UNION_POSITION -> equal("m.union_position", value, parameters);
			case EDUCATION -> equal("m.education", value, parameters);
		};
	}

	private String equal(String column, String value, Map<String, Object> parameters) {
		if (UNKNOWN.equals(value)) {
			return column + " is null";
		}
		parameters.put(this.parameter, value);
		return column + " = :" + this.parameter;
	}

	/** Where only the year of birth is known, the age is the difference of the years. */
	private static String age(String band, LocalDate day, Map<String, Object> parameters) {
		int[] years = AGES.getOrDefault(band, new int[] { 0, NOBODY_IS_OLDER });
		parameters.put("bornAfter", day.minusYears(years[1] + 1L));
		parameters.put("bornUntil", day.minusYears(years[0]));
		parameters.put("bornFirst", LocalDate.of(day.getYear() - years[1], 1, 1));
		parameters.put("bornLast", LocalDate.of(day.getYear() - years[0], 12, 31));
		return """
				(m.birth_precision <> 'YEAR' and m.birth_date > :bornAfter and m.birth_date <= :bornUntil
					or m.birth_precision = 'YEAR' and m.birth_date between :bornFirst and :bornLast)""";
	}

	/** Left since New Year and not come back to one of these units. */
	private static String left(LocalDate day, Map<String, Object> parameters) {
		parameters.put("newYear", day.withDayOfYear(1));
		return """
				upper(m.period) between :newYear and :day and not exists (
					select from membership n where n.member_id = m.member_id and n.unit_id = any (:units)
						and lower(n.period) >= upper(m.period) and lower(n.period) <= :day)""";
	}

}
