package unionbook.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.DemonstrationTest;
import unionbook.TestDatabase;
import unionbook.committee.CommitteeReading.TermPage;
import unionbook.committee.CommitteeReading.When;
import unionbook.member.MemberLeft;
import unionbook.member.Members;
import unionbook.member.MembersCarried;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;
import unionbook.shared.MemberId;
import unionbook.shared.Share;
import unionbook.shared.UnitId;
import unionbook.unit.UnitEnded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.committee.CommitteeExamples.BEGAN;
import static unionbook.committee.CommitteeExamples.DECISION;
import static unionbook.committee.CommitteeExamples.as;
import static unionbook.committee.CommitteeExamples.does;
import static unionbook.committee.CommitteeExamples.seats;
import static unionbook.committee.CommitteeExamples.term;

/** What committees are and what becomes of them when people and units go. */
@DemonstrationTest
class CommitteeTests {

	private static final LocalDate LATER = LocalDate.of(2024, 3, 1);

	@Autowired
	private CommitteeWriting writing;

	@Autowired
	private CommitteeReading reading;

	@Autowired
	private CommitteeRegister register;

	@Autowired
	private Members members;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private TestDatabase database;

	private CommitteeExamples examples;

	private UnitId ministry;

	private UnitId unit;

	private List<UUID> people;

	@BeforeEach
	void aMinistryWithAUnit() {
		this.examples = new CommitteeExamples(this.database);
		this.ministry = this.examples.unit(null);
		this.unit = this.examples.unit(this.ministry);
		this.people = this.examples.people(this.unit, 20);
	}

