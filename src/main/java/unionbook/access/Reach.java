package unionbook.access;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/**
 * The reach of the current actor, from the grants that hold today and the table of what
 * is or was below a unit.
 */
@Component
class Reach implements UnitScope {

	private final JdbcClient jdbc;

	Reach(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean reaches(UnitId unit) {
		return reaches(unit, (grant) -> true);
	}

	@Override
	public boolean may(Right right, UnitId unit) {
		return reaches(unit, (grant) -> grant.role().carries(right));
	}

	@Override
	public UUID[] units() {
		return units((grant) -> true);
	}

	@Override
	public UUID[] units(Right right) {
		return units((grant) -> grant.role().carries(right));
	}

	@Override
	public List<UnitId> tops() {
		return this.jdbc.sql("""
				select r.root_id from unit_reach r
				where r.root_id = r.unit_id and not exists (
					select from unit_reach above where above.unit_id = r.root_id and above.root_id <> r.root_id)
				order by 1""").query((row, number) -> new UnitId(row.getObject("root_id", UUID.class))).list();
	}

	private UUID[] units(Predicate<Grant> wanted) {
		Actor actor = CurrentActor.get();
		return this.jdbc.sql("select unit_id from unit_reach where root_id = any (?) union select unnest(?::uuid[])")
			.param(ids(actor, wanted.and(Grant::subtree)))
			.param(ids(actor, wanted))
			.query(UUID.class)
			.list()
			.toArray(UUID[]::new);
	}

	private boolean reaches(UnitId unit, Predicate<Grant> wanted) {
		Actor actor = CurrentActor.get();
		if (actor.grants().stream().filter(wanted).anyMatch((grant) -> unit.equals(grant.unit()))) {
			return true;
		}
		UUID[] roots = ids(actor, wanted.and(Grant::subtree));
		return roots.length > 0
				&& this.jdbc.sql("select exists (select from unit_reach where root_id = any (?) and unit_id = ?)")
					.params(roots, unit.value())
					.query(Boolean.class)
					.single();
	}

	private static UUID[] ids(Actor actor, Predicate<Grant> wanted) {
		return actor.grants()
			.stream()
			.filter(wanted)
			.map(Grant::unit)
			.filter(Objects::nonNull)
			.map(UnitId::value)
			.toArray(UUID[]::new);
	}

}
