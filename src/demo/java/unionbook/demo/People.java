package unionbook.demo;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import unionbook.shared.Gender;
import unionbook.shared.VietnameseText;

/** Invents the people of one ministry. */
final class People {

	private static final LocalDate FIRST_JOINING = LocalDate.of(1990, 1, 1);

	private final Facts facts;

	private final Dice dice;

	private final DemoMinistry ministry;

	private final Names names;

	private final List<NamedCsvRecord> homonyms;

	private int count;

	People(Facts facts, Dice dice, DemoMinistry ministry) {
		this.facts = facts;
		this.dice = dice;
		this.ministry = ministry;
		this.names = new Names(facts, dice);
		this.homonyms = facts.table("homonyms.csv");
	}

	/**
	 * Somebody who stands in the unit when its roster is opened.
	 * @param unit the unit
	 * @param gender the gender
	 * @param day the opening day
	 * @param homonym a name that others bear too, or null for any name
	 * @return the career, begun on that day
	 */
	Career present(DemoUnit unit, Gender gender, LocalDate day, @Nullable String homonym) {
		while (true) {
			LocalDate born = (homonym == null) ? born(day, age(gender)) : born(day, this.dice.between(31, 42));
			LocalDate hired = earlier(this.dice.day(born.plusYears(22), born.plusYears(28)),
					day.minusDays(this.dice.between(40, 500)));
			LocalDate joined = joined(hired, day);
			Career career = career(new Draft(unit, gender, born, hired, joined, homonym), day,
					partyShare(born, day) / 100.0);
			if (career.retiresOn().isAfter(day)) {
				return career;
			}
		}
	}

	/**
	 * Somebody newly hired, admitted to the union on the day.
	 * @param unit the unit
	 * @param gender the gender
	 * @param day the day of admission
	 * @return the career, begun on that day
	 */
	Career admitted(DemoUnit unit, Gender gender, LocalDate day) {
		LocalDate born = born(day, this.dice.between(23, this.dice.percent(75) ? 27 : 34));
		LocalDate hired = day.minusDays(this.dice.between(20, 200));
		return career(new Draft(unit, gender, born, hired, day, null), day, 0.14);
	}

	/**
	 * Somebody who comes from another body and was a member there.
	 * @param unit the unit
	 * @param gender the gender
	 * @param day the day of arrival
	 * @return the career, begun on that day
	 */
	Career arriving(DemoUnit unit, Gender gender, LocalDate day) {
		LocalDate born = born(day, this.dice.between(28, (gender == Gender.MALE) ? 48 : 44));
		LocalDate joined = joined(this.dice.day(born.plusYears(23), born.plusYears(27)), day.minusDays(60));
		return career(new Draft(unit, gender, born, day, joined, null), day, partyShare(born, day) / 100.0);
	}

	/**
	 * What somebody becomes who moves to another unit: ordinary staff there.
	 * @param standing what the person is
	 * @param unit the unit moved to
	 * @return what the person is there
	 */
	Standing moved(Standing standing, DemoUnit unit) {
		boolean support = standing.position().equals("LAI_XE") || standing.position().equals("VAN_THU")
				|| standing.position().equals("KE_TOAN_VIEN");
		String position = support ? standing.position()
				: this.facts.mix("staff." + unit.hostKind()).values().getFirst();
		return new Standing(unit, department(unit), position, null, standing.education(), standing.party());
	}

	private @Nullable String department(DemoUnit unit) {
		List<String> departments = Establishment.departments(this.facts, unit);
		return departments.isEmpty() ? null : this.dice.pick(departments);
	}

	/**
	 * The names that several people of a unit bear, each as often as it is borne.
	 * @param unit the unit
	 * @param gender the gender
	 * @return the names, none for most units
	 */
	List<String> homonyms(DemoUnit unit, Gender gender) {
		return this.homonyms.stream()
			.filter((row) -> row.getField("ministry").equals(unit.ministry())
					&& row.getField("unit").equals(unit.code()) && row.getField("gender").equals(gender.name()))
			.flatMap((row) -> Collections.nCopies(Integer.parseInt(row.getField("people")), row.getField("name"))
				.stream())
			.toList();
	}

	private record Draft(DemoUnit unit, Gender gender, LocalDate born, LocalDate hired, LocalDate joined,
			@Nullable String name) {
	}

