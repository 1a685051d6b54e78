package unionbook.committee;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;
import unionbook.shared.VietnameseText;

/**
 * Finds the members of a unit, and of the units below it, by the names an officer types.
 */
@Service
@Transactional(readOnly = true)
class People {

	/** More names than this are not offered for choice. */
	static final int OFFERED = 600;

	private static final String MEMBERS = """
			from membership m
			join unit_version v on v.unit_id = m.unit_id and v.period @> cast(:day as date) and :unit = any (v.path)
			where m.period @> cast(:day as date) and m.unit_id in (select unit_id from unit_reach where root_id = :unit)
			""";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	People(JdbcClient jdbc, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
	}

	/**
	 * The members with some names.
	 * @param unit the unit, with everything below it
	 * @param names the names as typed; accents and capitals do not matter
	 * @param day the day they are members on
	 * @return the people by the folded name
	 */
	Map<String, List<Found>> named(UnitId unit, Collection<String> names, LocalDate day) {
		this.scope.require(unit);
		return this.jdbc.sql(
				"select m.member_id, m.full_name, m.search_key, m.birth_date, m.birth_precision, m.department, v.name as unit_name "
						+ MEMBERS + "and m.search_key = any (:keys) order by m.birth_date, m.member_id")
			.param("unit", unit.value())
			.param("day", day)
			.param("keys", names.stream().map(VietnameseText::fold).toArray(String[]::new))
			.query(Found.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Found::searchKey));
	}

	/** The names to offer while typing; none when there are too many. */
	List<String> offered(UnitId unit, LocalDate day) {
		this.scope.require(unit);
		List<String> names = this.jdbc
			.sql("select full_name from (select distinct m.full_name, m.given_sort, m.surname_sort, m.middle_sort "
					+ MEMBERS + "limit :most) n order by given_sort, surname_sort, middle_sort")
			.param("unit", unit.value())
			.param("day", day)
			.param("most", OFFERED + 1)
			.query(String.class)
			.list();
		return (names.size() > OFFERED) ? List.of() : names;
	}

	/**
	 * A member who has a name that was asked for.
	 *
	 * @param memberId the member
	 * @param fullName the name
	 * @param searchKey the folded name
	 * @param birthDate when born
	 * @param birthPrecision how far that is known
	 * @param department the department, or null
	 * @param unitName the unit
	 */
	record Found(UUID memberId, String fullName, String searchKey, LocalDate birthDate, String birthPrecision,
			@Nullable String department, String unitName) {
	}

}
