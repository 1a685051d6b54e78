package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.platform.Actor;
import unionbook.platform.RuleViolation;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.facts;

/** Each kind of decision: the day before as it was, the day itself as decided. */
@ReorganisationTest
class ReorganisationKindsTests {

	private static final LocalDate EVE = DAY.minusDays(1);

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Reorganisations reorganisations;

	private Ministry ministry;

	private Book book;

	@BeforeEach
	void aMinistryWithThreeUnits() {
		this.ministry = this.examples.ministry("BO");
		this.book = this.examples.book;
	}

	@Test
	void aFoundedUnitExistsFromItsDay() {
		execute(Step.of(Kind.FOUND, List.of(), Target.founded(UnitId.next(), this.ministry.top(), facts("D"))));

		assertThat(this.book.tree(this.ministry.top(), EVE)).containsExactly("BO", "BO/A", "BO/B", "BO/C");
		assertThat(this.book.tree(this.ministry.top(), DAY)).containsExactly("BO", "BO/A", "BO/B", "BO/C", "BO/D");
	}

	@Test
	void aRenamedUnitKeepsItsPeople() {
		execute(Step.of(Kind.RENAME, List.of(), Target.altered(this.ministry.a(), null, facts("A2"))));

		assertThat(this.book.tree(this.ministry.top(), EVE)).contains("BO/A").doesNotContain("BO/A2");
		assertThat(this.book.tree(this.ministry.top(), DAY)).contains("BO/A2").doesNotContain("BO/A");
		assertThat(this.book.members(this.ministry.a(), DAY)).isEqualTo(10);
		whole();
	}

	@Test
	void aHandedOverUnitTakesEverythingBelowAlong() {
		UnitId part = this.examples.below(this.ministry, this.ministry.a(), "A1", "CDBP");
		Ministry other = this.examples.ministry("BX");
		Actor both = Actor.system("both", this.ministry.top(), other.top());

		this.examples.execute(both, other.top(), DAY,
				Step.of(Kind.REPARENT, List.of(), Target.altered(this.ministry.a(), other.top(), facts("E"))));

		assertThat(this.book.tree(this.ministry.top(), EVE)).containsExactly("A/A1", "BO", "BO/A", "BO/B", "BO/C");
		assertThat(this.book.tree(this.ministry.top(), DAY)).containsExactly("BO", "BO/B", "BO/C");
		assertThat(this.book.tree(other.top(), EVE)).containsExactly("BX", "BX/A", "BX/B", "BX/C");
		assertThat(this.book.tree(other.top(), DAY)).containsExactly("BX", "BX/A", "BX/B", "BX/C", "BX/E", "E/A1");
		assertThat(as(other.admin(), () -> this.reorganisations.lineage(part).nodes())).hasSize(1);
		whole();
	}

	@Test
	void thoseMergedIntoAnotherAreThereFromTheDay() {
		execute(Step.of(Kind.ABSORB, List.of(this.ministry.a(), this.ministry.b()),
				Target.existing(this.ministry.c())));

		assertThat(this.book.tree(this.ministry.top(), DAY)).containsExactly("BO", "BO/C");
		assertThat(this.book.members(this.ministry.a(), EVE)).isEqualTo(10);
		assertThat(this.book.members(this.ministry.a(), DAY)).isZero();
		assertThat(this.book.members(this.ministry.c(), EVE)).isEqualTo(4);
		assertThat(this.book.members(this.ministry.c(), DAY)).isEqualTo(20);
		assertThat(this.book.people(this.ministry.all(), EVE)).isEqualTo(this.book.people(this.ministry.all(), DAY));
		whole();
	}

	@Test
	void severalBecomeANewOneEvenUnderAnOldCode() {
		UnitId fresh = UnitId.next();
		execute(Step.of(Kind.CONSOLIDATE, List.of(this.ministry.a(), this.ministry.b()),
				Target.founded(fresh, this.ministry.top(), facts("A"))));

		assertThat(this.book.tree(this.ministry.top(), DAY)).containsExactly("BO", "BO/A", "BO/C");
		assertThat(this.book.members(fresh, DAY)).isEqualTo(16);
		whole();
	}

	@Test
	void aDividedUnitEndsWhenEverybodyIsAssigned() {
		UnitId one = UnitId.next();
		UnitId two = UnitId.next();
		this.book.enter(this.ministry.a(), 5, LocalDate.of(2019, 1, 1), "Phòng Tổng hợp");
		Step divide = Step.of(Kind.DIVIDE, List.of(this.ministry.a()),
				Target.founded(one, this.ministry.top(), facts("D")),
				Target.founded(two, this.ministry.top(), facts("E")));
		Assignment office = Assignment.department(this.ministry.a(), "Phòng Tổng hợp", one);
		UUID half = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY, divide.assigning(office));

