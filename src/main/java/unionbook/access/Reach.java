package unionbook.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/**
 * The reach of the current actor, from the grants that hold today and the table of what
 * is or was below a unit, and until when.
 */
@Component
class Reach implements UnitScope {

	/**
	 * What the grants reach: a unit itself, and with its subtree what is or was below it.
	 */
	private static final String REACHED = """
			from unit_reach r
			where (r.root_id = any (:roots) or r.root_id = any (:granted) and r.unit_id = r.root_id)
				and r.until is distinct from '-infinity'
			""";

	/** Of a unit handed over, what stands there before that day. */
	private static final String ON_DAY = REACHED
			+ "and (r.unit_id = r.root_id or r.until is null or cast(:day as date) < r.until)\n";

	/**
	 * What is taken over is read and not changed: it ended under others. Nor is anything
	 * changed by who lost the unit, or under a unit that has ended.
	 */
	private static final String CHANGEABLE = REACHED + """
				and (r.until is null or r.until > cast(:day as date)) and not r.inherited
				and not exists (select from unit_reach own
					where own.root_id = r.root_id and own.unit_id = r.root_id and own.until <= cast(:day as date))
			""";

	private final JdbcClient jdbc;

	private final DayClock clock;

	Reach(JdbcClient jdbc, DayClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean reaches(UnitId unit) {
		return granted(unit, (grant) -> true) || exists(REACHED, unit, null, (grant) -> true);
	}

	@Override
	public boolean reaches(UnitId unit, LocalDate day) {
		return granted(unit, (grant) -> true) || exists(ON_DAY, unit, day, (grant) -> true);
	}

	@Override
	public boolean may(Right right, UnitId unit) {
		Predicate<Grant> carries = (grant) -> grant.role().carries(right);
		return right.changes() ? changes(unit, carries)
				: granted(unit, carries) || exists(REACHED, unit, null, carries);
	}

	@Override
	public UUID[] units() {
		return units(REACHED, null, (grant) -> true);
	}

	@Override
	public UUID[] units(LocalDate day) {
		return units(ON_DAY, day, (grant) -> true);
	}

	@Override
	public UUID[] units(Right right) {
		Predicate<Grant> carries = (grant) -> grant.role().carries(right);
		return right.changes() ? units(CHANGEABLE, this.clock.today(), carries) : units(REACHED, null, carries);
	}

	@Override
	public List<UnitId> tops() {
		return this.jdbc.sql("""
				select r.root_id from unit_reach r
				where r.root_id = r.unit_id and not exists (
					select from unit_reach above where above.unit_id = r.root_id and above.root_id <> r.root_id
						and (above.until is null or above.until > cast(:day as date)))
				order by 1""")
			.param("day", this.clock.today())
			.query((row, number) -> new UnitId(row.getObject("root_id", UUID.class)))
			.list();
	}

	private static boolean granted(UnitId unit, Predicate<Grant> wanted) {
		return CurrentActor.get().grants().stream().filter(wanted).anyMatch((grant) -> unit.equals(grant.unit()));
	}

	/** A unit that is just being founded is granted before its reach is written. */
	private boolean changes(UnitId unit, Predicate<Grant> wanted) {
		LocalDate today = this.clock.today();
		return exists(CHANGEABLE, unit, today, wanted) || granted(unit, wanted)
				&& this.jdbc.sql("select not exists (select from unit_reach where root_id = ? and unit_id = ?)")
					.params(unit.value(), unit.value())
					.query(Boolean.class)
					.single();
	}

	private boolean exists(String reach, UnitId unit, @Nullable LocalDate day, Predicate<Grant> wanted) {
		UUID[] granted = ids(wanted);
		return granted.length > 0 && this.jdbc.sql("select exists (select " + reach + "and r.unit_id = :unit)")
			.param("roots", ids(wanted.and(Grant::subtree)))
			.param("granted", granted)
			.param("unit", unit.value())
			.param("day", day)
			.query(Boolean.class)
			.single();
	}

	private UUID[] units(String reach, @Nullable LocalDate day, Predicate<Grant> wanted) {
		return this.jdbc.sql("select r.unit_id " + reach)
			.param("roots", ids(wanted.and(Grant::subtree)))
			.param("granted", ids(wanted))
			.param("day", day)
			.query(UUID.class)
			.set()
			.toArray(UUID[]::new);
	}

	private static UUID[] ids(Predicate<Grant> wanted) {
		return CurrentActor.get()
			.grants()
			.stream()
			.filter(wanted)
			.map(Grant::unit)
			.filter(Objects::nonNull)
			.map(UnitId::value)
			.toArray(UUID[]::new);
	}

}
