package unionbook.member;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.Decision;
import unionbook.shared.Gender;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitFounding;

/**
 * Makes ministries, units and people for the tests, through the services an officer uses.
 */
class MemberExamples {

	static final LocalDate FOUNDED = LocalDate.of(2005, 1, 1);

	private final AtomicInteger count = new AtomicInteger();

	private final UnitFounding founding;

	private final Members members;

	private final JdbcClient owner;

	MemberExamples(UnitFounding founding, Members members, TestDatabase database) {
		this.founding = founding;
		this.members = members;
		this.owner = JdbcClient.create(database.owner());
	}

	/** A ministry union with two grassroots unions. */
	Ministry ministry() {
		UnitId top = UnitId.next();
		Actor admin = Actor.system("admin", top);
		return CurrentActor.runAs(admin, () -> {
			this.founding.found(top, null, facts("CD_BO"), Decision.NONE, FOUNDED);
			return new Ministry(top, unit(top), unit(top), admin);
		});
	}

	UnitId unit(UnitId parent) {
		return this.founding.found(UnitId.next(), parent, facts("CDCS"), Decision.NONE, FOUNDED);
	}

	MemberId admit(Ministry ministry, UnitId unit, String name, Gender gender, LocalDate day) {
		return as(ministry.admin(), () -> {
			MemberId id = MemberId.next();
			this.members.admit(id, unit, admission(name, gender, day));
			return id;
		});
	}

	/** How many stand in a unit on a day, counted from the rows by nobody's grant. */
	long people(UnitId unit, LocalDate day) {
		return this.owner.sql("select count(*) from membership where unit_id = ? and period @> cast(? as date)")
			.params(unit.value(), day)
			.query(Long.class)
			.single();
	}

	/** The database as its owner sees it. */
	JdbcClient database() {
		return this.owner;
	}

	static Admission admission(String name, Gender gender, LocalDate day) {
		return new Admission(MovementKind.IN_ADMISSION, person(name), Standing.of(gender), null, step(day));
	}

	static Person person(String name) {
		return new Person(name, null, LocalDate.of(1980, 5, 2), "DAY", null, null, null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null);
	}

	static Step step(LocalDate day) {
		return new Step(day, Decision.NONE, null);
	}

	/** What an officer types to admit somebody. */
	static Map<String, String> typed(String name) {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put("key", MemberId.next().toString());
		typed.put("kind", "IN_ADMISSION");
		typed.put("fullName", name);
		typed.put("gender", "FEMALE");
		typed.put("birth", "5/2/1985");
		typed.put("partyStatus", "NONE");
		typed.put("effectiveOn", "1/3/2021");
		return typed;
	}

	static Actor holding(Role role, UnitId unit) {
		boolean ministry = role == Role.MINISTRY_ADMIN || role == Role.MINISTRY_OFFICER;
		return new Actor(AccountId.next(), role.name().toLowerCase(java.util.Locale.ROOT), "Officer",
				List.of(new Grant(role, unit, ministry)));
	}

	static <T> T as(Actor actor, Supplier<T> work) {
		return CurrentActor.runAs(actor, work);
	}

	static void does(Actor actor, Runnable work) {
		CurrentActor.runAs(actor, () -> {
			work.run();
			return "";
		});
	}

	private UnitFacts facts(String kind) {
		int number = this.count.incrementAndGet();
		return new UnitFacts("U" + number, "Công đoàn cơ sở " + number, kind, "VU", "STATE_FULL");
	}

	record Ministry(UnitId top, UnitId first, UnitId second, Actor admin) {
	}

}
