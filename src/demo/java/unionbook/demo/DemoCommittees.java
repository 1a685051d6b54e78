package unionbook.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.demo.Career.Stay;
import unionbook.demo.Rows.Row;
import unionbook.shared.Gender;
import unionbook.shared.Period;

/**
 * The committees of both terms: in a grassroots union who holds the positions of the roster, in the ministry's union
 * people chosen among the chairs, with one by-election and one seat that stands empty.
 */
final class DemoCommittees {

	private static final LocalDate FIRST = History.OPENING;

	private static final Map<String, String> BCH = Map.of("CHU_TICH", "CHAIR", "PHO_CHU_TICH", "DEPUTY", "UV_BCH",
			"MEMBER");

	private static final Map<String, String> UBKT = Map.of("CN_UBKT", "CHAIR", "UV_UBKT", "MEMBER");

	/** Below this a union elects a chair only. */
	private static final int COMMITTEE_FROM = 10;

	/** From this size on delegates are called. */
	private static final int DELEGATES_FROM = 150;

	private record Seat(Career career, String role, String kind, Period period, @Nullable String why) {
	}

	private final Rows terms = new Rows("committee_term");

	private final Rows seats = new Rows("committee_seat");

	private final Rows candidates = new Rows("committee_candidate");

	private final History history;

	private final DemoMinistry ministry;

	private final Dice dice;

	private final LocalDate before;

	private int count;

	/**
	 * Those of a ministry.
	 * @param before the day from which nobody was elected any more
	 */
	DemoCommittees(History history, LocalDate before) {
		this.before = before;
		this.history = history;
		this.ministry = history.ministry();
		this.dice = new Dice(this.ministry.id().getMostSignificantBits());
	}

	int write(JdbcClient jdbc) {
		LocalDate second = Dice.workday(LocalDate.of(2023, 6, 15));
		ofMinistry(second);
		for (DemoUnit unit : this.ministry.units()) {
			LocalDate day = Dice.workday(LocalDate.of(2023, 3, 1).plusDays(this.dice.between(0, 60)));
			boolean whole = unit.members() >= COMMITTEE_FROM;
			ofUnit(unit, "BCH", whole ? BCH : Map.of("CHU_TICH", "CHAIR"), day);
			if (unit.members() > 30) {
				ofUnit(unit, "UBKT", UBKT, day);
			}
		}
		int written = this.terms.write(jdbc);
		this.seats.write(jdbc);
		this.candidates.write(jdbc);
		return written;
	}

	private void ofUnit(DemoUnit unit, String kind, Map<String, String> posts, LocalDate second) {
		int size = Establishment.unionPosts(unit)
			.stream()
			.filter((post) -> posts.containsKey(post.code()))
			.mapToInt(Establishment.UnionPost::holders)
			.sum();
		term(unit.id(), kind, "2018–2023", new Period(FIRST, second), size, unit.members(),
				held(unit, posts, new Period(FIRST, second)));
		term(unit.id(), kind, "2023–2028", Period.since(second), size, unit.members(),
				held(unit, posts, Period.since(second)));
	}

	/** The seats the roster shows: each stretch of days in one position, cut to the term. */
	private List<Seat> held(DemoUnit unit, Map<String, String> posts, Period term) {
		List<Seat> held = new ArrayList<>();
		for (Career career : this.history.careers()) {
			List<Stay> stays = career.stays();
			for (int i = 0; i < stays.size(); i++) {
				String post = stays.get(i).standing().unionPosition();
				if (!stays.get(i).standing().unit().equals(unit) || post == null || !posts.containsKey(post)) {
					continue;
				}
				LocalDate from = stays.get(i).period().from();
				while (i + 1 < stays.size() && stays.get(i + 1).standing().unit().equals(unit)
						&& post.equals(stays.get(i + 1).standing().unionPosition())
						&& stays.get(i + 1).period().from().equals(stays.get(i).period().to())) {
					i++;
				}
				LocalDate to = stays.get(i).period().to();
				String why = (i + 1 == stays.size()) ? (to != null && !career.retiresOn().isAfter(to)) ? "RETIRED" : "LEFT_UNION"
						: stays.get(i + 1).standing().unit().equals(unit) ? "ROLE_CHANGED" : "TRANSFERRED";
				add(held, career, posts.get(post), from, to, why, term);
			}
		}
		return held;
	}

