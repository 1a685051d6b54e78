package unionbook.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.member.MemberExamples.Ministry;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.Role;
import unionbook.platform.RuleViolation;
import unionbook.shared.Decision;
import unionbook.shared.Gender;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;
import unionbook.unit.UnitEnded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.member.MemberExamples.does;
import static unionbook.member.MemberExamples.holding;
import static unionbook.member.MemberExamples.step;

@MemberTest
class MembershipTests {

	private static final LocalDate JOINED = LocalDate.of(2018, 3, 1);

	private static final LocalDate DAY = LocalDate.of(2021, 6, 15);

	@Autowired
	private MemberExamples examples;

	@Autowired
	private Members members;

	@Autowired
	private MemberRecords records;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private ApplicationEventPublisher events;

	private Ministry ministry;

	private MemberId lan;

	@BeforeEach
	void aWomanInTheFirstUnit() {
		this.ministry = this.examples.ministry();
		this.lan = this.examples.admit(this.ministry, this.ministry.first(), "Nguyễn Thị Thu Lan", Gender.FEMALE,
				JOINED);
	}

	@Test
	void aTransferMovesOnePersonOnOneDayAndLeavesThePastAlone() {
		does(this.ministry.admin(), () -> this.members.transfer(this.lan, this.ministry.second(), DAY, Decision.NONE));

		assertThat(figures(DAY.minusDays(1))).containsExactly(1L, 0L);
		assertThat(figures(DAY)).containsExactly(0L, 1L);
		assertThat(women(DAY.minusDays(1))).isEqualTo(1);
		assertThat(women(DAY)).isEqualTo(1);
		assertThat(kinds()).containsExactly("IN_ADMISSION", "OUT_TRANSFER_INTERNAL", "IN_TRANSFER_INTERNAL");
		assertThat(this.examples.database()
			.sql("select count(distinct pair_id) from movement where member_id = ? and pair_id is not null")
			.param(this.lan.value())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aTransferAgreedForLaterTakesEffectOnItsDay() {
		LocalDate later = today().plusDays(20);

		does(this.ministry.admin(),
				() -> this.members.transfer(this.lan, this.ministry.second(), later, Decision.NONE));

		assertThat(figures(today())).containsExactly(1L, 0L);
		assertThat(figures(later)).containsExactly(0L, 1L);
	}

	@Test
	void whatIsRecordedLaterStandsInTheWay() {
		does(this.ministry.admin(), () -> this.members.transfer(this.lan, this.ministry.second(), DAY, Decision.NONE));

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> does(this.ministry.admin(),
					() -> this.members.leave(this.lan, LeaveReason.RETIREMENT, step(DAY.minusDays(1)))))
			.matches((broken) -> broken.key().equals("member.rule.afterBegin"))
			.satisfies((broken) -> assertThat(broken.arguments()).containsExactly("15/06/2021"));
		assertThat(figures(DAY)).containsExactly(0L, 1L);
	}

	@Test
	void nobodyEntersAUnitBeforeItExists() {
		LocalDate before = MemberExamples.FOUNDED.minusDays(1);

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.examples.admit(this.ministry, this.ministry.first(), "Lê An", Gender.MALE, before))
			.matches((broken) -> broken.key().equals("member.rule.unitNotLiving"));
	}

