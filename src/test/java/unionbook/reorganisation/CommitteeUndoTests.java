package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.platform.Actor;
import unionbook.platform.RuleViolation;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.Ids;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.does;
import static unionbook.reorganisation.ReorganisationExamples.facts;

/**
 * What a reorganisation closed in the bodies of unions is open again when it is undone.
 */
@ReorganisationTest
class CommitteeUndoTests {

	private static final LocalDate BEGAN = LocalDate.of(2019, 5, 10);

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Reorganisations reorganisations;

	private JdbcClient owner;

	private Ministry ministry;

	private UUID bodyOfA;

	private UUID bodyAbove;

	private List<UUID> ofA;

	private List<UUID> ofB;

	private List<String> before;

	@BeforeEach
	void twoUnitsWithCommittees() {
		this.ministry = this.examples.ministry("BO");
		this.owner = this.examples.book.owner();
		this.ofA = people(this.ministry.a());
		this.ofB = people(this.ministry.b());
		this.bodyOfA = body(this.ministry.a());
		UUID bodyOfB = body(this.ministry.b());
		this.bodyAbove = body(this.ministry.top());
		seat(this.bodyOfA, this.ofA.get(0), "CHAIR", BEGAN, null);
		seat(this.bodyOfA, this.ofA.get(1), "MEMBER", BEGAN, DAY.minusMonths(1));
		seat(this.bodyOfA, this.ofA.get(2), "MEMBER", BEGAN, DAY.plusMonths(2));
		seat(this.bodyOfA, this.ofA.get(3), "MEMBER", DAY.plusMonths(1), null);
		seat(bodyOfB, this.ofB.get(0), "CHAIR", BEGAN, null);
		seat(bodyOfB, this.ofB.get(1), "MEMBER", DAY.plusMonths(3), null);
		seat(this.bodyAbove, this.ofA.get(0), "MEMBER", BEGAN, null);
		seat(this.bodyAbove, this.ofB.get(0), "CHAIR", BEGAN, null);
		seat(this.bodyAbove, this.ofB.get(1), "MEMBER", DAY.plusMonths(3), null);
		this.before = bodies();
	}

	@Test
	void committeesOfMergedUnitsAreBackRowByRow() {
		UUID id = this.examples.execute(this.ministry, DAY,
				Step.of(Kind.CONSOLIDATE, List.of(this.ministry.a(), this.ministry.b()),
						Target.founded(UnitId.next(), this.ministry.top(), facts("N"))));
		assertThat(sitting(this.bodyOfA, DAY)).isZero();
		assertThat(sitting(this.bodyAbove, DAY)).isEqualTo(2);

		undo(this.ministry.admin(), id);

		assertThat(bodies()).isEqualTo(this.before);
		assertThat(remembered()).isZero();
	}

	@Test
	void seatsAboveThatEndedOrNeverBeganAreBackToo() {
		UUID id = this.examples.execute(this.ministry, DAY, Step.of(Kind.END, List.of(this.ministry.b())));
		assertThat(sitting(this.bodyAbove, DAY.plusMonths(3))).isEqualTo(1);

		undo(this.ministry.admin(), id);

		assertThat(sitting(this.bodyAbove, DAY.plusMonths(3))).isEqualTo(3);
		assertThat(bodies()).isEqualTo(this.before);
	}

	@Test
	void whoReachesOnlyTheUnitsBelowGivesBackTheSeatsAbove() {
		UnitId part = this.examples.below(this.ministry, this.ministry.a(), "A1", "CDBP");
		this.examples.book.enter(part, 2, ReorganisationExamples.LOADED, null);
		seat(this.bodyAbove, people(part).get(0), "MEMBER", BEGAN, null);
		seat(this.bodyAbove, people(part).get(1), "MEMBER", DAY.plusDays(10), null);
		List<String> seats = bodies();
		Actor below = Actor.system("below", this.ministry.a());
		UUID id = this.examples.execute(below, this.ministry.a(), DAY, Step.of(Kind.END, List.of(part)));
		assertThat(sitting(this.bodyAbove, DAY.plusMonths(1))).isEqualTo(2);

		undo(below, id);

		assertThat(bodies()).isEqualTo(seats);
	}

