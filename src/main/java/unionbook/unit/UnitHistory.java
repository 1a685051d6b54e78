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
		Map<LocalDate, Map<String, Change>> changes = changes(life);
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

	/** The facts that changed, by day; an end changes none but is a day too. */
	private static Map<LocalDate, Map<String, Change>> changes(UnitLife life) {
		Map<LocalDate, Map<String, Change>> changes = new LinkedHashMap<>();
		Map<String, @Nullable Object> before = Map.of();
		for (UnitRow version : life.versions()) {
			Map<String, @Nullable Object> facts = UnitFacts.of(version).fields();
			changes.put(version.period().from(), Change.between(before, facts));
			before = facts;
		}
		if (life.endsOn() != null) {
			changes.put(life.endsOn(), Map.of());
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
