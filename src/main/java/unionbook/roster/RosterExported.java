package unionbook.roster;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import unionbook.shared.AuditedEvent;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;

/**
 * People left the application as a file.
 *
 * @param roster what was asked for
 * @param format the kind of file
 * @param rows how many people are in it
 */
record RosterExported(Roster roster, String format, long rows) implements AuditedEvent {

	@Override
	public String action() {
		return "roster.exported";
	}

	@Override
	public String subjectKind() {
		return "unit";
	}

	@Override
	public @Nullable UUID subject() {
		return unit().value();
	}

	@Override
	public UnitId unit() {
		UnitRow unit = this.roster.place().unit();
		return (unit != null) ? unit.id() : this.roster.place().homes().getFirst().id();
	}

	@Override
	public LocalDate effectiveOn() {
		return this.roster.place().day();
	}

	@Override
	public Map<String, Change> changes() {
		return Map.of("format", new Change(null, this.format), "rows", new Change(null, String.valueOf(this.rows)),
				"columns", new Change(null, this.roster.columns().toString()), "filter",
				new Change(null,
						this.roster.query()
							.parameters()
							.entrySet()
							.stream()
							.filter((entry) -> !"cols".equals(entry.getKey()))
							.map(Map.Entry::toString)
							.collect(Collectors.joining(" "))));
	}

}
