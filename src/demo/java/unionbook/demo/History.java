package unionbook.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import unionbook.shared.Gender;

/**
 * The invented history of a ministry's union from 2018 to 2024: who came, rose, moved and went, day by day. Each year
 * ends with the figures of {@link Trend}, because as many come as the year's departures leave places for.
 */
final class History {

	/** The day from which the rosters are kept. */
	static final LocalDate OPENING = LocalDate.of(2018, 1, 1);

	private static final int LAST_YEAR = 2024;

	/** The men or the women of a unit: what a figure counts. */
	private record Place(DemoUnit unit, Gender gender) {

		static Place of(Career career) {
			return new Place(career.standing().unit(), career.person().gender());
		}

	}

	private final Facts facts;

	private final DemoMinistry ministry;

	private final Dice dice;

	private final People people;

	private final Trend trend;

	private final Agenda agenda = new Agenda();

	private final List<Career> careers = new ArrayList<>();

	private final List<Move> moves = new ArrayList<>();

	private final Staffing staffing;

	private final Progress progress;

	private int pairs;

	private History(Facts facts, DemoMinistry ministry) {
		this.facts = facts;
		this.ministry = ministry;
		this.dice = new Dice(ministry.id().getLeastSignificantBits());
		this.people = new People(facts, this.dice, ministry);
		this.trend = new Trend(facts, this.dice, ministry);
		this.staffing = new Staffing(facts, this.dice, this.agenda, this.careers);
		this.progress = new Progress(this.dice, this.agenda, this.careers);
	}

	/**
	 * Invents the history of a ministry; the same one each time.
	 * @param facts the data files
	 * @param ministry the ministry
	 * @return its people, their stays and the ledger
	 */
	static History of(Facts facts, DemoMinistry ministry) {
		History history = new History(facts, ministry);
		history.open();
		for (int year = OPENING.getYear(); year <= LAST_YEAR; year++) {
			history.live(year);
		}
		return history;
	}

	DemoMinistry ministry() {
		return this.ministry;
	}

	List<Career> careers() {
		return this.careers;
	}

	/** The ledger in the order of its days, each row but openings and deaths with its decision. */
	List<Move> ledger() {
		return Decisions.number(this.moves, this.ministry);
	}

	private void open() {
		for (DemoUnit unit : this.ministry.units()) {
			for (Gender gender : Gender.values()) {
				List<String> names = this.people.homonyms(unit, gender);
				int count = this.trend.people(unit, gender, OPENING.getYear() - 1);
				for (int place = 0; place < count; place++) {
					String name = (place < names.size()) ? names.get(place) : null;
					Career career = this.people.present(unit, gender, OPENING, name);
					if (name != null) {
						career.settle();
					}
					enter(career, "OPENING", OPENING, null);
				}
			}
			this.staffing.open(unit, OPENING);
		}
	}

	private void live(int year) {
		LocalDate begin = LocalDate.of(year, 1, 1);
		Map<Place, Integer> closing = new HashMap<>();
		present().forEach((career) -> closing.merge(Place.of(career), 1, Integer::sum));
		planRetirements(begin, closing);
		List<Career> free = new ArrayList<>(present().stream().filter((career) -> career.free(year)).toList());
		int size = present().size();
		planTransfers(size * 8 / 1000, begin, free, closing);
		planDepartures("TRANSFER_EXTERNAL", size * 9 / 1000, begin, free, closing);
		planDepartures("RESIGNATION", size * 6 / 1000, begin, free, closing);
		planDepartures("DOWNSIZING", size * 2 / 1000, begin, free, closing);
		planDepartures("DEATH", 1 + this.dice.below(2), begin, free, closing);
		planArrivals(begin, closing);
		this.progress.plan(size, begin);
		this.agenda.runBefore(begin.plusYears(1));
	}

	private List<Career> present() {
		return this.careers.stream().filter(Career::present).toList();
	}

	private void planRetirements(LocalDate begin, Map<Place, Integer> closing) {
		for (Career career : present()) {
			LocalDate day = career.retiresOn();
			if (!day.isBefore(begin) && day.isBefore(begin.plusYears(1))) {
				career.settle();
				closing.merge(Place.of(career), -1, Integer::sum);
				this.agenda.plan(day, (due) -> leave(career, "RETIREMENT", due));
			}
		}
	}

	private void planTransfers(int count, LocalDate begin, List<Career> free, Map<Place, Integer> closing) {
		for (int transfer = 0; transfer < count; transfer++) {
			Place from = Place.of(free.remove(this.dice.below(free.size())));
			DemoUnit to = this.dice.pick(this.ministry.units());
			if (!to.equals(from.unit())) {
				closing.merge(from, -1, Integer::sum);
				closing.merge(new Place(to, from.gender()), 1, Integer::sum);
				this.agenda.plan(day(begin), (due) -> transfer(choose(from, "TRANSFER_INTERNAL", due), to, due));
			}
		}
	}

