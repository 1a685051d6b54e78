package unionbook.demo;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.demo.Career.Stay;
import unionbook.demo.IdentitySeal.Sealed;
import unionbook.demo.Rows.Row;
import unionbook.shared.Decision;
import unionbook.shared.Period;
import unionbook.shared.PersonName;

/**
 * Writes the demonstration data. Runs inside the caller's transaction, as the run-time role, with the ids of both
 * ministries among the settings of row-level security; all or nothing.
 */
final class DemoData {

	private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

	/** Long before anybody of the data joined a roster. */
	private static final LocalDate FOUNDED = LocalDate.of(1995, 1, 1);

	private static final String INSTALLATION = "demonstration";

	private final JdbcClient jdbc;

	private final IdentitySeal seal;

	private final Facts facts = new Facts();

	DemoData(JdbcClient jdbc, IdentitySeal seal) {
		this.jdbc = jdbc;
		this.seal = seal;
	}

	/**
	 * The units whose whole trees the loading transaction must reach.
	 * @return the ids of the ministries' unions
	 */
	List<UUID> roots() {
		return DemoMinistry.all(this.facts).stream().map(DemoMinistry::id).toList();
	}

	/**
	 * Whether the data is there.
	 * @return true once a load was committed
	 */
	boolean loaded() {
		return this.jdbc.sql("select exists (select from installation where key = ?)")
			.param(INSTALLATION)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Invents and writes both ministries.
	 * @param lastDays for a ministry that enters another, by its code, the first day it is
	 * no more
	 */
	void load(Map<String, LocalDate> lastDays) {
		for (DemoMinistry ministry : DemoMinistry.all(this.facts)) {
			writeUnits(ministry);
			LOG.info("Demonstration data: {} grassroots unions of {}", ministry.units().size(), ministry.code());
			History history = History.of(this.facts, ministry);
			writeMembers(history);
			int stays = writeMemberships(history);
			int moves = writeLedger(history);
			LOG.info("Demonstration data: {} members of {} on {}, {} roster rows, {} movements", members(ministry),
					ministry.code(), ministry.anchor(), stays, moves);
			DemoCommittees committees = new DemoCommittees(history,
					lastDays.getOrDefault(ministry.code(), LocalDate.MAX));
			LOG.info("Demonstration data: {} committee terms of {}", committees.write(this.jdbc),
					ministry.code());
			LOG.info("Demonstration data: {} pledges of {}", new DemoPledges(this.facts).write(this.jdbc, ministry),
					ministry.code());
		}
		Rows installation = new Rows("installation");
		installation.add().with("key", INSTALLATION).with("value", "true");
		installation.write(this.jdbc);
	}

	private static int members(DemoMinistry ministry) {
		return ministry.units().stream().mapToInt(DemoUnit::members).sum();
	}

	private void writeUnits(DemoMinistry ministry) {
		UUID root = ministry.id();
		// reach first: a unit can only be written by somebody who reaches it
		Rows reach = new Rows("unit_reach");
		Rows units = new Rows("unit");
		Rows versions = new Rows("unit_version");
		Rows events = new Rows("unit_event");
		reach.add().with("root_id", root).with("unit_id", root);
		units.add().with("id", root);
		version(versions, root).with("code", ministry.code())
			.with("name", ministry.union())
			.with("kind", "CD_BO")
			.with("host_kind", "KHAC")
			.with("funding_type", "ADMIN")
			.with("path", List.of(root));
		founded(events, root, ministry, null);
		for (DemoUnit unit : ministry.units()) {
			UUID id = unit.id();
			reach.add().with("root_id", root).with("unit_id", id);
			reach.add().with("root_id", id).with("unit_id", id);
			units.add().with("id", id);
			version(versions, id).with("code", unit.code())
				.with("name", unit.name())
				.with("kind", "CDCS")
				.with("host_kind", unit.hostKind())
				.with("funding_type", unit.funding())
				.with("parent_id", root)
				.with("path", List.of(root, id));
			founded(events, id, ministry, ministry.units().indexOf(unit) + 1);
		}
		List.of(reach, units, versions, events, published(ministry)).forEach((rows) -> rows.write(this.jdbc));
	}

	private static Row version(Rows versions, UUID unit) {
		return versions.add()
			.with("id", DemoIds.of("unit_version/" + unit, 1))
			.with("unit_id", unit)
			.with("period", range(Period.since(FOUNDED)));
	}

	private static void founded(Rows events, UUID unit, DemoMinistry ministry, @Nullable Integer decision) {
		Row row = events.add()
			.with("id", DemoIds.of("unit_event/" + unit, 1))
			.with("unit_id", unit)
			.with("kind", "FOUNDED")
			.with("effective_on", FOUNDED)
			.with("note", ministry.note());
		if (decision != null) {
			row.with("decision_number", decision + ministry.decisionSuffix())
				.with("decision_signed_on", FOUNDED.minusDays(14))
				.with("decision_signer", ministry.signer());
		}
	}

	private Rows published(DemoMinistry ministry) {
		Rows figures = new Rows("published_figure");
		for (NamedCsvRecord fact : this.facts.table("published.csv")) {
			if (fact.getField("ministry").equals(ministry.code())) {
				Row row = figures.add()
					.with("id", DemoIds.of("published_figure/" + ministry.code() + "/" + fact.getField("day"), 1))
					.with("unit_id", ministry.id());
				fact.getFieldsAsMap()
					.entrySet()
					.stream()
					.filter((field) -> !field.getKey().equals("ministry") && !field.getValue().isEmpty())
					.forEach((field) -> row.with(field.getKey(), field.getValue()));
			}
		}
		return figures;
	}

	private void writeMembers(History history) {
		Rows rows = new Rows("member");
		for (Career career : history.careers()) {
			Person person = career.person();
			PersonName name = PersonName.of(person.name());
			Sealed sealed = this.seal.seal(person.id(), person.identityNumber());
			rows.add()
				.with("id", person.id())
				.with("unit_id", career.standing().unit().id())
				.with("full_name", name.fullName())
				.with("surname", name.surname())
				.with("middle_name", name.middle())
				.with("given_name", name.given())
				.with("gender", person.gender())
				.with("birth_date", person.birthDate())
				.with("birth_precision", "DAY")
				.with("birth_place", person.birthPlace())
				.with("hometown", person.hometown())
				.with("ethnicity", person.ethnicity())
				.with("religion", person.religion())
				.with("identity_cipher", (sealed != null) ? bytes(sealed.cipher()) : null)
				.with("identity_hash", (sealed != null) ? bytes(sealed.hash()) : null)
				.with("identity_tail", (sealed != null) ? person.identityNumber().substring(8) : null)
				.with("phone", person.phone())
				.with("email", person.email())
				.with("address", person.address())
				.with("employment_kind", person.employmentKind())
				.with("hired_on", person.hiredOn())
				.with("specialty", person.specialty())
				.with("political_theory", career.politicalTheory())
				.with("party_joined_on", career.partyJoinedOn())
				.with("joined_union_on", person.joinedUnionOn())
				.with("card_number", person.cardNumber());
		}
		rows.write(this.jdbc);
	}

	private int writeMemberships(History history) {
		Rows rows = new Rows("membership");
		int number = 0;
		for (Career career : history.careers()) {
			Person person = career.person();
			PersonName name = PersonName.of(person.name());
			for (Stay stay : career.stays()) {
				Standing standing = stay.standing();
				rows.add()
					.with("id", DemoIds.of("membership/" + history.ministry().code(), ++number))
					.with("member_id", person.id())
					.with("unit_id", standing.unit().id())
					.with("period", range(stay.period()))
					.with("full_name", name.fullName())
					.with("given_sort", name.givenSort())
					.with("surname_sort", name.surnameSort())
					.with("middle_sort", name.middleSort())
					.with("search_key", name.searchKey())
					.with("gender", person.gender())
					.with("birth_date", person.birthDate())
					.with("birth_precision", "DAY")
					.with("department", standing.department())
					.with("position", standing.position())
					.with("union_position", standing.unionPosition())
					.with("education", standing.education())
					.with("party_status", standing.party());
			}
		}
		return rows.write(this.jdbc);
	}

	private int writeLedger(History history) {
		Rows rows = new Rows("movement");
		int number = 0;
		for (Move move : history.ledger()) {
			Decision decision = (move.decision() != null) ? move.decision() : Decision.NONE;
			rows.add()
				.with("id", DemoIds.of("movement/" + history.ministry().code(), ++number))
				.with("member_id", move.person().id())
				.with("unit_id", move.unit().id())
				.with("kind", move.kind())
				.with("gender", move.person().gender())
				.with("effective_on", move.day())
				.with("pair_id", move.pair())
				.with("counterpart_unit_id", (move.otherUnit() != null) ? move.otherUnit().id() : null)
				.with("counterpart", move.otherBody())
				.with("reason", move.reason())
				.with("decision_number", decision.number())
				.with("decision_signed_on", decision.signedOn())
				.with("decision_signer", decision.signer());
		}
		return rows.write(this.jdbc);
	}

	private static String range(Period period) {
		return "[" + period.from() + "," + ((period.to() != null) ? period.to() : "") + ")";
	}

	private static String bytes(byte[] bytes) {
		return "\\x" + HexFormat.of().formatHex(bytes);
	}

}
