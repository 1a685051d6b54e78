package unionbook.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.reorganisation.Lineage.Edge;
import unionbook.reorganisation.Lineage.Node;
import unionbook.reorganisation.Plan.Step;
import unionbook.reorganisation.Plan.Target;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.Restructuring;
import unionbook.unit.UnitLife;

/** Who became whom: written with each decision, read as a family tree. */
@Component
class Kinship {

	private static final String TREE = """
			with recursive edge as (
				select distinct l.from_unit, l.to_unit, l.from_name, l.to_name, e.effective_on, e.kind, e.decision_number,
					e.decision_signed_on, e.decision_signer, e.reorganisation_id
				from unit_event_link l join unit_event e on e.id = l.event_id
				where not exists (select from unit_event u where u.unit_id = e.unit_id and u.kind = 'UNDONE'
					and u.reorganisation_id = e.reorganisation_id)
			), earlier (unit) as (
				select cast(:unit as uuid) union select e.from_unit from earlier x join edge e on e.to_unit = x.unit
			), later (unit) as (
				select cast(:unit as uuid) union select e.to_unit from later x join edge e on e.from_unit = x.unit
			)
			select * from edge
			where from_unit in (select unit from earlier) and to_unit in (select unit from earlier)
				or from_unit in (select unit from later) and to_unit in (select unit from later)
			order by effective_on, from_name, to_name""";

	private final JdbcClient jdbc;

	private final Restructuring units;

	Kinship(JdbcClient jdbc, Restructuring units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	/** Adds the decision to the history of each unit, and who went into whom. */
	void record(Reorganisation done, Map<UnitId, UnitLife> lives, LocalDate day) {
		Map<UnitId, UnitLife> after = this.units
			.lives(done.plan().steps().stream().flatMap((step) -> step.targets().stream()).map(Target::unit).toList());
		List<Object[]> links = new ArrayList<>();
		for (Step step : done.plan().steps()) {
			for (Target target : step.targets()) {
				if (step.kind() != Kind.END) {
					this.units.record(target.unit(), step.kind().event(), day, done.decision(), done.id());
				}
			}
			for (UnitId source : step.sources()) {
				UUID event = this.units.record(source, step.kind().event(), day, done.decision(), done.id());
				if (step.kind() != Kind.END) {
					for (Target target : step.targets()) {
						link(event, source, target.unit(), name(lives, source, day.minusDays(1)),
								name(after, target.unit(), day));
						if (step.kind().ends()) {
							this.units.succeed(source, target.unit(), day);
						}
					}
				}
			}
		}
	}

	Lineage of(UnitId unit) {
		Map<UnitId, String> names = new LinkedHashMap<>();
		List<Edge> edges = this.jdbc.sql(TREE).param("unit", unit.value()).query((row, number) -> {
			UnitId from = new UnitId(row.getObject("from_unit", UUID.class));
			UnitId to = new UnitId(row.getObject("to_unit", UUID.class));
			names.putIfAbsent(from, row.getString("from_name"));
			names.putIfAbsent(to, row.getString("to_name"));
			return new Edge(from, to, row.getObject("effective_on", LocalDate.class), row.getString("kind"),
					new Decision(row.getString("decision_number"), row.getObject("decision_signed_on", LocalDate.class),
							row.getString("decision_signer")),
					row.getObject("reorganisation_id", UUID.class));
		}).list();
		names.putIfAbsent(unit, "");
		Map<UnitId, UnitLife> lives = this.units.lives(names.keySet());
		Map<UnitId, Integer> generations = generations(edges);
		List<Node> nodes = names.entrySet()
			.stream()
			.map((entry) -> node(entry.getKey(), entry.getValue(), lives.get(entry.getKey()),
					generations.getOrDefault(entry.getKey(), 0)))
			.sorted(Comparator.comparingInt(Node::generation)
				.thenComparing((node) -> Objects.requireNonNullElse(node.code(), ""))
				.thenComparing(Node::name))
			.toList();
		return new Lineage(nodes, edges);
	}

	private void link(UUID event, UnitId from, UnitId to, String fromName, String toName) {
		this.jdbc.sql("""
				insert into unit_event_link (event_id, from_unit, to_unit, from_name, to_name, unit_id)
				select :event, :from, :to, :fromName, :toName, unnest(array[:from, :to])""")
			.param("event", event)
			.param("from", from.value())
			.param("to", to.value())
			.param("fromName", fromName)
			.param("toName", toName)
			.update();
	}

	/** The edges stand in the order of their days, so each source is known before. */
	private static Map<UnitId, Integer> generations(List<Edge> edges) {
		Map<UnitId, Integer> generations = new HashMap<>();
		for (Edge edge : edges) {
			int next = generations.getOrDefault(edge.from(), 0) + 1;
			generations.merge(edge.to(), next, Math::max);
		}
		return generations;
	}

	private static Node node(UnitId unit, String name, @Nullable UnitLife life, int generation) {
		return (life == null) ? new Node(unit, null, name, null, null, generation) : new Node(unit, life.last().code(),
				life.last().name(), life.first().period().from(), life.endsOn(), generation);
	}

	private static String name(Map<UnitId, UnitLife> lives, UnitId unit, LocalDate day) {
		return Objects.requireNonNull(lives.get(unit)).on(day).name();
	}

}
