package unionbook.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import unionbook.TestDatabase;
import unionbook.platform.Codes;
import unionbook.platform.Role;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Walking the pages of a roster shows everybody once, forward and back. */
@RosterTest
class RosterPagingTests {

	private static final List<String> NAMES = List.of("Nguyễn Thị Anh", "Nguyễn Thị Anh", "Nguyễn Thị Anh", "Lê An",
			"Trần Ánh", "Đỗ Văn Đức");

	@Autowired
	private Rosters rosters;

	@Autowired
	private Codes codes;

	private final RosterExamples examples;

	RosterPagingTests(@Autowired TestDatabase database) {
		this.examples = new RosterExamples(database);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "dir=desc", "sort=birth", "sort=birth&dir=desc", "sort=position", "sort=joined",
			"q=Ánh", "q=a&sort=position&dir=desc", "gender=FEMALE" })
	void everybodyStandsOnExactlyOnePageInEachDirection(String asked) {
		UnitId ministry = ministryWithPeople();
		RosterQuery query = asked(asked + "&size=10");

		RosterExamples.as(Role.MINISTRY_OFFICER, ministry, () -> {
			List<List<RosterRow>> forward = new ArrayList<>();
			Roster page = this.rosters.page(ministry, RosterExamples.DAY, query);
			assertThat(page.previous()).isNull();
			forward.add(page.rows());
			while (page.next() != null) {
				page = this.rosters.page(ministry, RosterExamples.DAY, query.at(page.next(), false));
				forward.add(page.rows());
			}
			List<List<RosterRow>> back = new ArrayList<>(List.of(page.rows()));
			while (page.previous() != null) {
				page = this.rosters.page(ministry, RosterExamples.DAY, query.at(page.previous(), true));
				back.add(page.rows());
			}

			List<UUID> walked = forward.stream().flatMap(List::stream).map(RosterRow::member).toList();
			assertThat(new HashSet<>(walked)).hasSameSizeAs(walked).hasSize((int) page.women().whole());
			assertThat(forward).hasSizeGreaterThan(2).allSatisfy((rows) -> assertThat(rows).hasSizeLessThan(11));
			assertThat(back.reversed().stream().flatMap(List::stream).map(RosterRow::member))
				.endsWith(walked.subList(walked.size() - 10, walked.size()).toArray(UUID[]::new))
				.containsExactlyElementsOf(walked);
			return null;
		});
	}

	@Test
	void aPageOfAMinistryIsMergedFromItsUnitsAsIfTheyWereOneList() {
		UnitId ministry = ministryWithPeople();

		RosterExamples.as(Role.MINISTRY_OFFICER, ministry, () -> {
			List<String> merged = RosterExamples.names(this.rosters, ministry, asked("size=10"));
			List<String> filtered = new ArrayList<>(
					RosterExamples.names(this.rosters, ministry, asked("size=10&party=NONE")));

			assertThat(merged).isEqualTo(filtered).hasSize(60);
			return null;
		});
	}

	@Test
	void manyUnitsAreWalkedAsOneList() {
		UnitId ministry = ministryWithPeople();
		for (int i = 0; i <= RosterSql.MANY_UNITS; i++) {
			this.examples.unit("Công đoàn bộ phận " + i, ministry);
		}

		RosterExamples.as(Role.MINISTRY_OFFICER, ministry, () -> {
			assertThat(RosterExamples.names(this.rosters, ministry, asked("size=10")))
				.isEqualTo(RosterExamples.names(this.rosters, ministry, asked("size=10&party=NONE")))
				.hasSize(60);
			return null;
		});
	}

	@Test
	void aPlaceNobodyStandsAtIsTheFirstPage() {
		UnitId ministry = ministryWithPeople();

		RosterExamples.as(Role.MINISTRY_OFFICER, ministry, () -> {
			Roster first = this.rosters.page(ministry, RosterExamples.DAY, asked("size=10"));
			Roster lost = this.rosters.page(ministry, RosterExamples.DAY,
					asked("size=10").at(UUID.randomUUID(), false));

			assertThat(lost.rows()).isEqualTo(first.rows());
			assertThat(lost.previous()).isNull();
			return null;
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "after=x", "after=....", "before=AAAA", "after=AAAAAAAAAAAAAAAAAAAAAAAA", "sort=full_name",
			"sort=(select pg_sleep(5))", "dir=up", "gender=X", "age=12", "position=KING", "party=YES", "size=1e3",
			"status=gone", "gender=MALE&gender=FEMALE", "q=a&q=b" })
	void whatNobodyCanReadIsRefusedByName(String asked) {
		assertThatThrownBy(() -> asked(asked)).isInstanceOf(RosterQuery.Unreadable.class)
			.hasMessage(asked.substring(0, asked.indexOf('=')));
	}

	@Test
	void pagesHaveBoundedSizes() {
		assertThat(asked("size=0").size()).isEqualTo(10);
		assertThat(asked("size=-5").size()).isEqualTo(10);
		assertThat(asked("size=99999999999999999999").size()).isEqualTo(200);
		assertThat(asked("page=-1").size()).isEqualTo(50);
	}

	@Test
	void anAddressSaysWhatItWasReadFrom() {
		RosterQuery query = asked("q=thu%20an&gender=MALE&age=31-40&sort=birth&dir=desc&size=25&cols=party,name,bad")
			.at(UUID.randomUUID(), true);
		Map<String, String[]> again = new java.util.LinkedHashMap<>();
		query.parameters().forEach((name, value) -> again.put(name, new String[] { value }));

		assertThat(RosterQuery.of(again, this.codes)).isEqualTo(query);
	}

	private RosterQuery asked(String address) {
		Map<String, String[]> parameters = new java.util.LinkedHashMap<>();
		org.springframework.web.util.UriComponentsBuilder.fromUriString("/?" + address)
			.build()
			.getQueryParams()
			.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
		return RosterQuery.of(parameters, this.codes);
	}

	/** Sixty people, many of one name, in a large unit, small ones and the ministry. */
	private UnitId ministryWithPeople() {
		UnitId ministry = this.examples.ministry("Công đoàn Bộ");
		List<UnitId> units = new ArrayList<>(List.of(ministry));
		for (int i = 0; i < 4; i++) {
			units.add(this.examples.unit("Công đoàn cơ sở " + i, ministry));
		}
		Random random = new Random(7);
		List<Integer> order = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			order.add(i);
		}
		Collections.shuffle(order, random);
		for (int i : order) {
			UnitId unit = (i % 2 == 0) ? units.get(1) : units.get(random.nextInt(units.size()));
			RosterExamples.Person person = RosterExamples.person(NAMES.get(i % NAMES.size()))
				.born((1970 + i % 3) + "-05-06", "DAY")
				.as((i % 4 == 0) ? null : "CHUYEN_VIEN", "BACHELOR", "NONE");
			this.examples.enrol(unit, (i % 5 == 0) ? person.man() : person);
		}
		return ministry;
	}

}
