package unionbook.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unionbook.demo.Career.Stay;
import unionbook.shared.Gender;
import unionbook.shared.PersonName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The invented history keeps the rules of the book it fills. */
class DemoHistoryTests {

	private static final List<History> HISTORIES = generate();

	/** A figure: everybody of a unit, or its women. */
	private record Place(String unit, boolean women) {
	}

	private static List<History> generate() {
		Facts facts = new Facts();
		return DemoMinistry.all(facts).stream().map((ministry) -> History.of(facts, ministry)).toList();
	}

	static List<History> histories() {
		return HISTORIES;
	}

	/**
	 * The month's ends and their neighbours: every kind of day on which something may go
	 * wrong.
	 */
	private static List<LocalDate> days() {
		return IntStream.rangeClosed(0, 7 * 12)
			.mapToObj(History.OPENING::plusMonths)
			.flatMap((month) -> Stream.of(month, month.plusDays(1), month.plusDays(17)))
			.toList();
	}

	@Test
	void twoMinistriesAreInvented() {
		assertThat(HISTORIES).extracting((history) -> history.ministry().code()).containsExactly("KHDT", "BCT");
		assertThat(HISTORIES).allSatisfy((history) -> assertThat(history.ministry().units()).hasSize(34));
	}

	@Test
	void theAnchorDaysHaveThePublishedTotals() {
		assertThat(figures(HISTORIES.get(0), LocalDate.of(2020, 12, 31))).containsEntry(new Place("all", false), 1853L)
			.containsEntry(new Place("all", true), 961L);
		assertThat(figures(HISTORIES.get(1), LocalDate.of(2024, 12, 31))).containsEntry(new Place("all", false), 2046L)
			.containsEntry(new Place("all", true), 998L);
	}

	@ParameterizedTest
	@MethodSource("histories")
	void eachUnitIsExactOnTheAnchorDay(History history) {
		Map<Place, Long> figures = figures(history, history.ministry().anchor());

		assertThat(history.ministry().units()).allSatisfy((unit) -> {
			assertThat(figures).containsEntry(new Place(unit.code(), false), (long) unit.members());
			assertThat(figures).containsEntry(new Place(unit.code(), true), (long) unit.women());
		});
	}

	@ParameterizedTest
	@MethodSource("histories")
	void openingPlusIncreasesMinusDecreasesIsWhoStandsThere(History history) {
		List<Move> ledger = history.ledger();

		assertThat(days()).allSatisfy((day) -> {
			Map<Place, Long> closing = new HashMap<>();
			for (Move move : ledger) {
				if (!move.day().isAfter(day)) {
					places(move.unit().code(), move.person())
						.forEach((place) -> closing.merge(place, (long) move.direction(), Long::sum));
				}
			}
			closing.values().removeIf((count) -> count == 0);
			assertThat(closing).isEqualTo(figures(history, day));
		});
	}

	@ParameterizedTest
	@MethodSource("histories")
	void anyOtherDayIsNearTheAnchor(History history) {
		long members = history.ministry().units().stream().mapToInt(DemoUnit::members).sum();

		assertThat(days()).allSatisfy((day) -> assertThat(figures(history, day).get(new Place("all", false)))
			.isCloseTo(members, within(members * 6 / 100)));
	}

	@ParameterizedTest
	@MethodSource("histories")
	void nobodyStandsInTwoPlacesOnOneDay(History history) {
		assertThat(history.careers()).allSatisfy((career) -> {
			List<Stay> stays = career.stays();
			assertThat(stays).isNotEmpty();
			for (int next = 1; next < stays.size(); next++) {
				assertThat(stays.get(next).period().from()).isEqualTo(stays.get(next - 1).period().to());
			}
			assertThat(career.person().joinedUnionOn()).isBetween(LocalDate.of(1990, 1, 1),
					stays.getFirst().period().from());
		});
	}

	@ParameterizedTest
	@MethodSource("histories")
	void eachYearHasMovementsOfManyKinds(History history) {
		for (int year = 2018; year <= 2024; year++) {
			int asked = year;
			assertThat(history.ledger()).filteredOn((move) -> move.day().getYear() == asked)
				.extracting(Move::kind)
				.contains("IN_ADMISSION", "IN_TRANSFER_EXTERNAL", "IN_TRANSFER_INTERNAL", "OUT_TRANSFER_INTERNAL",
						"OUT_TRANSFER_EXTERNAL", "OUT_RETIREMENT", "OUT_LEFT_JOB", "OUT_DECEASED");
		}
		assertThat(history.ledger()).allSatisfy((move) -> assertThat(move.day().getYear()).isBetween(2018, 2024));
	}

	@ParameterizedTest
	@MethodSource("histories")
	void bothHalvesOfATransferRestOnOneDecision(History history) {
		Map<Object, List<Move>> pairs = history.ledger()
			.stream()
			.filter((move) -> move.pair() != null)
			.collect(Collectors.groupingBy(Move::pair));

		assertThat(pairs.values()).isNotEmpty().allSatisfy((pair) -> {
			assertThat(pair).extracting(Move::direction).containsExactly(-1, 1);
			assertThat(pair).extracting(Move::day).containsOnly(pair.getFirst().day());
			assertThat(pair).extracting(Move::decision).containsOnly(pair.getFirst().decision()).doesNotContainNull();
			assertThat(pair.getFirst().otherUnit()).isEqualTo(pair.getLast().unit());
		});
	}

