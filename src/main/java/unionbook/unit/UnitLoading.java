package unionbook.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.Decision;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

/** Founds and changes many units of a tree at once, as one decision of one day. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class UnitLoading {

	private final JdbcClient jdbc;

	private final UnitRegister register;

	private final UnitChanges changes;

	private final UnitScope scope;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	UnitLoading(JdbcClient jdbc, UnitRegister register, UnitChanges changes, UnitScope scope, JsonMapper json,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.register = register;
		this.changes = changes;
		this.scope = scope;
		this.json = json;
		this.events = events;
	}

	/**
	 * Which kinds may stand under which.
	 * @return the kinds of children by the kind of their parent
	 */
	public Map<String, Set<String>> kinds() {
		Map<String, Set<String>> kinds = new HashMap<>();
		this.jdbc.sql("select parent_kind, child_kind from unit_kind_rule where parent_kind is not null")
			.query((row) -> {
				kinds.computeIfAbsent(row.getString("parent_kind"), (parent) -> new HashSet<>())
					.add(row.getString("child_kind"));
			});
		return kinds;
	}

	/**
	 * Everything in the tree of a unit that holds on a day or later, so that a code is
	 * free only if nothing here bears it.
	 * @param root the unit
	 * @param day the day
	 * @return the versions by code, the earliest of each
	 */
	public Map<String, UnitRow> taken(UnitRow root, LocalDate day) {
		Map<String, UnitRow> taken = new LinkedHashMap<>();
		this.jdbc.sql(Units.FACTS + """
				where v.root_id = :top and (upper_inf(v.period) or upper(v.period) > cast(:day as date))
				order by v.period""")
			.param("top", root.path().getFirst())
			.param("day", day)
			.query(Units::row)
			.list()
			.forEach((row) -> taken.putIfAbsent(row.code(), row));
		return taken;
	}

	/**
	 * Founds units below a unit. What they are and where they stand was checked before;
	 * the database has the last word on their codes.
	 * @param root the unit they all stand below
	 * @param seeds the units, each after its parent
	 * @param paths the paths of the units that exist, from the top down, by id
	 * @param decision the decision that founds them
	 * @param from the first day they exist
	 * @throws RuleViolation if somebody took a code in the meantime
	 */
	public void found(UnitId root, List<Seed> seeds, Map<UUID, List<UUID>> paths, Decision decision, LocalDate from) {
		this.scope.require(Right.WRITE_UNITS, root);
		this.jdbc.sql("select id from unit where id = ? for update").param(root.value()).query(UUID.class).single();
		Map<UUID, List<UUID>> known = new HashMap<>(paths);
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (Seed seed : seeds) {
			List<UUID> path = new ArrayList<>(known.get(seed.parent().value()));
			path.add(seed.id().value());
			known.put(seed.id().value(), path);
			rows.add(row(seed, path));
		}
		String all = this.json.writeValueAsString(rows);
		write("""
				insert into unit_reach (root_id, unit_id)
				select p::uuid, (x->>'id')::uuid from jsonb_array_elements(cast(:rows as jsonb)) x,
					jsonb_array_elements_text(x->'path') p""", all, decision, from);
		write("insert into unit (id) select (x->>'id')::uuid from jsonb_array_elements(cast(:rows as jsonb)) x", all,
				decision, from);
		try {
			write("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, host_name,
						emulation_block, parent_id, path)
					select (x->>'version')::uuid, (x->>'id')::uuid, daterange(cast(:day as date), null), x->>'code',
						x->>'name', x->>'kind', x->>'hostKind', x->>'fundingType', x->>'hostName', x->>'block',
						(x->>'parent')::uuid, array(select p::uuid from jsonb_array_elements_text(x->'path') p)
					from jsonb_array_elements(cast(:rows as jsonb)) x""", all, decision, from);
		}
		catch (DataIntegrityViolationException ex) {
			throw new RuleViolation("unit.error.codes.taken");
		}
		write("""
				insert into unit_event (id, unit_id, kind, effective_on, decision_number, decision_signed_on,
					decision_signer, recorded_by)
				select (x->>'event')::uuid, (x->>'id')::uuid, 'FOUNDED', cast(:day as date), :number, :signedOn, :signer,
					cast(:by as uuid)
				from jsonb_array_elements(cast(:rows as jsonb)) x""",
				all, decision, from);
		seeds.forEach((seed) -> this.events
			.publishEvent(new UnitFounded(seed.id(), seed.facts(), seed.parent(), from, decision)));
	}

	/**
	 * Gives a unit other facts from a day on.
	 * @param unit the unit
	 * @param facts the facts
	 * @param decision the decision behind it
	 * @param from the first day of the new facts
	 * @throws RuleViolation if the facts cannot begin on that day
	 */
	public void change(UnitId unit, UnitFacts facts, Decision decision, LocalDate from) {
		this.changes.change(unit, this.register.version(unit), facts, decision, from);
	}

	private void write(String sql, String rows, Decision decision, LocalDate from) {
		this.jdbc.sql(sql)
			.param("rows", rows)
			.param("day", from)
			.param("number", decision.number())
			.param("signedOn", decision.signedOn(), java.sql.Types.DATE)
			.param("signer", decision.signer())
			.param("by", CurrentActor.find().map(Actor::account).map(Object::toString).orElse(null))
			.update();
	}

	private static Map<String, @Nullable Object> row(Seed seed, List<UUID> path) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>(seed.facts().fields());
		row.put("id", seed.id().value());
		row.put("version", Ids.next());
		row.put("event", Ids.next());
		row.put("parent", seed.parent().value());
		row.put("path", path);
		return row;
	}

	/**
	 * A unit to be founded.
	 *
	 * @param id its id
	 * @param parent the unit directly above
	 * @param facts what is written down about it
	 */
	public record Seed(UnitId id, UnitId parent, UnitFacts facts) {
	}

}
