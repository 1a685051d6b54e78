package unionbook.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;
import unionbook.shared.VietnameseText;

/** Finds the units a list names, among those the import is for. */
@Component
class UnitTargets {

	private final JdbcClient jdbc;

	private final UnitScope scope;

	UnitTargets(JdbcClient jdbc, UnitScope scope) {
		this.jdbc = jdbc;
		this.scope = scope;
	}

	/**
	 * The unit and what stands or stood below it, by name and code; a name that two units
	 * bear at once means none of them.
	 */
	Names below(UnitId unit, LocalDate today) {
		Names names = new Names(unit.value());
		this.jdbc.sql("""
				select v.unit_id, v.code, v.name, v.period @> cast(:today as date) as living from unit_version v
				join unit_reach r on r.unit_id = v.unit_id and r.root_id = :unit
				where :unit = any (v.path)
				order by living desc, upper(v.period) desc""")
			.param("unit", unit.value())
			.param("today", today)
			.query((row) -> {
				UUID id = row.getObject("unit_id", UUID.class);
				names.add(row.getString("name"), id, row.getBoolean("living"));
				names.add(row.getString("code"), id, row.getBoolean("living"));
			});
		names.ids().retainAll(Set.of(this.scope.units(Right.WRITE_MEMBERS)));
		return names;
	}

	/** The names of some units. */
	static final class Names {

		private final UUID unit;

		private final Map<String, Set<UUID>> living = new HashMap<>();

		private final Map<String, Set<UUID>> ended = new HashMap<>();

		private final Set<UUID> ids = new LinkedHashSet<>();

		private Names(UUID unit) {
			this.unit = unit;
		}

		private void add(String name, UUID id, boolean lives) {
			(lives ? this.living : this.ended)
				.computeIfAbsent(VietnameseText.fold(name), (key) -> new LinkedHashSet<>())
				.add(id);
			this.ids.add(id);
		}

		private Set<UUID> ids() {
			return this.ids;
		}

		/** The units a name may mean: one, none, or several. */
		Set<UUID> find(String name) {
			String key = VietnameseText.fold(name);
			Set<UUID> found = new LinkedHashSet<>(
					this.living.getOrDefault(key, this.ended.getOrDefault(key, Set.of())));
			found.retainAll(this.ids);
			return found.contains(this.unit) ? Set.of(this.unit) : found;
		}

	}

}