	@Test
	void theDatabaseItselfRefusesTwoUnitsOnOneDayAndSaysSoInWords() {
		does(this.ministry.admin(), () -> this.members.leave(this.lan, LeaveReason.UNPAID_LEAVE, step(DAY)));
		this.examples.database()
			.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision)
					select uuidv7(), id, ?, '[2030-01-01,2030-02-01)', full_name, '', '', '', '', gender, birth_date, 'DAY'
					from member where id = ?""")
			.params(this.ministry.second().value(), this.lan.value())
			.update();

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> does(holding(Role.UNIT_OFFICER, this.ministry.first()),
					() -> this.members.resume(this.lan, MovementKind.IN_RETURN, step(DAY))))
			.matches((broken) -> broken.key().equals("member.rule.twoUnits"));
	}

	@Test
	void aCorrectedGenderClosesForWomenAndLeavesEarlierFiguresAlone() {
		revise(Gender.MALE, DAY);

		assertThat(women(DAY.minusDays(1))).isEqualTo(1);
		assertThat(women(DAY)).isZero();
		assertThat(figures(DAY)).containsExactly(1L, 0L);
		assertThat(womenByLedger(DAY.minusDays(1))).isEqualTo(1);
		assertThat(womenByLedger(DAY)).isZero();
		assertThat(kinds()).containsExactly("IN_ADMISSION", "OUT_CORRECTION", "IN_CORRECTION");
	}

	@Test
	void theLedgerOfWomenClosesForAFormerMemberToo() {
		does(this.ministry.admin(), () -> this.members.leave(this.lan, LeaveReason.RETIREMENT, step(DAY.plusDays(9))));

		revise(Gender.MALE, DAY);

		assertThat(womenByLedger(DAY)).isZero();
		assertThat(womenByLedger(DAY.plusDays(9))).isZero();
		assertThat(peopleByLedger(DAY.plusDays(9))).isZero();
	}

	@Test
	void whatWasEnteredByMistakeNeverWas() {
		does(this.ministry.admin(), () -> this.members.leave(this.lan, LeaveReason.DATA_ERROR, step(JOINED)));

		assertThat(figures(JOINED)).containsExactly(0L, 0L);
		assertThat(peopleByLedger(JOINED)).isZero();
	}

	@Test
	void whoWasSuspendedReturnsToTheSameUnit() {
		does(this.ministry.admin(), () -> this.members.leave(this.lan, LeaveReason.UNPAID_LEAVE, step(DAY)));
		does(this.ministry.admin(),
				() -> this.members.resume(this.lan, MovementKind.IN_RETURN, step(DAY.plusMonths(3))));

		assertThat(figures(DAY)).containsExactly(0L, 0L);
		assertThat(figures(DAY.plusMonths(3))).containsExactly(1L, 0L);
		assertThat(kinds()).containsExactly("IN_ADMISSION", "OUT_SUSPENDED", "IN_RETURN");
	}

	@Test
	void membershipsEndWithTheirUnit() {
		MemberId left = this.examples.admit(this.ministry, this.ministry.first(), "Trần Văn Hai", Gender.MALE, JOINED);
		does(this.ministry.admin(), () -> this.members.leave(left, LeaveReason.RETIREMENT, step(DAY.minusYears(1))));

		end(this.ministry.first());

		assertThat(figures(DAY.minusDays(1))).containsExactly(1L, 0L);
		assertThat(figures(DAY)).containsExactly(0L, 0L);
		assertThat(kinds()).containsExactly("IN_ADMISSION", "OUT_UNIT_ENDED");
		assertThat(peopleByLedger(DAY)).isZero();
	}

	@Test
	void aUnitDoesNotEndUnderWhatIsRecordedForLater() {
		does(this.ministry.admin(),
				() -> this.members.leave(this.lan, LeaveReason.RETIREMENT, step(DAY.plusMonths(1))));

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> end(this.ministry.first()))
			.satisfies((broken) -> assertThat(broken.arguments()).containsExactly("Nguyễn Thị Thu Lan"));
	}

	@Test
	void transfersNeedTheRightInBothUnits() {
		Ministry elsewhere = this.examples.ministry();

		assertThatExceptionOfType(Forbidden.class)
			.isThrownBy(() -> does(holding(Role.UNIT_OFFICER, this.ministry.first()),
					() -> this.members.transfer(this.lan, this.ministry.second(), DAY, Decision.NONE)));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> does(this.ministry.admin(),
				() -> this.members.transfer(this.lan, elsewhere.first(), DAY, Decision.NONE)));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> does(elsewhere.admin(),
				() -> this.members.transfer(this.lan, elsewhere.first(), DAY, Decision.NONE)));
	}

	@Test
	void everyChangeIsAnsweredForWithoutTellingWhatIsSensitive() {
		does(this.ministry.admin(), () -> {
			this.members.change(this.lan,
					new Revision(0, MemberExamples.person("Nguyễn Thị Thu Lan"),
							new Standing(Gender.FEMALE, null, "CHUYEN_VIEN", null, null, "OFFICIAL"),
							new IdentityNumber("001180012345"), DAY, "45/QĐ"));
			this.members.transfer(this.lan, this.ministry.second(), DAY.plusDays(1), Decision.NONE);
			this.members.leave(this.lan, LeaveReason.RETIREMENT, step(DAY.plusDays(2)));
		});

		List<Map<String, Object>> entries = this.examples.database()
			.sql("select action, reason, changes::text as changes from audit_entry where subject_id = ? order by id")
			.param(this.lan.value())
			.query()
			.listOfRows();
		assertThat(entries).extracting((entry) -> entry.get("action"))
			.containsExactly("member.admitted", "member.changed", "member.transferred", "member.left");
		assertThat(entries.get(1).get("reason")).isEqualTo("45/QĐ");
		assertThat(String.valueOf(entries.get(1).get("changes"))).contains("CHUYEN_VIEN", "•••••2345", "\"•••\"")
			.doesNotContain("OFFICIAL", "001180012345");
	}

	private void revise(Gender gender, LocalDate from) {
		does(this.ministry.admin(), () -> {
			int version = Integer.parseInt(
					this.records.editable(this.lan, unionbook.platform.Right.WRITE_MEMBERS).texts().get("version"));
			this.members.change(this.lan, new Revision(version, MemberExamples.person("Nguyễn Thị Thu Lan"),
					Standing.of(gender), null, from, null));
		});
	}

	private void end(UnitId unit) {
		does(this.ministry.admin(), () -> this.transactions.executeWithoutResult(
				(status) -> this.events.publishEvent(new UnitEnded(unit, DAY, new Decision("1/QĐ", DAY, null)))));
	}

	private List<Long> figures(LocalDate day) {
		return List.of(this.examples.people(this.ministry.first(), day),
				this.examples.people(this.ministry.second(), day));
	}

	private long women(LocalDate day) {
		return this.examples.database()
			.sql("""
					select coalesce(sum(members), 0) from headcount(?, 'ALL', ?) where gender = 'FEMALE'""")
			.param(new UUID[] { this.ministry.first().value(), this.ministry.second().value() })
			.param(day)
			.query(Long.class)
			.single();
	}

	private long womenByLedger(LocalDate day) {
		return this.examples.database()
			.sql("""
					select coalesce(sum(direction), 0) from movement
					where unit_id = ? and gender = 'FEMALE' and effective_on <= ?""")
			.params(this.ministry.first().value(), day)
			.query(Long.class)
			.single();
	}

	private long peopleByLedger(LocalDate day) {
		return this.examples.database()
			.sql("select coalesce(sum(direction), 0) from movement where unit_id = ? and effective_on <= ?")
			.params(this.ministry.first().value(), day)
			.query(Long.class)
			.single();
	}

	private List<String> kinds() {
		return this.examples.database()
			.sql("select kind from movement where member_id = ? order by effective_on, direction")
			.param(this.lan.value())
			.query(String.class)
			.list();
	}

	private static LocalDate today() {
		return LocalDate.now(unionbook.platform.DayClock.ZONE);
	}

}
