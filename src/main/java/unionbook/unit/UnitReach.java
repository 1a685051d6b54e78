package unionbook.unit;

import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.shared.UnitId;

/** Writes which units a grant reaches; the one place where reach grows. */
@Component
class UnitReach {

	private final JdbcClient jdbc;

	UnitReach(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A new unit is reached by itself and by its superiors. */
	void found(UnitId unit, Collection<UUID> path) {
		this.jdbc.sql("insert into unit_reach (root_id, unit_id) select root, :unit from unnest(:path) root")
			.param("unit", unit.value())
			.param("path", path.toArray(UUID[]::new))
			.update();
	}

	/**
	 * Whoever stands above a unit from now on, or carries it on, reaches everything it
	 * reaches: what is and was below it and what went into it.
	 */
	void follow(UnitId unit, Collection<UUID> successors) {
		this.jdbc.sql("""
				insert into unit_reach (root_id, unit_id)
				select root, r.unit_id from unnest(:successors) root, unit_reach r where r.root_id = :unit
				on conflict do nothing""")
			.param("unit", unit.value())
			.param("successors", successors.toArray(UUID[]::new))
			.update();
	}

}
