package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitMatters.Matter;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.UnitEnded;
import unionbook.unit.UnitReopened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.emulation.PledgeExamples.admin;
import static unionbook.emulation.PledgeExamples.as;
import static unionbook.emulation.PledgeExamples.percent;
import static unionbook.emulation.PledgeExamples.text;

/** What becomes of pledges when their unit ends, and when its end is taken back. */
@PledgeTest
class UnitsEndTests {

	private static final LocalDate DAY = LocalDate.of(2024, 6, 15);

	private static final Decision DECISION = new Decision("90/QĐ-CĐB", DAY.minusDays(10), "Chủ tịch");

	@Autowired
	private PledgeExamples examples;

	@Autowired
	private PledgeWriting writing;

	@Autowired
	private PledgeReading reading;

	@Autowired
	private PledgeMatters matters;

	@Autowired
	private OverdueEnds overdue;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	private UnitId ministry;

	private UnitId unit;

	@BeforeEach
	void aUnitOfAMinistry() {
		this.ministry = this.examples.ministry("BO");
		this.unit = this.examples.grassroots(this.ministry, "A");
	}

	@Test
	void aSignedPledgeIsClosedAsOfTheDayAndItsTextStays() {
		PledgeId id = signed();
		String text = sealed(id);

		end(DAY);

		assertThat(row(id)).isEqualTo("CLOSED 2024-06-15 UNIT_ENDED 90/QĐ-CĐB");
		assertThat(sealed(id)).isEqualTo(text);
		assertThat(as(admin(this.ministry), () -> this.reading.page(id)).integrity()).isEqualTo(Integrity.MATCHES);
		assertThat(audited(id, "pledge.closed")).containsExactly("2024-06-15 90/QĐ-CĐB SIGNED CLOSED");
		assertThat(this.examples.page(admin(this.ministry), "/pledges/" + id).select(".notice").text())
			.contains("15/06/2024", "90/QĐ-CĐB");
	}

	@Test
	void aDraftIsCalledOffAndAnAddendumEndsWithItsPledge() {
		PledgeId pledge = signed();
		PledgeId addendum = as(admin(this.unit), () -> this.writing.addendum(pledge));

		end(DAY);

		assertThat(row(addendum)).isEqualTo("CANCELLED 2024-06-15 UNIT_ENDED 90/QĐ-CĐB");
		assertThat(audited(addendum, "pledge.cancelled")).containsExactly("2024-06-15 90/QĐ-CĐB DRAFT CANCELLED");
	}

	@Test
	void whatWasEndedBeforeAndYearsThatWereOverStayAsTheyAre() {
		PledgeId closed = signed();
		as(admin(this.unit), () -> {
			this.writing.close(closed, this.examples.version(closed));
			return closed;
		});
		String before = row(closed);
		UnitId other = this.examples.grassroots(this.ministry, "B");
		PledgeId running = this.examples.signed(other, text(percent("T", "95", "ALL_STAFF")));

		end(DAY);
		end(other, DAY.plusYears(1));

		assertThat(row(closed)).isEqualTo(before);
		assertThat(this.examples.status(running)).isEqualTo("SIGNED");
		takeBack(DAY);
		assertThat(row(closed)).isEqualTo(before);
	}

	@Test
	void endingLaterClosesNothingTodayAndTellsWhatIsOpen() {
		LocalDate later = LocalDate.now().plusYears(1);
		PledgeId id = as(admin(this.unit), () -> {
			PledgeId draft = this.writing.draft(this.unit, later.getYear(), PledgeLevel.UNIT_JOINT, null);
			this.writing.rewrite(draft, this.examples.version(draft), text(percent("T", "95", "ALL_STAFF")));
			this.writing.sign(draft, this.examples.version(draft), PledgeExamples.SIGNED_ON, "DAY");
			return draft;
		});

		end(later);

		assertThat(this.examples.status(id)).isEqualTo("SIGNED");
		List<Matter> open = as(admin(this.ministry), () -> Objects
			.requireNonNull(this.transaction.execute((status) -> this.matters.open(List.of(this.unit), later))));
		assertThat(open).singleElement().satisfies((matter) -> assertThat(matter.count()).isOne());
	}

