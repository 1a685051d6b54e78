package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
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
import unionbook.reorganisation.Plan.Step;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitFounding;

/** Makes ministries with units and people, and carries out decisions about them. */
class ReorganisationExamples {

	static final LocalDate FOUNDED = LocalDate.of(2005, 1, 1);

	static final LocalDate LOADED = LocalDate.of(2018, 1, 1);

	static final LocalDate DAY = LocalDate.of(2021, 3, 1);

	static final Decision DECISION = new Decision("77/QĐ-CĐB", LocalDate.of(2021, 2, 15), "Chủ tịch");

	final Book book;

	private final UnitFounding founding;

	private final Reorganisations reorganisations;

	ReorganisationExamples(UnitFounding founding, Reorganisations reorganisations, TestDatabase database) {
		this.founding = founding;
		this.reorganisations = reorganisations;
		this.book = new Book(JdbcClient.create(database.owner()));
	}

	/** A ministry union with three grassroots unions: 10, 6 and 4 people. */
	Ministry ministry(String code) {
		UnitId top = UnitId.next();
		Actor admin = Actor.system("admin", top);
		return CurrentActor.runAs(admin, () -> {
			this.founding.found(top, null, facts(code, "CD_BO"), Decision.NONE, FOUNDED);
			Ministry ministry = new Ministry(top, unit(top, "A", 10), unit(top, "B", 6), unit(top, "C", 4), admin,
					new ArrayList<>(), top);
			ministry.all().addAll(List.of(top, ministry.a(), ministry.b(), ministry.c()));
			return ministry;
		});
	}

	/** Two ministries with an administrator of both. */
	Ministry two() {
		Ministry one = ministry("BO");
		Ministry other = ministry("BX");
		List<UnitId> all = new ArrayList<>(one.all());
		all.addAll(List.of(other.a(), other.b(), other.c()));
		return new Ministry(one.top(), one.a(), one.b(), one.c(), Actor.system("both", one.top(), other.top()), all,
				other.top());
	}

	private UnitId unit(UnitId parent, String code, int people) {
		UnitId unit = this.founding.found(UnitId.next(), parent, facts(code), Decision.NONE, FOUNDED);
		this.book.enter(unit, people, LOADED, null);
		return unit;
	}

	UnitId below(Ministry ministry, UnitId parent, String code, String kind) {
		return below(ministry, parent, code, kind, FOUNDED);
	}

	UnitId below(Ministry ministry, UnitId parent, String code, String kind, LocalDate day) {
		UnitId unit = as(ministry.admin(),
				() -> this.founding.found(UnitId.next(), parent, facts(code, kind), Decision.NONE, day));
		ministry.all().add(unit);
		return unit;
	}

	/** A draft with its plan. */
	UUID draft(Actor actor, UnitId unit, LocalDate day, Step... steps) {
		return as(actor, () -> {
			UUID id = this.reorganisations.draft(UUID.randomUUID(), steps[0].kind(), unit);
			this.reorganisations.save(id, this.reorganisations.find(id).version(), DECISION, day, Plan.of(steps));
			return id;
		});
	}

	/** Carries out what the steps say, after looking at the table. */
	UUID execute(Actor actor, UnitId unit, LocalDate day, Step... steps) {
		UUID id = draft(actor, unit, day, steps);
		confirm(actor, id);
		return id;
	}

	UUID execute(Ministry ministry, LocalDate day, Step... steps) {
		UUID id = execute(ministry.admin(), ministry.top(), day, steps);
		List.of(steps)
			.forEach((step) -> step.targets()
				.stream()
				.filter(Plan.Target::founded)
				.forEach((target) -> ministry.all().add(target.unit())));
		return id;
	}

	void confirm(Actor actor, UUID id) {
		does(actor, () -> {
			Preview preview = this.reorganisations.preview(id);
			this.reorganisations.execute(id, this.reorganisations.find(id).version(), preview.seen(),
					String.valueOf(DECISION.number()));
		});
	}

	static UnitFacts facts(String code) {
		return facts(code, "CDCS");
	}

	static UnitFacts facts(String code, String kind) {
		return new UnitFacts(code, "Công đoàn " + code, kind, "VU", "ADMIN");
	}

	static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
		return CurrentActor.runAs(actor, work);
	}

	static void does(Actor actor, Runnable work) {
		CurrentActor.runAs(actor, () -> {
			work.run();
			return "";
		});
	}

	static Actor holding(Role role, UnitId unit) {
		return new Actor(null, "officer", "Officer", List.of(new Grant(role, unit, true)));
	}

	record Ministry(UnitId top, UnitId a, UnitId b, UnitId c, Actor admin, List<UnitId> all, UnitId other) {
	}

}
