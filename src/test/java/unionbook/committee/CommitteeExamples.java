package unionbook.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.shared.Decision;
import unionbook.shared.Ids;
import unionbook.shared.PersonName;
import unionbook.shared.UnitId;

/**
 * A ministry union with grassroots unions and people, written straight into the tables.
 */
final class CommitteeExamples {

	static final LocalDate BEGAN = LocalDate.of(2023, 5, 10);

	static final Decision DECISION = new Decision("45/QĐ-CĐB", LocalDate.of(2023, 5, 15), "Chủ tịch");

	private static final Congress NONE = new Congress(null, null, null, null, null, null, null, null, null, null);

	private final JdbcClient owner;

	CommitteeExamples(TestDatabase database) {
		this.owner = JdbcClient.create(database.owner());
	}

	static <T extends @Nullable Object> T as(Role role, UnitId unit, Supplier<T> work) {
		Actor actor = new Actor(null, "canbo", "Officer", List.of(new Grant(role, unit, true)));
		return CurrentActor.runAs(actor, work);
	}

	static void does(Role role, UnitId unit, Runnable work) {
		as(role, unit, () -> {
			work.run();
			return "";
		});
	}

	static NewTerm term(BodyKind kind, LocalDate from, int size, List<NewSeat> seats) {
		return new NewTerm(kind, "", "T" + from.getYear(), null, from, from.plusYears(5), size, NONE, DECISION, seats,
				List.of());
	}

	/** The first is in the chair. */
	static List<NewSeat> seats(List<UUID> people) {
		return people.stream()
			.map((id) -> new NewSeat(id, id.equals(people.getFirst()) ? SeatRole.CHAIR : SeatRole.MEMBER,
					SeatKind.ELECTED))
			.toList();
	}

	UnitId unit(@Nullable UnitId parent) {
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
			.params(Arrays.asList(Ids.next(), id.value(), id.toString(), "Công đoàn " + id,
					(parent == null) ? "CD_BO" : "CDCS", (parent == null) ? null : parent.toString(),
					path.toArray(UUID[]::new)))
			.update();
		return id;
	}

	/** People of a unit since 2010; every second is a woman. */
	List<UUID> people(UnitId unit, int count) {
		List<UUID> people = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			people.add(person(unit, "Nguyễn Văn " + (char) ('A' + i / 26) + (char) ('a' + i % 26),
					(i % 2 == 0) ? "MALE" : "FEMALE"));
		}
		return people;
	}

	UUID person(UnitId unit, String fullName, String gender) {
		UUID id = Ids.next();
		PersonName name = PersonName.of(fullName);
		this.owner.sql("""
				insert into member (id, unit_id, full_name, surname, middle_name, given_name, gender, birth_date,
					ethnicity, hometown, party_joined_on)
				values (?, ?, ?, ?, ?, ?, ?, '1980-02-05', 'KINH', 'Nam Định', '2005-06-07')""")
			.params(id, unit.value(), name.fullName(), name.surname(), name.middle(), name.given(), gender)
			.update();
		this.owner
			.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision, party_status)
					values (?, ?, ?, '[2010-01-01,)', ?, ?, ?, ?, ?, ?, '1980-02-05', 'DAY', 'OFFICIAL')""")
			.params(Ids.next(), id, unit.value(), name.fullName(), name.givenSort(), name.surnameSort(),
					name.middleSort(), name.searchKey(), gender)
			.update();
		return id;
	}

	/** Moves somebody as a reorganisation does: by rows. */
	void carry(UUID person, UnitId to, LocalDate day) {
		this.owner.sql("update membership set period = daterange(lower(period), cast(? as date)) where member_id = ?")
			.params(day, person)
			.update();
		this.owner
			.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision)
					select uuidv7(), member_id, ?, daterange(cast(? as date), null), full_name, given_sort, surname_sort,
						middle_sort, search_key, gender, birth_date, birth_precision
					from membership where member_id = ? limit 1""")
			.params(to.value(), day, person)
			.update();
	}

	JdbcClient database() {
		return this.owner;
	}

}