	@Test
	void whoLeavesLeavesTheBodiesOnThatDayAndAVacancyWaits() {
		TermId own = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		TermId above = begin(this.ministry, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 1))));

		leave(this.people.getFirst(), LATER, "RETIREMENT");

		assertThat(page(own, LATER.minusDays(1)).body().sitting()).hasSize(5);
		assertThat(page(own, LATER).body().sitting()).hasSize(4);
		assertThat(page(own, LATER).body().vacant()).singleElement().satisfies((seat) -> {
			assertThat(seat.role()).isEqualTo(SeatRole.CHAIR);
			assertThat(seat.endReason()).isEqualTo(EndReason.RETIRED);
			assertThat(seat.until()).isEqualTo(LATER);
		});
		// the officer of the unit does not reach the ministry's body, and yet the seat
		// there ends
		assertThat(page(above, LATER).body().sitting()).isEmpty();
		assertThat(tasks(this.ministry, this.unit, LATER)).isEqualTo(new CommitteeTasks.Open(2, 0));
		assertThat(tasks(this.ministry, this.unit, LATER.minusDays(1))).isEqualTo(CommitteeTasks.Open.NONE);
		assertThat(audited("committee.unseated", own)).isOne();
		assertThat(audited("committee.unseated", above)).isOne();
	}

	@Test
	void aVacancyIsGoneWhenItIsFilledOrDismissed() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		leave(this.people.get(0), LATER, "RETIREMENT");
		leave(this.people.get(1), LATER, "RESIGNATION");

		does(Role.UNIT_OFFICER, this.unit, () -> this.writing.seat(id, version(id),
				new NewSeat(this.people.get(9), SeatRole.CHAIR, SeatKind.BY_ELECTION), DECISION, LATER.plusDays(30)));

		assertThat(tasks(this.unit, this.unit, LATER.plusDays(29)).vacant()).isEqualTo(2);
		assertThat(tasks(this.unit, this.unit, LATER.plusDays(30)).vacant()).isOne();
		SeatRow vacant = page(id, LATER.plusDays(30)).body().vacant().getFirst();
		assertThat(vacant.role()).isEqualTo(SeatRole.MEMBER);

		does(Role.UNIT_OFFICER, this.unit, () -> this.writing.dismiss(id, vacant.id(), "no need"));

		assertThat(page(id, LocalDate.now()).body().vacant()).isEmpty();
		assertThat(page(id, LATER.plusDays(30)).body().vacant()).as("the past stays").hasSize(1);
	}

	@Test
	void whoMovesBelowTheMinistryKeepsTheSeatAboveAndLosesTheOneInTheUnit() {
		UnitId other = this.examples.unit(this.ministry);
		TermId own = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		TermId above = begin(this.ministry, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 3))));

		does(Role.MINISTRY_ADMIN, this.ministry,
				() -> this.members.transfer(new MemberId(this.people.getFirst()), other, LATER, DECISION));

		assertThat(page(own, LATER).body().sitting()).hasSize(4);
		assertThat(page(own, LATER).body().vacant().getFirst().endReason()).isEqualTo(EndReason.TRANSFERRED);
		assertThat(page(above, LATER).body().sitting()).hasSize(3);
		assertThat(page(above, LATER).body().sitting().getFirst().memberUnit()).isEqualTo(other.value());
	}

	@Test
	void whoIsCarriedOutOfAUnitWithOthersLeavesItsBodies() {
		UnitId other = this.examples.unit(this.ministry);
		TermId own = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		TermId above = begin(this.ministry, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		for (UUID person : this.people.subList(0, 2)) {
			this.examples.carry(person, other, LATER);
		}

		does(Role.MINISTRY_ADMIN, this.ministry, () -> this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new MembersCarried(UUID.randomUUID(), List.of(this.unit), LATER, DECISION))));

		assertThat(page(own, LATER).body().sitting()).hasSize(3);
		assertThat(page(own, LATER.minusDays(1)).body().sitting()).hasSize(5);
		assertThat(page(above, LATER).body().sitting()).hasSize(5);
	}

	@Test
	void seventeenAreTooManyBeforeTheRuleOf2025AndNotAfter() {
		TermId before = begin(this.unit, term(BodyKind.BCH, BEGAN, 17, seats(this.people.subList(0, 17))));

		assertThat(page(before, LATER).body().warnings()).anySatisfy((warning) -> {
			assertThat(warning.key()).isEqualTo("committee.warning.above");
			assertThat(warning.arguments()).contains(17, "3–15");
			assertThat((String) warning.arguments()[2]).startsWith("điểm 9.1 Hướng dẫn 03/HD-TLĐ");
		});

		LocalDate round = LocalDate.of(2025, 10, 1);
		TermId after = begin(this.unit, term(BodyKind.BCH, round, 17, seats(this.people.subList(0, 17))));

		assertThat(sizes(after, round)).isEmpty();
		assertThat(page(before, LATER).body().warnings()).as("the old term under the old rule").isNotEmpty();
	}

	@Test
	void aUnionOfFewerThanTenElectsAChairOnly() {
		UnitId small = this.examples.unit(this.ministry);
		List<UUID> few = this.examples.people(small, 9);
		TermId id = begin(small, term(BodyKind.BCH, BEGAN, 3, seats(few.subList(0, 3))));

		assertThat(sizes(id, LATER)).containsExactly("committee.warning.chairOnly");
	}

	@Test
	void aStandingCommitteeIsAThirdOfTheCommitteeAtMost() {
		LocalDate round = LocalDate.of(2025, 10, 1);
		begin(this.unit, term(BodyKind.BCH, round, 9, seats(this.people.subList(0, 9))));
		TermId three = begin(this.unit, term(BodyKind.BTV, round, 3, seats(this.people.subList(0, 3))));

		assertThat(sizes(three, round)).isEmpty();

		does(Role.UNIT_OFFICER, this.unit, () -> this.writing.seat(three, version(three),
				new NewSeat(this.people.get(5), SeatRole.MEMBER, SeatKind.BY_ELECTION), DECISION, round.plusDays(9)));

		assertThat(sizes(three, round.plusDays(9))).containsExactly("committee.warning.share");
	}

	@Test
	void nobodySitsTwiceAndOneIsInTheChair() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> seat(id, 7, SeatRole.CHAIR, LATER))
			.withMessage("committee.rule.chairTaken");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> seat(id, 1, SeatRole.MEMBER, LATER))
			.withMessage("committee.rule.sits");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> seat(id, 7, SeatRole.MEMBER, BEGAN.minusDays(1)))
			.withMessage("committee.rule.outside");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> begin(this.unit, term(BodyKind.BCH, BEGAN, 5, List.of())))
			.withMessage("committee.rule.sameDay");
		assertThatExceptionOfType(StaleVersion.class).isThrownBy(
				() -> does(Role.UNIT_OFFICER, this.unit, () -> this.writing.endTerm(id, 99, "why", DECISION, LATER)));
		assertThat(page(id, LATER).body().seats()).hasSize(5);
	}

	@Test
	void theDatabaseItselfRefusesWhatCannotBe() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 2))));

		refused(id, this.people.get(1), "MEMBER", "[2024-01-01,)");
		refused(id, this.people.get(7), "CHAIR", "[2024-01-01,)");
		refused(id, this.people.get(7), "MEMBER", "[2023-01-01,2023-06-01)");
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.examples.database()
			.sql("update committee_term set delegates_called = 9, delegates_present = 9, delegates_voting = 9,"
					+ " ballots_issued = 9, ballots_returned = 9, ballots_valid = 10, ballots_invalid = 0 where id = ?")
			.param(id.value())
			.update());
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.examples.database()
			.sql("insert into committee_candidate (id, term_id, unit_id, seq, name, votes, of_valid, elected)"
					+ " values (uuidv7(), ?, ?, 1, 'A', 5, 4, true)")
			.params(id.value(), this.unit.value())
			.update());
	}

	@Test
	void aNewTermEndsTheFormerAndThePastKeepsItsPeople() {
		TermId former = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		begin(this.unit, term(BodyKind.BCH, LATER, 5, seats(this.people.subList(10, 14))));

		assertThat(page(former, LATER).term().until()).isEqualTo(LATER);
		assertThat(now(LATER.minusDays(1)))
			.isEqualTo(List.of("Nguyễn Văn Aa", "Nguyễn Văn Ab", "Nguyễn Văn Ac", "Nguyễn Văn Ad", "Nguyễn Văn Ae"));
		assertThat(now(LATER)).hasSize(4).first().isEqualTo("Nguyễn Văn Ak");
		assertThat(tasks(this.unit, this.unit, LATER).vacant()).as("a term that ends leaves no vacancy").isZero();

		begin(this.unit, term(BodyKind.BCH, BEGAN.minusYears(5), 3, seats(this.people.subList(0, 3))));

		CommitteeReading.UnitPage past = as(Role.VIEWER, this.unit,
				() -> this.reading.unit(this.unit, LATER, When.PAST));
		assertThat(past.bodies()).hasSize(2);
		assertThat(past.bodies().getLast().term().until()).as("entered late, ends where the next begins")
			.isEqualTo(BEGAN);
	}

	@Test
	void theEndOfATermIsToldSixMonthsAhead() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		LocalDate end = BEGAN.plusYears(5);

		assertThat(tasks(this.unit, this.unit, end.minusMonths(6).minusDays(1)).ending()).isZero();
		assertThat(tasks(this.unit, this.unit, end.minusMonths(6)).ending()).isOne();
		assertThat(page(id, end.minusMonths(6)).body().warnings()).extracting(Warning::key)
			.contains("committee.warning.ending");
		assertThat(page(id, end.plusDays(1)).body().warnings()).extracting(Warning::key)
			.contains("committee.warning.overdue");
	}

	@Test
	void womenAreCountedPerBodyAndDay() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 6, seats(this.people.subList(0, 5))));

		assertThat(page(id, BEGAN).term().share()).isEqualTo(new Share(2, 5));
		assertThat(page(id, BEGAN).term().free()).isOne();

		leave(this.people.get(1), LATER, "RESIGNATION");

		assertThat(page(id, LATER).term().share()).isEqualTo(new Share(1, 4));
		assertThat(page(id, LATER.minusDays(1)).term().share()).isEqualTo(new Share(2, 5));
	}

	@Test
	void aUnitThatEndsEndsItsBodiesAndItsPeoplesSeatsAbove() {
		TermId own = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		TermId above = begin(this.ministry, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 2))));
		List<?> open = as(Role.MINISTRY_ADMIN, this.ministry, () -> this.register.open(List.of(this.unit), LATER));
		assertThat(open).hasSize(1);

		does(Role.MINISTRY_ADMIN, this.ministry, () -> this.transaction.executeWithoutResult((status) -> {
			this.examples.database();
			this.events.publishEvent(new UnitEnded(this.unit, LATER, DECISION));
		}));

		assertThat(page(own, LATER).term().until()).isEqualTo(LATER);
		assertThat(page(own, LATER).body().seats()).allSatisfy((seat) -> {
			assertThat(seat.until()).isEqualTo(LATER);
			assertThat(seat.endReason()).isEqualTo(EndReason.UNIT_ENDED);
		});
		assertThat(page(above, LATER).body().sitting()).isEmpty();
		assertThat(page(own, LATER.minusDays(1)).body().sitting()).hasSize(5);
	}

	@Test
	void onlyWhoMayWritesAndOnlyWhoReachesReads() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 5, seats(this.people.subList(0, 5))));
		UnitId other = this.examples.unit(this.ministry);

		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> as(Role.UNIT_OFFICER, other, () -> this.reading.term(id, LATER)));
		assertThatExceptionOfType(Forbidden.class)
			.isThrownBy(() -> does(Role.VIEWER, this.unit, () -> this.writing.endTerm(id, 0, "why", DECISION, LATER)));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(Role.UNIT_OFFICER, this.unit,
				() -> this.writing.begin(this.ministry, term(BodyKind.BCH, BEGAN, 5, List.of()))));
	}

	@Test
	void whateverIsDoneSeatsNeverOverlapAndTheChairIsOne() {
		TermId id = begin(this.unit, term(BodyKind.BCH, BEGAN, 9, seats(this.people.subList(0, 5))));
		Random random = new Random(20231105);
		int done = 0;
		for (int i = 0; i < 60; i++) {
			LocalDate day = BEGAN.plusDays(random.nextInt(400));
			try {
				if (random.nextBoolean()) {
					seat(id, random.nextInt(20), SeatRole.values()[random.nextInt(4)], day);
				}
				else {
					List<SeatRow> all = page(id, day).body().seats();
					UUID seat = all.get(random.nextInt(all.size())).id();
					does(Role.UNIT_OFFICER, this.unit, () -> this.writing.endSeat(id, version(id), seat,
							EndReason.RESIGNED, null, Decision.NONE, day));
				}
				done++;
			}
			catch (RuleViolation refused) {
				// a refusal changes nothing
			}
		}
		assertThat(done).isGreaterThan(10);
		List<SeatRow> all = page(id, LATER).body().seats();
		for (LocalDate day = BEGAN; day.isBefore(BEGAN.plusDays(420)); day = day.plusDays(1)) {
			LocalDate now = day;
			List<SeatRow> sitting = all.stream().filter((seat) -> seat.sitsOn(now)).toList();
			assertThat(sitting).extracting(SeatRow::memberId).doesNotHaveDuplicates();
			assertThat(sitting).filteredOn((seat) -> seat.role() == SeatRole.CHAIR).hasSizeLessThan(2);
		}
	}

	private TermId begin(UnitId of, NewTerm term) {
		return as(Role.MINISTRY_OFFICER, of, () -> this.writing.begin(of, term));
	}

	private void seat(TermId id, int person, SeatRole role, LocalDate day) {
		does(Role.UNIT_OFFICER, this.unit, () -> this.writing.seat(id, version(id),
				new NewSeat(this.people.get(person), role, SeatKind.BY_ELECTION), DECISION, day));
	}

	private TermPage page(TermId id, LocalDate day) {
		return as(Role.VIEWER, this.ministry, () -> this.reading.term(id, day));
	}

	/** The warnings but the one that the roster names no chair. */
	private List<String> sizes(TermId id, LocalDate day) {
		return page(id, day).body()
			.warnings()
			.stream()
			.map(Warning::key)
			.filter((key) -> !key.equals("committee.warning.roster"))
			.toList();
	}

	private int version(TermId id) {
		return this.examples.database()
			.sql("select version from committee_term where id = ?")
			.param(id.value())
			.query(Integer.class)
			.single();
	}

	private List<String> now(LocalDate day) {
		List<String> names = new ArrayList<>();
		as(Role.VIEWER, this.unit, () -> this.reading.unit(this.unit, day, When.NOW)).bodies()
			.forEach((body) -> body.sitting().forEach((seat) -> names.add(seat.fullName())));
		return names;
	}

	private CommitteeTasks.Open tasks(UnitId reach, UnitId of, LocalDate day) {
		return as(Role.MINISTRY_OFFICER, reach,
				() -> this.register.open(new UUID[] { reach.value(), of.value() }, day));
	}

	/**
	 * What the officer of the unit does: the roster's row ends, and the bodies are told.
	 */
	private void leave(UUID person, LocalDate day, String reason) {
		this.examples.database()
			.sql("update membership set period = daterange(lower(period), cast(? as date)) where member_id = ?")
			.params(day, person)
			.update();
		does(Role.UNIT_OFFICER, this.unit,
				() -> this.transaction
					.executeWithoutResult((status) -> this.events.publishEvent(new MemberLeft(new MemberId(person),
							this.unit, day, null, Map.of("leaveReason", new Change(null, reason))))));
	}

	private long audited(String action, TermId id) {
		return this.examples.database()
			.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
			.params(action, id.value())
			.query(Long.class)
			.single();
	}

	private void refused(TermId id, UUID person, String role, String period) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.examples.database()
			.sql("insert into committee_seat (id, term_id, unit_id, member_id, role, kind, period, end_reason)"
					+ " values (uuidv7(), ?, ?, ?, ?, 'ELECTED', cast(? as daterange), ?)")
			.params(java.util.Arrays.asList(id.value(), this.unit.value(), person, role, period,
					period.endsWith(",)") ? null : "OTHER"))
			.update());
	}

}