	private Career career(Draft draft, LocalDate day, double partyShare) {
		DemoUnit unit = draft.unit();
		String position = position(unit, draft.gender());
		boolean partyMember = this.dice.below(1000) < partyShare * (position.equals("LAI_XE") ? 400 : 1000);
		// most join the Party at work, some as students
		LocalDate youngest = draft.joined().isBefore(day) ? draft.joined() : draft.born().plusYears(21);
		LocalDate oldest = earlier(youngest.plusYears(14), day.minusDays(this.dice.percent(25) ? 30 : 400));
		LocalDate partyJoined = (partyMember && youngest.isBefore(oldest)) ? this.dice.day(youngest, oldest) : null;
		Person person = person(draft, position, partyJoined);
		String party = (partyJoined == null) ? "NONE" : partyJoined.plusYears(1).isAfter(day) ? "PROBATIONARY" : "OFFICIAL";
		Standing standing = new Standing(unit, department(unit), position, null,
				this.facts.mix("education." + position).draw(this.dice), party);
		String theory = this.facts.mix("political_theory." + ((partyJoined == null) ? "other" : "party"))
			.draw(this.dice);
		return new Career(person, day, standing, theory);
	}

	private Person person(Draft draft, String position, @Nullable LocalDate partyJoined) {
		DemoUnit unit = draft.unit();
		int number = ++this.count;
		String name = (draft.name() != null) ? draft.name()
				: this.names.draw(draft.gender(), draft.born().getYear());
		String hometown = this.facts.mix(unit.key("province"), "province").draw(this.dice);
		String birthPlace = this.dice.percent(70) ? hometown
				: this.facts.mix(unit.key("province"), "province").draw(this.dice);
		// six digits that look drawn and never repeat: 7919 and 1,000,000 share no factor
		String digits = padded((number * 7919L + 104_729) % 1_000_000);
		String email = VietnameseText.fold(name).replace(" ", "") + "." + number + "@example.invalid";
		return new Person(DemoIds.of("member/" + this.ministry.code(), number), name, draft.gender(), draft.born(),
				birthPlace, hometown, this.facts.mix("ethnicity").draw(this.dice),
				this.facts.mix("religion").draw(this.dice), identity(draft) + digits,
				"04" + this.ministry.identityProvince().substring(1) + digits, email,
				this.facts.mix(unit.key("home"), "home").draw(this.dice), employment(unit, position), draft.hired(),
				this.facts.mix("specialty." + position, "specialty." + unit.hostKind(), "specialty.VU").draw(this.dice),
				partyJoined, draft.joined(), this.ministry.code() + padded(number));
	}

	/** The first six digits: a province that does not exist, century and gender, year (Decree 137/2015, Article 13). */
	private String identity(Draft draft) {
		int year = draft.born().getYear();
		int century = (year - 1900) / 100 * 2 + ((draft.gender() == Gender.FEMALE) ? 1 : 0);
		return this.ministry.identityProvince() + century + padded(year % 100).substring(4);
	}

	private String position(DemoUnit unit, Gender gender) {
		while (true) {
			String position = this.facts.mix("staff." + unit.hostKind()).draw(this.dice);
			boolean rare = switch (position) {
				case "LAI_XE" -> gender == Gender.FEMALE;
				case "VAN_THU", "KE_TOAN_VIEN" -> gender == Gender.MALE && this.dice.percent(75);
				default -> false;
			};
			if (!rare) {
				return position;
			}
		}
	}

	private String employment(DemoUnit unit, String position) {
		if (position.equals("LAI_XE") || unit.funding().equals("STATE_PART") && this.dice.percent(12)) {
			return "HDLD";
		}
		return unit.funding().equals("ADMIN") ? "CONG_CHUC" : "VIEN_CHUC";
	}

	private int age(Gender gender) {
		int drawn = this.dice.below(100);
		if (drawn < 13) {
			return this.dice.between(24, 29);
		}
		if (drawn < 55) {
			return this.dice.between(30, 39);
		}
		if (drawn < 83) {
			return this.dice.between(40, 49);
		}
		return this.dice.between(50, (gender == Gender.MALE) ? 59 : 54);
	}

	/** How many in a hundred have joined the Party by that age. */
	private static int partyShare(LocalDate born, LocalDate day) {
		int age = born.until(day).getYears();
		return (age < 27) ? 28 : (age < 35) ? 60 : (age < 45) ? 78 : 86;
	}

	private LocalDate joined(LocalDate hired, LocalDate before) {
		LocalDate from = hired.isBefore(FIRST_JOINING) ? FIRST_JOINING : hired;
		return this.dice.day(from, earlier(from.plusDays(300), before));
	}

	private LocalDate born(LocalDate day, int age) {
		LocalDate birthday = day.minusYears(age);
		return this.dice.day(birthday.minusYears(1).plusDays(1), birthday.plusDays(1));
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
	}

	private static String padded(long number) {
		return String.format(Locale.ROOT, "%06d", number);
	}

}