	private static void add(List<Seat> seats, Career career, @Nullable String role, LocalDate from,
			@Nullable LocalDate to, String why, Period term) {
		LocalDate begins = from.isBefore(term.from()) ? term.from() : from;
		LocalDate ends = (to == null || (term.to() != null && to.isAfter(term.to()))) ? term.to() : to;
		if (role != null && (ends == null || begins.isBefore(ends))) {
			boolean whole = Objects.equals(ends, term.to());
			seats.add(new Seat(career, role, begins.equals(term.from()) ? "ELECTED" : "BY_ELECTION",
					new Period(begins, ends), (ends == null) ? null : whole ? "TERM_ENDED" : why));
		}
	}

	private void ofMinistry(LocalDate second) {
		int members = this.ministry.units().stream().mapToInt(DemoUnit::members).sum();
		for (Period term : List.of(new Period(FIRST, second), Period.since(second))) {
			String name = term.open() ? "2023–2028" : "2018–2023";
			List<Career> chairs = people(term.from(), (career, stay) -> "CHU_TICH".equals(stay.standing().unionPosition()));
			List<Career> women = people(term.from(), (career, stay) -> career.person().gender() == Gender.FEMALE
					&& "TRUONG_BAN_NU_CONG".equals(stay.standing().unionPosition()));
			List<Career> inspectors = people(term.from(), (career, stay) -> "CN_UBKT".equals(stay.standing().unionPosition()));
			int size = Math.min(15, chairs.size());
			List<Seat> committee = chosen(chairs.subList(0, size), term);
			if (term.open() && chairs.size() > size) {
				changes(committee, chairs.get(size), term);
			}
			term(this.ministry.id(), "BCH", name, term, size, members, committee);
			term(this.ministry.id(), "BTV", name, term, 5, 0, chosen(chairs.subList(0, Math.min(5, size)), term));
			term(this.ministry.id(), "UBKT", name, term, 5, 0, chosen(inspectors.subList(0, Math.min(5, inspectors.size())), term));
			term(this.ministry.id(), "BAN_NU_CONG", name, term, 5, 0, chosen(women.subList(0, Math.min(5, women.size())), term));
		}
		Period inspection = Period.since(LocalDate.of(2025, 3, 10));
		List<Career> inspectors = people(inspection.from(), (career, stay) -> "UV_UBKT".equals(stay.standing().unionPosition()));
		term(this.ministry.id(), "BTTND", "2025–2027", inspection, 5, 0,
				chosen(inspectors.subList(0, Math.min(5, inspectors.size())), inspection));
	}

	/** Somebody resigned and was replaced; somebody else resigned, and the seat still waits. */
	private static void changes(List<Seat> committee, Career newcomer, Period term) {
		LocalDate resigned = LocalDate.of(2024, 3, 15);
		LocalDate elected = LocalDate.of(2024, 5, 20);
		LocalDate vacated = LocalDate.of(2025, 9, 1);
		boolean replaced = false;
		for (int i = committee.size() - 1; i >= 0; i--) {
			Seat seat = committee.get(i);
			if (seat.role().equals("MEMBER") && seat.period().open()) {
				committee.set(i, new Seat(seat.career(), "MEMBER", "ELECTED",
						new Period(seat.period().from(), replaced ? vacated : resigned), "RESIGNED"));
				if (replaced) {
					break;
				}
				replaced = true;
			}
		}
		List<Stay> stays = newcomer.stays();
		add(committee, newcomer, "MEMBER", elected, stays.getLast().period().to(), "LEFT_UNION", term);
	}

	/** The first leads, the next two stand beside; everybody stays as long as in the ministry. */
	private static List<Seat> chosen(List<Career> people, Period term) {
		List<Seat> seats = new ArrayList<>();
		for (Career career : people) {
			String role = seats.isEmpty() ? "CHAIR" : (seats.size() < 3 && people.size() > 5) || seats.size() == 1 ? "DEPUTY" : "MEMBER";
			LocalDate to = career.stays().getLast().period().to();
			add(seats, career, role, term.from(), to,
					(to != null && !career.retiresOn().isAfter(to)) ? "RETIRED" : "LEFT_UNION", term);
		}
		return seats;
	}

