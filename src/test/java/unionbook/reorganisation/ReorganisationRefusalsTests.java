package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.platform.Actor;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.DECISION;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.does;
import static unionbook.reorganisation.ReorganisationExamples.facts;

/** What is not carried out, and why it says so. */
@ReorganisationTest
class ReorganisationRefusalsTests {

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Reorganisations reorganisations;

	private Ministry ministry;

	@BeforeEach
	void aMinistryWithThreeUnits() {
		this.ministry = this.examples.ministry("BO");
	}

	@Test
	void theDecisionIsComplete() {
		Step end = Step.of(Kind.END, List.of(this.ministry.a()));
		assertThat(problem(new Decision(null, DAY, null), DAY, end)).isEqualTo("reorganisation.error.number");
		assertThat(problem(new Decision("1", null, null), DAY, end)).isEqualTo("reorganisation.error.signedOn");
		assertThat(problem(DECISION, null, end)).isEqualTo("reorganisation.error.effectiveOn");
		assertThat(problem(DECISION, DAY)).isEqualTo("reorganisation.error.empty");
	}

	@Test
	void unitsLiveOnTheDay() {
		LocalDate before = ReorganisationExamples.FOUNDED.minusDays(1);
		assertThat(problem(DECISION, before, Step.of(Kind.END, List.of(this.ministry.a()))))
			.isEqualTo("reorganisation.error.begins");
		assertThat(problem(DECISION, ReorganisationExamples.FOUNDED, Step.of(Kind.END, List.of(this.ministry.a()))))
			.isEqualTo("reorganisation.error.laterFacts");
		assertThat(problem(DECISION, DAY, Step.of(Kind.REOPEN, List.of(), Target.existing(this.ministry.a()))))
			.isEqualTo("reorganisation.error.alive");

		this.examples.execute(this.ministry, DAY, Step.of(Kind.END, List.of(this.ministry.a())));
		assertThat(problem(DECISION, DAY.plusDays(1), Step.of(Kind.END, List.of(this.ministry.a()))))
			.isEqualTo("reorganisation.error.ended");
		assertThat(problem(DECISION, DAY.plusDays(1),
				Step.of(Kind.ABSORB, List.of(this.ministry.b()), Target.existing(this.ministry.a()))))
			.isEqualTo("reorganisation.error.ended");
	}

