package unionbook.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.Codes;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.PeriodType;
import unionbook.platform.Role;
import unionbook.shared.Ids;
import unionbook.shared.Period;
import unionbook.shared.PersonName;
import unionbook.shared.UnitId;

/** Ministry unions with people, written straight into the tables. */
final class RosterExamples {

	static final LocalDate DAY = LocalDate.of(2020, 12, 31);

	private final JdbcClient owner;

	RosterExamples(TestDatabase database) {
		this.owner = JdbcClient.create(database.owner());
	}

	static Person person(String name) {
		return new Person(UUID.randomUUID(), name, "FEMALE", LocalDate.of(1990, 2, 5), "DAY",
				Period.since(LocalDate.of(2015, 1, 1)), null, null, null, "NONE", null);
	}

	static Actor officer(Role role, UnitId unit) {
		return new Actor(null, "canbo", "Cán bộ <thử>", List.of(new Grant(role, unit, true)));
	}

	static <T> T as(Role role, UnitId unit, Supplier<T> work) {
		return CurrentActor.runAs(officer(role, unit), work);
	}

	static RosterQuery asked(Codes codes, String... parameters) {
		Map<String, String[]> map = new java.util.LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			map.put(parameters[i], new String[] { parameters[i + 1] });
		}
		return RosterQuery.of(map, codes);
	}

	/** All names of a roster, page after page. */
	static List<String> names(Rosters rosters, UnitId unit, RosterQuery query) {
		List<String> names = new ArrayList<>();
		Roster page = rosters.page(unit, DAY, query);
		page.rows().forEach((row) -> names.add(row.fullName()));
		while (page.next() != null) {
			page = rosters.page(unit, DAY, query.at(page.next(), false));
			page.rows().forEach((row) -> names.add(row.fullName()));
		}
		return names;
	}

	UnitId ministry(String name) {
		return unit(name, null);
	}

	UnitId unit(String name, @Nullable UnitId parent) {
		UnitId id = UnitId.next();
		List<UUID> path = new ArrayList<>();
		if (parent != null) {
			path.add(parent.value());
		}
		path.add(id.value());
		this.owner.sql("insert into unit (id) values (?)").param(id.value()).update();
		this.owner.sql("insert into unit_reach (root_id, unit_id) select unnest(?), ?")
			.params(path.toArray(UUID[]::new), id.value())
			.update();
		this.owner
			.sql("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					values (?, ?, '[1990-01-01,)', ?, ?, ?, 'VU', 'ADMIN', cast(? as uuid), ?)""")
			.params(Arrays.asList(Ids.next(), id.value(), id.toString(), name, (parent == null) ? "CD_BO" : "CDCS",
					(parent == null) ? null : parent.toString(), path.toArray(UUID[]::new)))
			.update();
		return id;
	}

	void enrol(UnitId unit, Person... people) {
		for (Person person : people) {
			PersonName name = PersonName.of(person.name());
			this.owner.sql("""
					insert into member (id, unit_id, full_name, surname, middle_name, given_name, gender, birth_date,
						birth_precision, joined_union_on)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
					on conflict (id) do update set unit_id = excluded.unit_id""")
				.params(person.id(), unit.value(), person.name(), name.surname(), name.middle(), name.given(),
						person.gender(), person.birth(), person.precision(), person.period().from())
				.update();
			this.owner.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort,
						middle_sort, search_key, gender, birth_date, birth_precision, position, union_position,
						education, party_status, department)
					values (?, ?, ?, cast(? as daterange), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(Arrays.asList(Ids.next(), person.id(), unit.value(), PeriodType.print(person.period()),
						person.name(), name.givenSort(), name.surnameSort(), name.middleSort(), name.searchKey(),
						person.gender(), person.birth(), person.precision(), person.position(), person.unionPosition(),
						person.education(), person.party(), person.department()))
				.update();
		}
	}

	/** A person during one period in which nothing changed. */
	record Person(UUID id, String name, String gender, LocalDate birth, String precision, Period period,
			@Nullable String position, @Nullable String unionPosition, @Nullable String education, String party,
			@Nullable String department) {

		Person man() {
			return new Person(this.id, this.name, "MALE", this.birth, this.precision, this.period, this.position,
					this.unionPosition, this.education, this.party, this.department);
		}

		Person born(String day, String known) {
			return new Person(this.id, this.name, this.gender, LocalDate.parse(day), known, this.period, this.position,
					this.unionPosition, this.education, this.party, this.department);
		}

		Person from(String day) {
			return during(Period.since(LocalDate.parse(day)));
		}

		Person until(String day) {
			return during(new Period(this.period.from(), LocalDate.parse(day)));
		}

		Person as(@Nullable String asPosition, @Nullable String asEducation, String asParty) {
			return new Person(this.id, this.name, this.gender, this.birth, this.precision, this.period, asPosition,
					this.unionPosition, asEducation, asParty, this.department);
		}

		Person inDepartment(String name) {
			return new Person(this.id, this.name, this.gender, this.birth, this.precision, this.period, this.position,
					this.unionPosition, this.education, this.party, name);
		}

		private Person during(Period other) {
			return new Person(this.id, this.name, this.gender, this.birth, this.precision, other, this.position,
					this.unionPosition, this.education, this.party, this.department);
		}

	}

}
