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
	 * What is given and differs, from an old row m (or s, where dated) to a staged row r.
	 */
	static String differences() {
		List<String> facts = new ArrayList<>();
		facts.add("('fullName', m.full_name, r.full_name)");
		facts.add("('birth', " + birth("m") + ", case when " + sameBirth() + " then null else " + birth("r") + " end)");
		facts.add("('identityNumber', '" + IdentityNumber.masked("")
				+ "' || m.identity_tail, case when m.identity_hash is distinct from" + " r.identity_hash then '"
				+ IdentityNumber.masked("") + "' || r.identity_tail || ' ' end)");
		plain()
			.forEach((field) -> facts.add("('" + field + "', " + shown(field, "m") + ", " + shown(field, "r") + ")"));
		STANDING.forEach((field) -> facts.add("('" + field + "', s." + column(field) + ", r." + column(field) + ")"));
		return "(select jsonb_object_agg(f.field, jsonb_build_array(f.old, trim(f.new))) from (values "
				+ String.join(", ", facts)
				+ ") f (field, old, new) where f.new is not null and f.old is distinct from f.new)";
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

}
