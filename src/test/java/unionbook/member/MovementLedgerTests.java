package unionbook.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import unionbook.member.MemberExamples.Ministry;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.shared.Decision;
import unionbook.shared.Gender;
import unionbook.shared.MemberId;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.member.MemberExamples.does;
import static unionbook.member.MemberExamples.step;

/**
 * Whatever people do and whatever is refused: the ledger of movements, the rosters and
 * the head counts tell the same on every day, for all and for women.
 */
@MemberTest
class MovementLedgerTests {

	private static final LocalDate BEGIN = LocalDate.of(2019, 12, 1);

	private static final int DAYS = 60;

	@Autowired
	private MemberExamples examples;

	@Autowired
	private Members members;

	@Autowired
	private MemberRecords records;

	@BeforeProperty
	void wire() throws Exception {
		new TestContextManager(MovementLedgerTests.class).prepareTestInstance(this);
	}

	@Property(tries = 25, shrinking = ShrinkingMode.OFF)
	void ledgerRostersAndHeadCountsAgree(@ForAll("deeds") List<Deed> deeds) {
		Ministry ministry = this.examples.ministry();
		List<MemberId> people = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			people.add(this.examples.admit(ministry, (i % 2 == 0) ? ministry.first() : ministry.second(),
					"Nguyễn Thị Số " + "ABCD".charAt(i), (i < 2) ? Gender.FEMALE : Gender.MALE, BEGIN.plusDays(i)));
		}

		long done = deeds.stream().filter((deed) -> succeeds(ministry, people, deed)).count();

		assertThat(differences(ministry)).as("after %d of %s", done, deeds).isEmpty();
	}

	@Provide
	Arbitrary<List<Deed>> deeds() {
		return Combinators
			.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(Deed.What.values()),
					Arbitraries.integers().between(1, DAYS))
			.as(Deed::new)
			.list()
			.ofMinSize(5)
			.ofMaxSize(25);
	}

	private boolean succeeds(Ministry ministry, List<MemberId> people, Deed deed) {
		MemberId who = people.get(deed.who());
		LocalDate day = BEGIN.plusDays(deed.day());
		try {
			does(ministry.admin(), () -> {
				switch (deed.what()) {
					case TRANSFER -> this.members.transfer(who, away(ministry, who), day, Decision.NONE);
					case LEAVE -> this.members.leave(who, LeaveReason.UNPAID_LEAVE, step(day));
					case NEVER_WAS -> this.members.leave(who, LeaveReason.DATA_ERROR, step(day));
					case RETURN -> this.members.resume(who, MovementKind.IN_RETURN, step(day));
					case PROMOTE -> change(who, day, false);
					case GENDER -> change(who, day, true);
				}
			});
			return true;
		}
		catch (RuleViolation refused) {
			return false;
		}
	}

	private UnitId away(Ministry ministry, MemberId who) {
		return this.records.editable(who, Right.WRITE_MEMBERS).unit().equals(ministry.first()) ? ministry.second()
				: ministry.first();
	}

	private void change(MemberId who, LocalDate day, boolean gender) {
		Map<String, String> now = this.records.editable(who, Right.WRITE_MEMBERS).texts();
		Gender recorded = Gender.valueOf(String.valueOf(now.get("gender")));
		Gender other = (recorded == Gender.MALE) ? Gender.FEMALE : Gender.MALE;
		String position = "CHUYEN_VIEN".equals(now.get("position")) ? "TRUONG_PHONG" : "CHUYEN_VIEN";
		this.members.change(who, new Revision(Integer.parseInt(String.valueOf(now.get("version"))),
				MemberExamples.person(String.valueOf(now.get("fullName"))),
				new Standing(gender ? other : recorded, null, position, null, "MASTER", "NONE"), null, day, null));
	}

	/**
	 * Days on which the three ways of counting differ, for each unit and gender and for
	 * the whole.
	 */
	private List<String> differences(Ministry ministry) {
		UUID[] units = { ministry.first().value(), ministry.second().value() };
		return this.examples.database()
			.sql("""
					with day as (
						select d::date as day from generate_series(cast(:begin as date) - 1, cast(:end as date), '1 day') d
					), cell as (
						select day, unit_id, gender from day, unnest(:units) unit_id, unnest(array['MALE', 'FEMALE']) gender
					), counted as (
						select day, unit_id, gender,
							(select count(*) from membership s
								where s.unit_id = c.unit_id and s.gender = c.gender and s.period @> c.day) as roster,
							(select coalesce(sum(direction), 0) from movement m
								where m.unit_id = c.unit_id and m.gender = c.gender and m.effective_on <= c.day) as ledger,
							(select coalesce(sum(h.members), 0) from headcount(:units, 'ALL', c.day) h
								where h.unit_id = c.unit_id and h.gender = c.gender) as heads,
							(select coalesce(sum(h.members), 0) from headcount(:units, 'POSITION', c.day) h
								where h.unit_id = c.unit_id and h.gender = c.gender) as positions
						from cell c
					)
					select day || ' ' || unit_id || ' ' || gender || ': ' || roster || ' ' || ledger || ' ' || heads
					from counted where roster <> ledger or roster <> heads or roster <> positions
					union all
					select day || ' whole: ' || count(*) from membership s join day d on s.period @> d.day
					where s.unit_id = any (:units) group by day having count(*) <> count(distinct member_id)""")
			.param("begin", BEGIN)
			.param("end", BEGIN.plusDays(DAYS + 10))
			.param("units", units)
			.query(String.class)
			.list();
	}

	record Deed(int who, What what, int day) {

		enum What {

			TRANSFER, LEAVE, NEVER_WAS, RETURN, PROMOTE, GENDER

		}

	}

}