	private void planDepartures(String reason, int count, LocalDate begin, List<Career> free,
			Map<Place, Integer> closing) {
		for (int departure = 0; departure < count; departure++) {
			planDeparture(Place.of(free.remove(this.dice.below(free.size()))), reason, begin, closing);
		}
	}

	private void planDeparture(Place from, String reason, LocalDate begin, Map<Place, Integer> closing) {
		closing.merge(from, -1, Integer::sum);
		this.agenda.plan(day(begin), (due) -> leave(choose(from, reason, due), reason, due));
	}

	/** As many come as are missing to the figures of the year's end; where too many are left, some more go. */
	private void planArrivals(LocalDate begin, Map<Place, Integer> closing) {
		for (DemoUnit unit : this.ministry.units()) {
			for (Gender gender : Gender.values()) {
				Place place = new Place(unit, gender);
				int wanted = this.trend.people(unit, gender, begin.getYear());
				while (closing.merge(place, 0, Integer::sum) > wanted) {
					planDeparture(place, "TRANSFER_EXTERNAL", begin, closing);
				}
				for (int missing = wanted - closing.merge(place, 0, Integer::sum); missing > 0; missing--) {
					boolean admitted = this.dice.percent(68);
					this.agenda.plan(day(begin), (due) -> arrive(place, admitted, due));
				}
			}
		}
	}

	private LocalDate day(LocalDate begin) {
		return this.dice.workday(begin.plusDays(4), begin.plusYears(1));
	}

	private Career choose(Place place, String reason, LocalDate day) {
		List<Career> free = this.careers.stream()
			.filter((career) -> career.free(day.getYear()) && Place.of(career).equals(place))
			.toList();
		Predicate<Career> ordinary = (career) -> !this.staffing.leads(career.standing());
		Predicate<Career> plain = ordinary.and((career) -> career.holds(null));
		Predicate<Career> likely = switch (reason) {
			case "DEATH" -> (career) -> true;
			case "DOWNSIZING" -> plain.and((career) -> career.person().age(day) >= 48);
			default -> plain.and((career) -> career.person().age(day) < 48);
		};
		for (Predicate<Career> wish : List.of(likely, plain, ordinary)) {
			List<Career> candidates = free.stream().filter(wish).toList();
			if (!candidates.isEmpty()) {
				return this.dice.pick(candidates);
			}
		}
		return this.dice.pick(free);
	}

	private void enter(Career career, String kind, LocalDate day, @Nullable String from) {
		this.careers.add(career);
		DemoUnit unit = career.standing().unit();
		this.moves.add(new Move(career.person(), unit, kind, day, null, null, from, null, null));
		LocalDate partyJoined = career.partyJoinedOn();
		if (partyJoined != null && career.standing().party().equals("PROBATIONARY")) {
			this.progress.planOfficial(career, partyJoined);
		}
	}

	private void arrive(Place place, boolean admitted, LocalDate day) {
		if (admitted) {
			enter(this.people.admitted(place.unit(), place.gender(), day), "IN_ADMISSION", day, null);
		}
		else {
			enter(this.people.arriving(place.unit(), place.gender(), day), "IN_TRANSFER_EXTERNAL", day, elsewhere());
		}
	}

	private void leave(Career career, String reason, LocalDate day) {
		String kind = switch (reason) {
			case "RETIREMENT" -> "OUT_RETIREMENT";
			case "TRANSFER_EXTERNAL" -> "OUT_TRANSFER_EXTERNAL";
			case "DEATH" -> "OUT_DECEASED";
			default -> "OUT_LEFT_JOB";
		};
		String to = reason.equals("TRANSFER_EXTERNAL") ? elsewhere() : null;
		Standing left = career.standing();
		this.moves.add(new Move(career.person(), left.unit(), kind, day, null, null, to, reason, null));
		career.end(day);
		this.staffing.succeed(left, day);
	}

	private void transfer(Career career, DemoUnit to, LocalDate day) {
		UUID pair = DemoIds.of("pair/" + this.ministry.code(), ++this.pairs);
		Standing left = career.standing();
		this.moves.add(new Move(career.person(), left.unit(), "OUT_TRANSFER_INTERNAL", day, pair, to, null,
				"TRANSFER_INTERNAL", null));
		this.moves
			.add(new Move(career.person(), to, "IN_TRANSFER_INTERNAL", day, pair, left.unit(), null, null, null));
		career.change(day, (standing) -> this.people.moved(standing, to));
		this.staffing.succeed(left, day);
	}

	private String elsewhere() {
		return this.facts.mix("counterpart." + this.ministry.code()).draw(this.dice);
	}

}
