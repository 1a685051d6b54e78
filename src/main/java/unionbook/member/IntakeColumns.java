package unionbook.member;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts of a staged row and the statements made of their names: a fact stands in a
 * column of the same name in import_row, in member and, where dated, in membership.
 */
final class IntakeColumns {

	/** What figures count and rosters show, dated. */
	static final List<String> STANDING = fields(Standing.class);

	/** What the record says whatever the day. */
	static final List<String> PERSON = fields(Person.class);

	/** The name in parts, for sorting and searching. */
	static final List<String> NAME = List.of("searchKey", "surname", "middleName", "givenName", "surnameSort",
			"middleSort", "givenSort");

	static final List<String> IDENTITY = List.of("identityCipher", "identityHash", "identityTail");

	/** All of them, in the order of the table. */
	static final List<String> ALL = Stream.of(IDENTITY, NAME, STANDING, PERSON).flatMap(List::stream).toList();

	private IntakeColumns() {
	}

	/** How a field is called in the database. */
	static String column(String field) {
		return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	/** The columns of some fields, each put into a pattern in place of every $. */
	static String each(List<String> fields, String pattern, String between) {
		return fields.stream().map((field) -> pattern.replace("$", column(field))).collect(Collectors.joining(between));
	}

	/** The columns of some fields. */
	static String names(List<String> fields) {
		return each(fields, "$", ", ");
	}

	/**
	 * What is given and differs, from an old row m (or s, where dated) to a staged row r:
	 * pairs of values by field.
	 */
	static String differences() {
		return "(select jsonb_object_agg(f.field, jsonb_build_array(f.old, trim(f.new))) from (values "
				+ facts().stream()
					.map((fact) -> "('" + fact.field() + "', " + fact.old() + ", " + fact.given() + ")")
					.collect(Collectors.joining(", "))
				+ ") f (field, old, new) where f.new is not null and f.old is distinct from f.new)";
	}

	/**
	 * What a staged row r did to somebody, as the audit tells it: the pairs kept with the
	 * row, or of somebody new everything that is given. That is put together as text,
	 * which takes a fifth of the time.
	 * @param undone whether it was taken back
	 */
	static String told(boolean undone) {
		String before = undone ? "after" : "before";
		String after = undone ? "before" : "after";
		return "case r.verdict when 'NEW' then cast('{' || concat_ws(',', "
				+ facts().stream()
					.map((fact) -> "'\"%s\":{\"%s\":null,\"%s\":' || to_json(%s) || '}'".formatted(fact.field(), before,
							after, Facts.masked("'" + fact.field() + "'", fact.first())))
					.collect(Collectors.joining(", "))
				+ ") || '}' as jsonb) else (select jsonb_object_agg(f.key," + " jsonb_build_object('" + before + "', "
				+ Facts.masked("f.key", "(f.value->>0)") + ", '" + after + "', "
				+ Facts.masked("f.key", "(f.value->>1)") + ")) from jsonb_each(r.changes) f) end";
	}

	private static List<Fact> facts() {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("fullName", "m.full_name", "r.full_name", "r.full_name"));
		facts.add(new Fact("birth", birth("m"), birth("r"),
				"case when " + sameBirth() + " then null else " + birth("r") + " end"));
		String masked = "'" + IdentityNumber.masked("") + "' || ";
		facts.add(new Fact("identityNumber", masked + "m.identity_tail", masked + "r.identity_tail",
				"case when m.identity_hash is distinct from r.identity_hash then " + masked
						+ "r.identity_tail || ' ' end"));
		plain().forEach((field) -> facts.add(Fact.same(field, shown(field, "m"), shown(field, "r"))));
		STANDING.forEach((field) -> facts.add(Fact.same(field, "s." + column(field), "r." + column(field))));
		return facts;
	}

	/** Whether a staged row r says nothing that an old row m, s does not say. */
	static String equal() {
		Function<String, String> same = (pattern) -> " and (r.$ is null or r.$ = " + pattern + ".$)";
		return "(r.full_name = m.full_name and " + sameBirth() + " and (r.identity_hash is null"
				+ " or r.identity_hash is not distinct from m.identity_hash)" + each(plain(), same.apply("m"), "")
				+ each(STANDING, same.apply("s"), "") + ")";
	}

	/** The undated facts beside name and birth. */
	static List<String> plain() {
		return PERSON.stream()
			.filter((field) -> !List.of("fullName", "birthDate", "birthPrecision").contains(field))
			.toList();
	}

	/** A birth date given less exactly than it is known says nothing new. */
	private static String sameBirth() {
		return "(r.birth_date = m.birth_date and r.birth_precision = m.birth_precision"
				+ " or r.birth_precision = 'YEAR' and date_trunc('year', m.birth_date) = r.birth_date"
				+ " or r.birth_precision = 'MONTH' and m.birth_precision = 'DAY'"
				+ " and date_trunc('month', m.birth_date) = r.birth_date)";
	}

	private static String birth(String row) {
		return "to_char(" + row + ".birth_date, case " + row
				+ ".birth_precision when 'DAY' then 'DD/MM/YYYY' when 'MONTH' then 'MM/YYYY' else 'YYYY' end)";
	}

	private static String shown(String field, String row) {
		String column = row + "." + column(field);
		return field.endsWith("On") ? "to_char(" + column + ", 'DD/MM/YYYY')" : column;
	}

	private static List<String> fields(Class<? extends Record> facts) {
		return Stream.of(facts.getRecordComponents()).map(RecordComponent::getName).toList();
	}

	/**
	 * How a fact is told.
	 *
	 * @param field the field
	 * @param old its old value
	 * @param first what is given of somebody new
	 * @param given what is given of somebody known, a blank behind it where it differs
	 * without showing it
	 */
	private record Fact(String field, String old, String first, String given) {

		static Fact same(String field, String old, String given) {
			return new Fact(field, old, given, given);
		}

	}

}