	@Test
	void thePledgesOfAUnitThatEndsLaterEndInTheNightItsDayHasCome() {
		PledgeId id = signed();
		this.examples.owner()
			.update("update unit_version set period = daterange(lower(period), ?) where unit_id = ?", DAY,
					this.unit.value());

		as(admin(this.ministry), () -> {
			this.overdue.end(DAY.minusDays(1));
			return id;
		});
		assertThat(this.examples.status(id)).isEqualTo("SIGNED");
		as(admin(this.ministry), () -> {
			this.overdue.end(DAY);
			this.overdue.end(DAY.plusDays(1));
			return id;
		});

		assertThat(row(id)).startsWith("CLOSED 2024-06-15 UNIT_ENDED");
		assertThat(audited(id, "pledge.closed")).hasSize(1);
	}

	@Test
	void takenBackExactlyTheseGoOn() {
		PledgeId pledge = signed();
		PledgeId addendum = as(admin(this.unit), () -> this.writing.addendum(pledge));
		PledgeId called = as(admin(this.unit), () -> this.writing.addendum(pledge));
		as(admin(this.unit), () -> {
			this.writing.cancel(called, this.examples.version(called), "no need", null);
			return called;
		});
		List<String> before = List.of(row(pledge), row(addendum), row(called));
		String text = sealed(pledge);
		end(DAY);

		takeBack(DAY);

		assertThat(List.of(row(pledge), row(addendum), row(called))).isEqualTo(before);
		assertThat(sealed(pledge)).isEqualTo(text);
		assertThat(audited(pledge, "pledge.reopened")).containsExactly("2024-06-15 90/QĐ-CĐB CLOSED SIGNED");
		assertThat(audited(addendum, "pledge.reopened")).containsExactly("2024-06-15 90/QĐ-CĐB CANCELLED DRAFT");
		assertThat(audited(called, "pledge.reopened")).isEmpty();
	}

	@Test
	void livingAgainByANewDecisionOpensNoPledge() {
		PledgeId id = signed();
		end(DAY);

		publish(new UnitReopened(this.unit, DAY, DECISION, false));

		assertThat(this.examples.status(id)).isEqualTo("CLOSED");
	}

	@Test
	void anotherPledgeBegunInPlaceOfADraftStandsInTheWay() {
		PledgeId draft = this.examples.draft(this.unit, text());
		end(DAY);
		this.examples.draft(this.unit, text());

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> takeBack(DAY))
			.extracting(RuleViolation::key)
			.isEqualTo("emulation.rule.reopening");
		assertThat(this.examples.status(draft)).isEqualTo("CANCELLED");
	}

	private PledgeId signed() {
		return this.examples.signed(this.unit, text(percent("T", "95", "ALL_STAFF")));
	}

	private void end(LocalDate day) {
		end(this.unit, day);
	}

	private void end(UnitId ended, LocalDate day) {
		publish(new UnitEnded(ended, day, DECISION));
	}

	private void takeBack(LocalDate day) {
		publish(new UnitReopened(this.unit, day, DECISION, true));
	}

	private void publish(Object event) {
		as(admin(this.ministry), () -> {
			this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event));
			return event;
		});
	}

	private String row(PledgeId id) {
		return this.examples.value(
				"select concat_ws(' ', status, ended_on, end_reason, end_decision) from pledge where id = ?",
				String.class, id.value());
	}

	private String sealed(PledgeId id) {
		return this.examples.value("select snapshot_sha256 || ' ' || snapshot from pledge where id = ?", String.class,
				id.value());
	}

	private List<String> audited(PledgeId id, String action) {
		UUID subject = id.value();
		return this.examples.owner().queryForList("""
				select concat_ws(' ', effective_on, reason, changes -> 'status' ->> 'before',
					changes -> 'status' ->> 'after')
				from audit_entry where subject_id = ? and action = ?""", String.class, subject, action);
	}

}