	@ParameterizedTest
	@MethodSource("histories")
	void eachUnitHasOneHeadAndOneChair(History history) {
		for (LocalDate day : days()) {
			List<Standing> roster = roster(history, day).map(Stay::standing).toList();
			for (DemoUnit unit : history.ministry().units()) {
				assertThat(roster).filteredOn((standing) -> standing.unit().equals(unit))
					.as("%s on %s", unit.code(), day)
					.satisfies((members) -> {
						assertThat(members).filteredOn((one) -> one.position().equals(unit.head())).hasSize(1);
						assertThat(members).filteredOn((one) -> "CHU_TICH".equals(one.unionPosition())).hasSize(1);
					});
			}
		}
	}

	@ParameterizedTest
	@MethodSource("histories")
	void peopleAreOfWorkingAge(History history) {
		for (LocalDate day : days()) {
			assertThat(history.careers()).filteredOn((career) -> includes(career, day))
				.extracting((career) -> career.person().age(day))
				.allSatisfy((age) -> assertThat(age).isBetween(22, 61));
		}
	}

	@ParameterizedTest
	@MethodSource("histories")
	void aboutTwoInThreeAreInTheParty(History history) {
		List<Stay> roster = roster(history, history.ministry().anchor()).toList();
		long official = roster.stream().filter((stay) -> stay.standing().party().equals("OFFICIAL")).count();

		assertThat(official * 100 / roster.size()).isBetween(60L, 70L);
	}

	@ParameterizedTest
	@MethodSource("histories")
	void homonymsStandInOneUnitOnTheAnchorDay(History history) {
		LocalDate day = history.ministry().anchor();
		long most = history.careers()
			.stream()
			.filter((career) -> includes(career, day) && career.standing().unit().code().equals("VP1"))
			.filter((career) -> career.person().name().equals("Nguyễn Thị Hương"))
			.count();

		assertThat(most).isGreaterThanOrEqualTo(4);
	}

	@Test
	void identityNumbersBelongToNobody() {
		List<Person> people = HISTORIES.stream()
			.flatMap((history) -> history.careers().stream())
			.map(Career::person)
			.toList();
		Set<String> numbers = new HashSet<>();

		assertThat(people).allSatisfy((person) -> {
			String number = person.identityNumber();
			int century = (person.birthDate().getYear() < 2000) ? 0 : 2;
			assertThat(number).matches("(000|099)[0-3]\\d{8}");
			assertThat(number.charAt(3) - '0').isEqualTo(century + ((person.gender() == Gender.FEMALE) ? 1 : 0));
			assertThat(Integer.parseInt(number.substring(4, 6))).isEqualTo(person.birthDate().getYear() % 100);
			assertThat(person.phone()).matches("04\\d{8}");
			assertThat(person.email()).endsWith("@example.invalid");
			assertThat(numbers.add(number)).isTrue();
			assertThat(PersonName.of(person.name()).fullName()).isEqualTo(person.name());
		});
		assertThat(people).extracting(Person::id).doesNotHaveDuplicates();
	}

	@Test
	void theSameHistoryIsInventedEachTime() {
		List<History> again = generate();

		for (int place = 0; place < again.size(); place++) {
			assertThat(again.get(place).ledger()).isEqualTo(HISTORIES.get(place).ledger());
			assertThat(stays(again.get(place)).toList()).isEqualTo(stays(HISTORIES.get(place)).toList());
		}
	}

	@Test
	void idsAreStable() {
		assertThat(DemoIds.ministry("KHDT")).hasToString("0160af04-9000-767f-b3b8-a807e5b7af26");
		assertThat(DemoIds.unit("KHDT", "C01")).hasToString("0160af04-9001-77db-b5c0-2849201fa235");
		assertThat(DemoIds.unit("KHDT", "V01")).isNotEqualTo(DemoIds.unit("BCT", "V01"));
	}

	private static Map<Place, Long> figures(History history, LocalDate day) {
		Map<Place, Long> figures = new HashMap<>();
		for (Career career : history.careers()) {
			for (Stay stay : career.stays()) {
				if (stay.period().includes(day)) {
					places(stay.standing().unit().code(), career.person())
						.forEach((place) -> figures.merge(place, 1L, Long::sum));
				}
			}
		}
		return figures;
	}

	private static Stream<Place> places(String unit, Person person) {
		Stream<Place> all = Stream.of(new Place(unit, false), new Place("all", false));
		Stream<Place> women = Stream.of(new Place(unit, true), new Place("all", true));
		return (person.gender() == Gender.FEMALE) ? Stream.concat(all, women) : all;
	}

	private static Stream<Stay> stays(History history) {
		return history.careers().stream().map(Career::stays).flatMap(List::stream);
	}

	private static Stream<Stay> roster(History history, LocalDate day) {
		return stays(history).filter((stay) -> stay.period().includes(day));
	}

	private static boolean includes(Career career, LocalDate day) {
		return career.stays().stream().anyMatch((stay) -> stay.period().includes(day));
	}

}