	@Test
	void vacanciesOfAUnitPeopleWereCarriedOutOfDisappearEvenIfDismissed() {
		UUID id = separate();
		assertThat(vacant()).isOne();
		this.owner.sql("update committee_seat set vacancy_closed_on = ? where term_id = ? and member_id = ?")
			.params(DAY.plusDays(3), this.bodyOfA, this.ofA.get(0))
			.update();

		undo(this.ministry.admin(), id);

		assertThat(vacant()).isZero();
		assertThat(bodies()).isEqualTo(this.before);
	}

	@Test
	void whoeverTookASeatSinceStandsInTheWayAndIsNamed() {
		UUID id = separate();
		seat(this.bodyOfA, this.ofA.get(5), "CHAIR", DAY.plusDays(5), null);
		List<String> seats = bodies();

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> undo(this.ministry.admin(), id))
			.satisfies((refusal) -> {
				assertThat(refusal.key()).isEqualTo("committee.rule.reopening");
				assertThat(refusal.arguments()).containsExactly(name(this.ofA.get(5)));
			});
		assertThat(bodies()).isEqualTo(seats);
	}

	@Test
	void ofTwoDecisionsOfOneDayEachGivesBackItsOwn() {
		UUID first = separate();
		List<String> between = bodies();
		UUID second = this.examples.execute(this.ministry, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.b()), Target.existing(this.ministry.c())));

		undo(this.ministry.admin(), second);
		assertThat(bodies()).isEqualTo(between);
		undo(this.ministry.admin(), first);
		assertThat(bodies()).isEqualTo(this.before);
	}

	/** The chair of A goes to a new unit. */
	private UUID separate() {
		UnitId fresh = UnitId.next();
		return this.examples.execute(this.ministry, DAY,
				Step.of(Kind.SPLIT_OFF, List.of(this.ministry.a()),
						Target.founded(fresh, this.ministry.top(), facts("S")))
					.assigning(Assignment.listed(this.ministry.a(), List.of(new MemberId(this.ofA.get(0))), fresh)));
	}

	private void undo(Actor actor, UUID id) {
		does(actor, () -> this.reorganisations.undo(id, this.reorganisations.find(id).version()));
	}

	private UUID body(UnitId unit) {
		UUID id = Ids.next();
		this.owner.sql("""
				insert into committee_term (id, unit_id, kind, name, period, planned_end, planned_size)
				values (?, ?, 'BCH', '2019–2024', daterange(cast(? as date), null), '2024-05-10', 5)""")
			.params(id, unit.value(), BEGAN)
			.update();
		return id;
	}

	private void seat(UUID body, UUID member, String role, LocalDate from, @Nullable LocalDate until) {
		this.owner.sql("""
				insert into committee_seat (id, term_id, unit_id, member_id, role, kind, period, end_reason)
				select :id, t.id, t.unit_id, :member, :role, 'ELECTED', daterange(:from, cast(:until as date)),
					case when cast(:until as date) is not null then 'RESIGNED' end
				from committee_term t where t.id = :body""")
			.param("id", Ids.next())
			.param("body", body)
			.param("member", member)
			.param("role", role)
			.param("from", from)
			.param("until", until)
			.update();
	}

	private List<UUID> people(UnitId unit) {
		return this.owner.sql("select member_id from membership where unit_id = ? order by member_id")
			.param(unit.value())
			.query(UUID.class)
			.list();
	}

	private String name(UUID member) {
		return this.owner.sql("select full_name from member where id = ?").param(member).query(String.class).single();
	}

	private int sitting(UUID body, LocalDate day) {
		return count("select count(*) from committee_seat where term_id = ? and period @> cast(? as date)", body, day);
	}

	private int vacant() {
		return count(
				"""
						select count(*) from committee_seat where term_id = ? and upper(period) = ? and vacancy_closed_on is null
							and end_reason not in ('TERM_ENDED', 'UNIT_ENDED')""",
				this.bodyOfA, DAY);
	}

	private int remembered() {
		return count("select count(*) from committee_closing where unit_id = any (?)",
				(Object) Book.ids(this.ministry.all()));
	}

	private int count(String sql, Object... parameters) {
		return this.owner.sql(sql).params(parameters).query(Integer.class).single();
	}

	/** Every row of the bodies; that a term was touched may be seen by its number. */
	private List<String> bodies() {
		return this.owner.sql("""
				select (to_jsonb(t) - 'version')::text from committee_term t where unit_id = any (:units)
				union all select s::text from committee_seat s where unit_id = any (:units) order by 1""")
			.param("units", Book.ids(this.ministry.all()))
			.query(String.class)
			.list();
	}

}