	private List<Career> people(LocalDate day, BiPredicate<Career, Stay> wanted) {
		return this.history.careers()
			.stream()
			.filter((career) -> career.stays()
				.stream()
				.anyMatch((stay) -> stay.period().includes(day) && wanted.test(career, stay)))
			.sorted(Comparator.comparing((Career career) -> career.person().id()))
			.toList();
	}

	private void term(UUID unit, String kind, String name, Period period, int size, int members, List<Seat> all) {
		if (!period.from().isBefore(this.before)) {
			return;
		}
		List<Seat> held = all.stream().filter((seat) -> seat.period().from().isBefore(this.before)).toList();
		UUID id = DemoIds.of("committee/" + unit, ++this.count);
		int number = this.dice.between(20, 260);
		Row row = this.terms.add()
			.with("id", id)
			.with("unit_id", unit)
			.with("version", 0)
			.with("kind", kind)
			.with("body_name", "")
			.with("name", name)
			.with("period", range(period))
			.with("planned_end", (period.to() != null) ? period.to()
					: period.from().plusYears(kind.equals("BTTND") ? 2 : 5))
			.with("planned_size", size)
			.with("congress_on", period.from())
			.with("congress_kind", kind.equals("BCH") ? (members < DELEGATES_FROM) ? "PLENARY" : "DELEGATE" : "CONFERENCE")
			.with("decision_number", number + this.ministry.decisionSuffix())
			.with("decision_signed_on", Dice.workday(period.from().plusDays(5)))
			.with("decision_signer", this.ministry.signer());
		if (members > 0 && period.open()) {
			elect(row, id, unit, (members < DELEGATES_FROM) ? members : Math.min(250, members / 2), held);
		}
		for (Seat seat : held) {
			this.seats.add()
				.with("id", DemoIds.of("committee_seat/" + unit, ++this.count))
				.with("term_id", id)
				.with("unit_id", unit)
				.with("member_id", seat.career().person().id())
				.with("role", seat.role())
				.with("kind", seat.kind())
				.with("period", range(seat.period()))
				.with("decision_number", seat.kind().equals("ELECTED") ? number + this.ministry.decisionSuffix() : null)
				.with("end_reason", seat.why())
				.with("vacancy_closed_on", filled(seat, held));
		}
	}

	/** The first who came into the same role after a seat was left, each for one seat. */
	private static @Nullable LocalDate filled(Seat left, List<Seat> held) {
		LocalDate empty = left.period().to();
		if (empty == null) {
			return null;
		}
		List<Seat> before = held.stream()
			.filter((seat) -> seat.role().equals(left.role()) && seat.period().to() != null
					&& seat.period().to().isBefore(empty))
			.toList();
		return held.stream()
			.filter((seat) -> seat.role().equals(left.role()) && seat.kind().equals("BY_ELECTION"))
			.map((seat) -> seat.period().from())
			.sorted()
			.skip(before.size())
			.filter((day) -> !day.isBefore(empty))
			.findFirst()
			.orElse(null);
	}

	private void elect(Row row, UUID term, UUID unit, int called, List<Seat> held) {
		int present = called - this.dice.between(0, 1 + called / 20);
		int invalid = (called > 20) ? this.dice.between(0, 1) : 0;
		int valid = present - invalid;
		row.with("delegates_called", called)
			.with("delegates_present", present)
			.with("delegates_voting", present)
			.with("ballots_issued", present)
			.with("ballots_returned", present)
			.with("ballots_valid", valid)
			.with("ballots_invalid", invalid);
		int place = 0;
		for (Seat seat : held) {
			if (seat.kind().equals("ELECTED")) {
				this.candidates.add()
					.with("id", DemoIds.of("committee_candidate/" + unit, ++this.count))
					.with("term_id", term)
					.with("unit_id", unit)
					.with("seq", ++place)
					.with("name", seat.career().person().name())
					.with("member_id", seat.career().person().id())
					.with("votes", Math.max(valid / 2 + 1, valid - this.dice.between(0, 1 + valid / 12)))
					.with("of_valid", valid)
					.with("elected", true);
			}
		}
	}

	private static String range(Period period) {
		return "[" + period.from() + "," + ((period.to() != null) ? period.to() : "") + ")";
	}

}
