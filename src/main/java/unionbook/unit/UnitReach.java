package unionbook.unit;

import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.shared.UnitId;

/**
 * Writes which units a grant reaches and until when; the one place where reach grows and
 * ends.
 */
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
	 * reaches: what is and was below it and what went into it. Until {@link #settle} says
	 * otherwise that is taken over: to be read, not to be changed.
	 */
	void follow(UnitId unit, Collection<UUID> successors) {
		this.jdbc.sql("call inherit_reach(?, ?)").params(unit.value(), successors.toArray(UUID[]::new)).update();
	}

	/** Takes back what followed, when a succession is undone. */
	void unfollow(UnitId unit, Collection<UUID> successors) {
		this.jdbc.sql("call disinherit_reach(?, ?)").params(unit.value(), successors.toArray(UUID[]::new)).update();
	}

	/**
	 * Says who reaches units whose place or life has changed, and everything that ever
	 * stood below them, from their versions as they now are: a superior they left goes on
	 * reading what began before, who stands above them now reaches everything, and a unit
	 * that has ended is only read by its own accounts. It goes last, because who loses a
	 * unit may write nothing more there.
	 */
	void settle(Collection<UnitId> units) {
		this.jdbc.sql("call settle_reach(?)").param(units.stream().map(UnitId::value).toArray(UUID[]::new)).update();
	}

}
