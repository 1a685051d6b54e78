package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.member.Members;
import unionbook.platform.Actor;
import unionbook.platform.RuleViolation;
import unionbook.reorganisation.Lineage.Edge;
import unionbook.reorganisation.Plan.Assignment;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.does;
import static unionbook.reorganisation.ReorganisationExamples.facts;

/**
 * What is carried out can be taken back while nothing depends on it; what was recorded
 * for later goes along.
 */
@ReorganisationTest
class ReorganisationUndoTests {

	private static final List<LocalDate> DAYS = List.of(LocalDate.of(2018, 1, 1), DAY.minusDays(1), DAY,
			DAY.plusDays(1), DAY.plusMonths(3), DAY.plusMonths(6), DAY.plusYears(20));

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Reorganisations reorganisations;

	@Autowired
	private Members members;

	private Ministry ministry;

	private Book book;

	@BeforeEach
	void aMinistryWithThreeUnits() {
		this.ministry = this.examples.ministry("BO");
		this.book = this.examples.book;
	}

	@Test
	void undoneIsAsIfItHadNeverBeen() {
		UnitId part = this.examples.below(this.ministry, this.ministry.a(), "A1", "CDBP");
		this.book.enter(part, 3, LocalDate.of(2019, 1, 1), null);
		List<String> rosters = this.book.rosters(this.ministry.all());
		List<String> versions = this.book.versions(this.ministry.all());
		UnitId fresh = UnitId.next();
		UUID id = this.examples.execute(this.ministry, DAY,
				Step.of(Kind.CONSOLIDATE, List.of(this.ministry.b(), this.ministry.c()),
						Target.founded(fresh, this.ministry.top(), facts("N"))),
				Step.of(Kind.REPARENT, List.of(), Target.altered(part, fresh, null)),
				Step.of(Kind.END, List.of(this.ministry.a())));
		assertThat(this.book.rosters(this.ministry.all())).isNotEqualTo(rosters);

		undo(this.ministry.admin(), id);

		assertThat(this.book.rosters(this.ministry.all())).isEqualTo(rosters);
		assertThat(this.book.versions(this.ministry.all())).isEqualTo(versions);
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();
		assertThat(as(this.ministry.admin(), () -> this.reorganisations.find(id)).status()).isEqualTo(Status.UNDONE);
		assertThat(as(this.ministry.admin(), () -> this.reorganisations.lineage(this.ministry.b())).edges()).isEmpty();
		this.examples.execute(this.ministry, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.b()), Target.existing(this.ministry.c())));
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();
	}

	@Test
	void handedToAnotherMinistryAndBack() {
		Ministry other = this.examples.ministry("BX");
		Actor both = Actor.system("both", this.ministry.top(), other.top());
		List<String> versions = this.book.versions(this.ministry.all());
		List<String> rosters = this.book.rosters(this.ministry.all());
		UUID id = this.examples.execute(both, other.top(), DAY,
				Step.of(Kind.REPARENT, List.of(), Target.altered(this.ministry.a(), other.top(), facts("E"))),
				Step.of(Kind.ABSORB, List.of(this.ministry.b()), Target.existing(other.b())),
				Step.of(Kind.ABSORB, List.of(this.ministry.c(), this.ministry.top()), Target.existing(other.c())));
		assertThat(this.book.tree(this.ministry.top(), DAY)).isEmpty();
		assertThat(as(other.admin(), () -> this.reorganisations.lineage(this.ministry.b()).edges())).hasSize(1);

		undo(both, id);

		assertThat(this.book.versions(this.ministry.all())).isEqualTo(versions);
		assertThat(this.book.rosters(this.ministry.all())).isEqualTo(rosters);
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();
		assertThat(this.book.contradictions(other.all())).isEmpty();
		assertThatExceptionOfType(unionbook.platform.NotFound.class)
			.isThrownBy(() -> as(other.admin(), () -> this.reorganisations.lineage(this.ministry.b())));
	}

	@Test
	void aBackDatedMergeTakesLaterMovementsAlong() {
		MemberId one = someone(this.ministry.a());
		MemberId two = someone(this.ministry.b());
		does(this.ministry.admin(), () -> {
			this.members.transfer(one, this.ministry.c(), DAY.plusMonths(3), Decision.NONE);
			this.members.transfer(two, this.ministry.a(), DAY.plusMonths(6), Decision.NONE);
		});
		String total = this.book.people(this.ministry.all(), DAY.plusYears(1));

		UUID id = this.examples.execute(this.ministry, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.c())));

		assertThat(this.book.members(this.ministry.c(), DAY)).isEqualTo(14);
		assertThat(this.book.members(this.ministry.c(), DAY.plusMonths(6))).isEqualTo(15);
		assertThat(this.book.people(this.ministry.all(), DAY.plusYears(1))).isEqualTo(total);
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();

		undo(this.ministry.admin(), id);
		assertThat(this.book.members(this.ministry.a(), DAY.plusMonths(6))).isEqualTo(10);
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();
	}

	@Test
	void aDecisionForTheFutureHoldsFromItsDayWithoutAnybody() {
		LocalDate later = LocalDate.now().plusYears(1);
		this.examples.execute(this.ministry, later,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.c())));

		assertThat(this.book.members(this.ministry.a(), later.minusDays(1))).isEqualTo(10);
		assertThat(this.book.members(this.ministry.c(), later)).isEqualTo(14);
		assertThat(this.book.tree(this.ministry.top(), later.minusDays(1))).contains("BO/A");
		assertThat(this.book.tree(this.ministry.top(), later)).doesNotContain("BO/A");
		assertThat(this.book.contradictions(this.ministry.all())).isEmpty();
	}

	@Test
	void whatDependsOnItIsNamed() {
		UnitId fresh = UnitId.next();
		UUID id = this.examples.execute(this.ministry, DAY, Step.of(Kind.CONSOLIDATE,
				List.of(this.ministry.a(), this.ministry.b()), Target.founded(fresh, this.ministry.top(), facts("N"))));
		MemberId moved = someone(fresh);
		does(this.ministry.admin(),
				() -> this.members.transfer(moved, this.ministry.c(), DAY.plusMonths(1), Decision.NONE));
		this.book.enter(fresh, 1, DAY.plusMonths(2), null);
		this.examples.below(this.ministry, fresh, "N1", "CDBP", DAY.plusMonths(2));

		assertThat(as(this.ministry.admin(), () -> this.reorganisations.blocking(id))).extracting(RuleViolation::key)
			.containsExactly("reorganisation.blocking.below", "reorganisation.blocking.members",
					"reorganisation.blocking.strangers");
		List<String> rosters = this.book.rosters(this.ministry.all());
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> undo(this.ministry.admin(), id));
		assertThat(this.book.rosters(this.ministry.all())).isEqualTo(rosters);
	}

	@Test
	void theFamilyTreeTellsWhereAUnitCameFromAndWentTo() {
		UnitId fresh = UnitId.next();
		UnitId split = UnitId.next();
		UUID first = this.examples.execute(this.ministry, DAY, Step.of(Kind.CONSOLIDATE,
				List.of(this.ministry.a(), this.ministry.b()), Target.founded(fresh, this.ministry.top(), facts("N"))));
		this.examples.execute(this.ministry, DAY.plusYears(1),
				Step.of(Kind.SPLIT_OFF, List.of(fresh), Target.founded(split, this.ministry.top(), facts("S")))
					.assigning(Assignment.listed(fresh, List.of(someone(fresh)), split)));

		Lineage lineage = as(this.ministry.admin(), () -> this.reorganisations.lineage(this.ministry.a()));

		assertThat(lineage.edges()).extracting(Edge::from, Edge::to)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(this.ministry.a(), fresh),
					org.assertj.core.groups.Tuple.tuple(fresh, split));
		assertThat(lineage.edges().getFirst().reorganisation()).isEqualTo(first);
		assertThat(lineage.nodes()).extracting(Lineage.Node::generation).containsExactly(0, 1, 2);
		assertThat(as(this.ministry.admin(), () -> this.reorganisations.lineage(fresh)).edges()).hasSize(3);
	}

	@Test
	void thePastStaysAsItWas() {
		var before = this.book.figures(this.ministry.all(), DAYS.subList(0, 2));
		this.examples.execute(this.ministry, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.c())),
				Step.of(Kind.RENAME, List.of(), Target.altered(this.ministry.b(), null, facts("B2"))));
		assertThat(this.book.figures(this.ministry.all(), DAYS.subList(0, 2))).isEqualTo(before);
	}

	private void undo(Actor actor, UUID id) {
		does(actor, () -> this.reorganisations.undo(id, this.reorganisations.find(id).version()));
	}

	private MemberId someone(UnitId unit) {
		return new MemberId(this.book.owner()
			.sql("select member_id from membership where unit_id = ? and upper_inf(period) order by member_id limit 1")
			.param(unit.value())
			.query(UUID.class)
			.single());
	}

}