		Preview preview = as(this.ministry.admin(), () -> this.reorganisations.preview(half));
		assertThat(preview.remaining()).singleElement()
			.satisfies((remaining) -> assertThat(remaining.people()).isEqualTo(10));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.examples.confirm(this.ministry.admin(), half))
			.withMessage("reorganisation.error.remaining");
		assertThat(this.book.tree(this.ministry.top(), DAY)).contains("BO/A");

		execute(divide.assigning(office, Assignment.department(this.ministry.a(), "", two)));
		assertThat(this.book.members(one, DAY)).isEqualTo(5);
		assertThat(this.book.members(two, DAY)).isEqualTo(10);
		assertThat(this.book.tree(this.ministry.top(), DAY)).containsExactly("BO", "BO/B", "BO/C", "BO/D", "BO/E");
		whole();
	}

	@Test
	void aSeparatedPartLeavesTheOthersWhereTheyAre() {
		UnitId fresh = UnitId.next();
		UUID draft = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.SPLIT_OFF, List.of(this.ministry.a()),
						Target.founded(fresh, this.ministry.top(), facts("D")))
					.assigning(Assignment.department(this.ministry.a(), "none", fresh)));
		List<Crowd.Person> people = as(this.ministry.admin(),
				() -> this.reorganisations.people(draft, this.ministry.a(), "").people());
		assertThat(people).hasSize(10).allSatisfy((person) -> assertThat(person.to()).isNull());

		execute(Step
			.of(Kind.SPLIT_OFF, List.of(this.ministry.a()), Target.founded(fresh, this.ministry.top(), facts("D")))
			.assigning(Assignment.listed(this.ministry.a(),
					people.subList(0, 3).stream().map(Crowd.Person::member).toList(), fresh)));

		assertThat(this.book.members(this.ministry.a(), DAY)).isEqualTo(7);
		assertThat(this.book.members(fresh, DAY)).isEqualTo(3);
		whole();
	}

	@Test
	void aDowngradedUnitStandsUnderANewOneOfTheSameDecision() {
		UnitId office = UnitId.next();
		execute(Step.of(Kind.DOWNGRADE, List.of(), Target.altered(this.ministry.a(), office, facts("A", "CDBP"))),
				Step.of(Kind.FOUND, List.of(), Target.founded(office, this.ministry.top(), facts("D"))));

		assertThat(this.book.tree(this.ministry.top(), EVE)).contains("BO/A");
		assertThat(this.book.tree(this.ministry.top(), DAY)).contains("BO/D", "D/A").doesNotContain("BO/A");
		whole();
	}

	@Test
	void aKindStandsOnlyWhereItMay() {
		UUID draft = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.DOWNGRADE, List.of(), Target.altered(this.ministry.a(), null, facts("A", "CDBP"))));

		assertThat(as(this.ministry.admin(), () -> this.reorganisations.preview(draft)).problem())
			.hasMessage("unit.error.stands");
		assertThat(this.book.versions(List.of(this.ministry.a()))).hasSize(1);
	}

	@Test
	void anEndedUnitEndsWithThoseNotAssignedElsewhere() {
		this.book.enter(this.ministry.a(), 5, LocalDate.of(2019, 1, 1), "Phòng Tổng hợp");
		execute(Step.of(Kind.END, List.of(this.ministry.a()), Target.existing(this.ministry.b()))
			.assigning(Assignment.department(this.ministry.a(), "Phòng Tổng hợp", this.ministry.b())));

		assertThat(this.book.members(this.ministry.b(), DAY)).isEqualTo(11);
		assertThat(this.book.people(this.ministry.all(), EVE)).isEqualTo("25/12");
		assertThat(this.book.people(this.ministry.all(), DAY)).isEqualTo("15/7");
		whole();
	}

	@Test
	void anEndedUnitLivesAgainByANewDecision() {
		execute(Step.of(Kind.END, List.of(this.ministry.a())));
		LocalDate later = DAY.plusYears(1);

		execute(later, Step.of(Kind.REOPEN, List.of(), Target.existing(this.ministry.a())));

		assertThat(this.book.tree(this.ministry.top(), later.minusDays(1))).doesNotContain("BO/A");
		assertThat(this.book.tree(this.ministry.top(), later)).contains("BO/A");
		whole();
	}

	@Test
	void aUnitWithOthersBelowEndsOnlyTogetherWithThem() {
		UnitId part = this.examples.below(this.ministry, this.ministry.a(), "A1", "CDBP");
		UUID draft = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.b())));

		assertThat(as(this.ministry.admin(), () -> this.reorganisations.preview(draft)).problem())
			.hasMessage("unit.error.below");

		execute(Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.b())),
				Step.of(Kind.REPARENT, List.of(), Target.altered(part, this.ministry.b(), null)));
		assertThat(this.book.tree(this.ministry.top(), DAY)).containsExactly("B/A1", "BO", "BO/B", "BO/C");
		whole();
	}

	private UUID execute(Step... steps) {
		return execute(DAY, steps);
	}

	private UUID execute(LocalDate day, Step... steps) {
		return this.examples.execute(this.ministry, day, steps);
	}

	private void whole() {
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();
	}

}
