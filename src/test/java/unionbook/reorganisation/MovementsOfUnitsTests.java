package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.member.Members;
import unionbook.platform.Actor;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.reorganisation.ReorganisationExamples.Ministry;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.statistics.Ledger;
import unionbook.statistics.Movements;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.reorganisation.ReorganisationExamples.DAY;
import static unionbook.reorganisation.ReorganisationExamples.as;
import static unionbook.reorganisation.ReorganisationExamples.does;
import static unionbook.reorganisation.ReorganisationExamples.facts;

/**
 * What the ledger of movements tells of units that come and go: above the old superior,
 * above the new one, in the period, the day before and the day after.
 */
@ReorganisationTest
class MovementsOfUnitsTests {

	private static final LocalDate EVE = DAY.minusDays(1);

	private static final LocalDate NEXT = DAY.plusDays(1);

	private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2021, 12, 31);

	/** A: 10 people, 5 of them women; everything below the ministry: 20 and 10. */
	private static final Share A = new Share(5, 10);

	private static final Share ALL = new Share(10, 20);

	private static final Share OTHERS = new Share(5, 10);

	@Autowired
	private ReorganisationExamples examples;

	@Autowired
	private Movements movements;

	@Autowired
	private Members members;

	private Ministry ministry;

	/** The first unit of the other ministry. */
	private UnitId stranger;

	@BeforeEach
	void twoMinistries() {
		this.ministry = this.examples.two();
		this.stranger = this.ministry.all().get(4);
	}

	@Test
	void aUnitHandedOverLeavesTheOldSuperiorAndComesToTheNewOne() {
		handOver();

		Ledger old = ledger(this.ministry.top(), FIRST, LAST);
		assertThat(old.opening()).isEqualTo(ALL);
		assertThat(old.lines()).containsExactly(new Ledger.Line("UNITS_OUT", -1, A));
		assertThat(old.closing()).isEqualTo(OTHERS);
		Ledger fresh = ledger(this.ministry.other(), FIRST, LAST);
		assertThat(fresh.opening()).isEqualTo(ALL);
		assertThat(fresh.lines()).containsExactly(new Ledger.Line("UNITS_IN", 1, A));
		assertThat(fresh.closing()).isEqualTo(new Share(15, 30));
		assertThat(ledger(this.ministry.a(), FIRST, LAST).lines()).isEmpty();
	}

	@Test
	void theDayBeforeAndTheDayAfterKnowNothingOfIt() {
		handOver();

		for (UnitId root : List.of(this.ministry.top(), this.ministry.other())) {
			Ledger before = ledger(root, EVE, EVE);
			Ledger day = ledger(root, DAY, DAY);
			Ledger after = ledger(root, NEXT, NEXT);
			assertThat(before.lines()).isEmpty();
			assertThat(day.lines()).hasSize(1);
			assertThat(after.lines()).isEmpty();
			assertThat(day.opening()).isEqualTo(before.closing()).isEqualTo(ALL);
			assertThat(after.opening()).isEqualTo(day.closing()).isNotEqualTo(ALL);
		}
	}

	@Test
	void aMovementOfThatDayCountsAboveTheNewSuperior() {
		handOver();
		does(this.ministry.admin(),
				() -> this.members.transfer(someone(this.ministry.a(), "MALE"), this.ministry.b(), DAY, Decision.NONE));

		assertThat(ledger(this.ministry.top(), DAY, DAY).lines()).containsExactlyInAnyOrder(
				new Ledger.Line("UNITS_OUT", -1, A), new Ledger.Line("IN_TRANSFER_INTERNAL", 1, new Share(0, 1)));
		assertThat(ledger(this.ministry.other(), DAY, DAY).lines()).containsExactlyInAnyOrder(
				new Ledger.Line("UNITS_IN", 1, A), new Ledger.Line("OUT_TRANSFER_INTERNAL", -1, new Share(0, 1)));
		assertThat(ledger(this.ministry.other(), DAY, DAY).closing()).isEqualTo(new Share(15, 29));
	}

	@Test
	void whatStandsBelowAHandedOverUnitComesAlong() {
		UnitId part = this.examples.below(this.ministry, this.ministry.a(), "A1", "CDBP");
		this.examples.book.enter(part, 4, ReorganisationExamples.LOADED, null);
		handOver();

		assertThat(ledger(this.ministry.top(), FIRST, LAST).lines())
			.containsExactly(new Ledger.Line("UNITS_OUT", -1, new Share(7, 14)));
		assertThat(ledger(this.ministry.other(), FIRST, LAST).lines())
			.containsExactly(new Ledger.Line("UNITS_IN", 1, new Share(7, 14)));
		assertThat(ledger(this.ministry.a(), FIRST, LAST).lines()).isEmpty();
	}

	@Test
	void aUnitThatComesBackLeftAndCame() {
		handOver();
		LocalDate back = LocalDate.of(2021, 9, 1);
		this.examples.execute(this.ministry, back,
				Step.of(Kind.REPARENT, List.of(), Target.altered(this.ministry.a(), this.ministry.top(), facts("A"))));

		for (UnitId root : List.of(this.ministry.top(), this.ministry.other())) {
			Ledger year = ledger(root, FIRST, LAST);
			assertThat(year.opening()).isEqualTo(year.closing()).isEqualTo(ALL);
			assertThat(year.in()).isEqualTo(year.out()).isEqualTo(A);
		}
	}

	@Test
	void aMergerAcrossMinistriesIsALossHereAndAGainThere() {
		this.examples.execute(this.ministry, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.stranger)));

		assertThat(ledger(this.ministry.top(), FIRST, LAST).lines())
			.containsExactly(new Ledger.Line("OUT_RESTRUCTURE", -1, A));
		assertThat(ledger(this.ministry.other(), FIRST, LAST).lines())
			.containsExactly(new Ledger.Line("IN_RESTRUCTURE", 1, A));
	}

	@Test
	void aMergerInsideChangesNothingOfTheWhole() {
		this.examples.execute(this.ministry, DAY,
				Step.of(Kind.ABSORB, List.of(this.ministry.a()), Target.existing(this.ministry.b())));

		Ledger year = ledger(this.ministry.top(), FIRST, LAST);
		assertThat(year.lines()).isEmpty();
		assertThat(year.moved()).isEqualTo(A);
		assertThat(year.closing()).isEqualTo(ALL);
	}

	@Test
	void everybodyReadsTheSameLedger() {
		handOver();
		Ledger old = ledger(this.ministry.top(), FIRST, LAST);
		Ledger fresh = ledger(this.ministry.other(), FIRST, LAST);

		assertThat(read(Actor.system("former", this.ministry.top()), this.ministry.top(), FIRST, LAST)).isEqualTo(old);
		assertThat(read(Actor.system("new", this.ministry.other()), this.ministry.other(), FIRST, LAST))
			.isEqualTo(fresh);
	}

	@Test
	void whoLostAUnitReadsThatItWent() {
		handOver();

		Ledger seen = read(Actor.system("former", this.ministry.top()), this.ministry.a(), FIRST, LAST);
		assertThat(seen.opening()).isEqualTo(A);
		assertThat(seen.lines()).containsExactly(new Ledger.Line("UNITS_OUT", -1, A));
		assertThat(seen.balanced()).isTrue();
	}

	private void handOver() {
		this.examples.execute(this.ministry, DAY, Step.of(Kind.REPARENT, List.of(),
				Target.altered(this.ministry.a(), this.ministry.other(), facts("E"))));
	}

	private MemberId someone(UnitId unit, String gender) {
		return new MemberId(this.examples.book.owner()
			.sql("select member_id from membership where unit_id = ? and gender = ? order by member_id limit 1")
			.params(unit.value(), gender)
			.query(UUID.class)
			.single());
	}

	private Ledger ledger(UnitId root, LocalDate from, LocalDate to) {
		return read(this.ministry.admin(), root, from, to);
	}

	private Ledger read(Actor reader, UnitId root, LocalDate from, LocalDate to) {
		Ledger ledger = as(reader, () -> this.movements.of(root, from, to));
		assertThat(ledger.balanced()).as(ledger::toString).isTrue();
		return ledger;
	}

}