	@Test
	void aUnitHasOneFate() {
		assertThat(problem(DECISION, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.b())),
				Step.of(Kind.END, List.of(this.ministry.b()))))
			.isEqualTo("reorganisation.error.twice");
		assertThat(problem(DECISION, DAY,
				Step.of(Kind.CONSOLIDATE, List.of(this.ministry.a()),
						Target.founded(UnitId.next(), this.ministry.top(), facts("N")))))
			.isEqualTo("reorganisation.error.step.CONSOLIDATE");
	}

	@Test
	void aCodeIsTakenByOneUnit() {
		assertThat(problem(DECISION, DAY,
				Step.of(Kind.FOUND, List.of(), Target.founded(UnitId.next(), this.ministry.top(), facts("B")))))
			.isEqualTo("unit.error.code.taken");
		assertThat(problem(DECISION, DAY,
				Step.of(Kind.RENAME, List.of(), Target.altered(this.ministry.a(), null, facts("B")))))
			.isEqualTo("unit.error.code.taken");
	}

	@Test
	void aUnitDoesNotStandUnderItself() {
		UnitId part = this.examples.below(this.ministry, this.ministry.a(), "A1", "CDBP");
		assertThat(problem(DECISION, DAY,
				Step.of(Kind.REPARENT, List.of(), Target.altered(this.ministry.a(), part, null))))
			.isEqualTo("unit.error.circle");
	}

	@Test
	void onlyWhoAdministersBothSidesMovesAUnit() {
		Ministry other = this.examples.ministry("BX");
		UUID id = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.REPARENT, List.of(), Target.altered(this.ministry.a(), other.top(), facts("E"))));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> as(this.ministry.admin(), () -> this.reorganisations.preview(id)));

		Actor officer = ReorganisationExamples.holding(Role.MINISTRY_OFFICER, this.ministry.top());
		assertThatExceptionOfType(Forbidden.class).isThrownBy(
				() -> as(officer, () -> this.reorganisations.draft(UUID.randomUUID(), Kind.END, this.ministry.top())));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> as(other.admin(), () -> this.reorganisations.find(id)));

		Actor own = ReorganisationExamples.holding(Role.MINISTRY_ADMIN, this.ministry.a());
		UUID end = this.examples.draft(own, this.ministry.a(), DAY, Step.of(Kind.END, List.of(this.ministry.a())));
		assertThat(as(own, () -> this.reorganisations.preview(end)).problem())
			.hasMessage("reorganisation.error.superior");
	}

	@Test
	void whatIsConfirmedIsWhatWasSeen() {
		UUID id = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.b())));
		Preview seen = as(this.ministry.admin(), () -> this.reorganisations.preview(id));
		assertThat(seen.ready()).isTrue();
		assertThat(seen.before()).isEqualTo(seen.after());

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(
					() -> does(this.ministry.admin(), () -> this.reorganisations.execute(id, 1, seen.seen(), "yes")))
			.withMessage("reorganisation.error.confirmation");
		assertThatExceptionOfType(StaleVersion.class).isThrownBy(
				() -> does(this.ministry.admin(), () -> this.reorganisations.execute(id, 0, seen.seen(), "77/QĐ-CĐB")));
		this.examples.book.enter(this.ministry.a(), 1, DAY, null);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(
				() -> does(this.ministry.admin(), () -> this.reorganisations.execute(id, 1, seen.seen(), "77/QĐ-CĐB")))
			.withMessage("reorganisation.error.changed")
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly("Công đoàn A"));

		this.examples.confirm(this.ministry.admin(), id);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.examples.confirm(this.ministry.admin(), id));
	}

	@Test
	void ofTwoAtOnceOneWinsAndTheOtherIsToldWhatChanged() throws Exception {
		UUID one = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.b())));
		UUID two = this.examples.draft(this.ministry.admin(), this.ministry.top(), DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.c())));
		String seenOne = as(this.ministry.admin(), () -> this.reorganisations.preview(one)).seen();
		String seenTwo = as(this.ministry.admin(), () -> this.reorganisations.preview(two)).seen();
		CyclicBarrier start = new CyclicBarrier(2);

		List<@Nullable Throwable> outcomes = Stream.of(confirming(one, seenOne, start), confirming(two, seenTwo, start))
			.map(CompletableFuture::join)
			.toList();

		assertThat(outcomes).filteredOn(java.util.Objects::isNull).hasSize(1);
		assertThat(outcomes).filteredOn(java.util.Objects::nonNull)
			.singleElement()
			.isInstanceOfSatisfying(RuleViolation.class, (refusal) -> {
				assertThat(refusal.key()).isEqualTo("reorganisation.error.changed");
				assertThat(refusal.arguments()[0].toString()).contains("Công đoàn A");
			});
		assertThat(this.examples.book.people(this.ministry.all(), DAY)).isEqualTo("20/10");
		assertThat(this.examples.book.contradictions(this.ministry.all())).isEmpty();
	}

	private CompletableFuture<@Nullable Throwable> confirming(UUID id, String seen, CyclicBarrier start) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				start.await();
				does(this.ministry.admin(), () -> this.reorganisations.execute(id, 1, seen, "77/QĐ-CĐB"));
				return null;
			}
			catch (Exception ex) {
				return ex;
			}
		});
	}

	private String problem(Decision decision, @Nullable LocalDate day, Step... steps) {
		return as(this.ministry.admin(), () -> {
			UUID id = this.reorganisations.draft(UUID.randomUUID(), Kind.CHANGE, this.ministry.top());
			this.reorganisations.save(id, 0, decision, day, Plan.of(steps));
			RuleViolation problem = this.reorganisations.preview(id).problem();
			return (problem == null) ? "" : problem.key();
		});
	}

}
