package unionbook.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.shared.AuditedEvent.Change;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;

/** Tells what happened to a unit: its recorded events, and what changed with them. */
@Component
class UnitHistory {

	private final JdbcClient jdbc;

	UnitHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What happened, newest first; a change nobody recorded a decision for is told
	 * without.
	 */
	List<HistoryEntry> of(UnitId unit, UnitLife life) {
		Map<LocalDate, Map<String, Change>> changes = changes(versions(life));
		if (life.endsOn() != null) {
			changes.put(life.endsOn(), Map.of());
		}
		List<HistoryEntry> entries = new ArrayList<>(this.jdbc.sql("""
				select effective_on, kind, decision_number, decision_signed_on, decision_signer
				from unit_event where unit_id = ? order by effective_on, id""")
			.param(unit.value())
			.query((row, number) -> entry(row, changes))
			.list());
		changes
			.forEach((day, facts) -> entries.add(new HistoryEntry(day, guess(day, facts, life), Decision.NONE, facts)));
		entries.sort(Comparator.comparing(HistoryEntry::day).reversed());
		return entries;
	}

	/** The day and decision by which a life ended, or null while it goes on. */
	static @Nullable Ending ending(UnitLife life, List<HistoryEntry> history) {
		LocalDate day = life.endsOn();
		return (day == null) ? null
				: history.stream()
					.filter((entry) -> entry.day().equals(day))
					.findFirst()
					.map((entry) -> new Ending(day, entry.event(), entry.decision()))
					.orElse(new Ending(day, null, Decision.NONE));
	}

	/**
	 * What held when, oldest first, with the superiors by the names they had when it
	 * began.
	 */
	List<UnitPast.Version> versions(UnitLife life) {
		List<@Nullable String> superiors = this.jdbc.sql("""
				select (select p.name from unit_version p where p.unit_id = v.parent_id
					order by p.period @> lower(v.period) desc, abs(lower(p.period) - lower(v.period)) limit 1)
				from unit_version v where v.unit_id = ? order by lower(v.period)""")
			.param(life.first().id().value())
			.query((row, number) -> row.getString(1))
			.list();
		List<UnitPast.Version> versions = new ArrayList<>();
		for (int i = 0; i < life.versions().size(); i++) {
			versions.add(new UnitPast.Version(life.versions().get(i), superiors.get(i)));
		}
		return versions;
	}

	/** The facts that changed, by day. */
	private static Map<LocalDate, Map<String, Change>> changes(List<UnitPast.Version> versions) {
		Map<LocalDate, Map<String, Change>> changes = new LinkedHashMap<>();
		Map<String, @Nullable Object> before = Map.of();
		for (UnitPast.Version version : versions) {
			Map<String, @Nullable Object> facts = UnitFacts.of(version.unit()).fields();
			facts.put("parent", version.superior());
			changes.put(version.unit().period().from(), Change.between(before, facts));
			before = facts;
		}
		return changes;
	}

	private static HistoryEntry entry(ResultSet row, Map<LocalDate, Map<String, Change>> changes) throws SQLException {
		LocalDate day = row.getObject("effective_on", LocalDate.class);
		Map<String, Change> facts = changes.remove(day);
		return new HistoryEntry(day, row.getString("kind"), decision(row), (facts == null) ? Map.of() : facts);
	}

	static Decision decision(ResultSet row) throws SQLException {
		return new Decision(row.getString("decision_number"), row.getObject("decision_signed_on", LocalDate.class),
				row.getString("decision_signer"));
	}

	private static String guess(LocalDate day, Map<String, Change> facts, UnitLife life) {
		return day.equals(life.first().period().from()) ? "FOUNDED"
				: day.equals(life.endsOn()) ? "ENDED" : facts.containsKey("name") ? "RENAMED" : "CHANGED";
	}

}
