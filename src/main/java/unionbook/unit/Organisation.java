package unionbook.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.UnitFigures;
import unionbook.platform.UnitFigures.Figure;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** Draws the organisation as it stood on a day, with the people counted in each unit. */
@Service
@Transactional(readOnly = true)
class Organisation {

	private static final Comparator<UnitNode> IN_A_TREE = Comparator.comparing((UnitNode node) -> !node.living())
		.thenComparing((node) -> node.unit().code());

	private final JdbcClient jdbc;

	private final Units units;

	private final UnitRegister register;

	private final UnitHistory histories;

	private final UnitRules rules;

	private final UnitScope scope;

	private final LargeTree large;

	private final ObjectProvider<UnitFigures> figures;

	Organisation(JdbcClient jdbc, Units units, UnitRegister register, UnitHistory histories, UnitRules rules,
			UnitScope scope, LargeTree large, ObjectProvider<UnitFigures> figures) {
		this.jdbc = jdbc;
		this.units = units;
		this.register = register;
		this.histories = histories;
		this.rules = rules;
		this.scope = scope;
		this.large = large;
		this.figures = figures;
	}

	/** What the grants of the actor show; a grant inside another shows nothing more. */
	List<Branch> branches(OrganisationFilter filter, LocalDate day) {
		List<UnitRow> homes = this.units.homes(day);
		List<UUID> ids = homes.stream().map((home) -> home.id().value()).toList();
		return homes.stream()
			.filter((home) -> home.path().stream().filter(ids::contains).count() == 1)
			.map((home) -> new Branch(
					this.large.tooLarge(home) ? level(home, filter, day) : grow(home, day, filter.withEnded()),
					superiors(home, day), mayAdd(home), filter))
			.toList();
	}

	private UnitNode level(UnitRow home, OrganisationFilter filter, LocalDate day) {
		return (filter.q() == null) ? this.large.level(home, null, day) : this.large.found(home, filter.q(), day);
	}

	/**
	 * The units directly below a unit, from a code on.
	 * @throws NotFound if the actor does not reach the unit
	 */
	UnitNode below(UnitId id, @Nullable String after, LocalDate day) {
		return this.large.level(this.units.find(id, day), after, day);
	}

	/** The superiors of a unit, for the trail above its page. */
	List<Superior> trail(UnitRow unit, LocalDate day) {
		return superiors(unit, day);
	}

	/**
	 * The page of a unit.
	 * @throws NotFound if the actor does not reach it
	 */
	UnitPage page(UnitId id, LocalDate day) {
		this.scope.require(id);
		UnitLife life = this.register.life(id);
		UnitRow unit = life.on(day);
		List<HistoryEntry> history = this.histories.of(id, life);
		boolean open = life.endsOn() == null;
		UnitNode node = this.large.tooLarge(unit) ? this.large.level(unit, null, day) : grow(unit, day, true);
		return new UnitPage(node, superiors(unit, day), life.first().period().from(), UnitHistory.ending(life, history),
				history, open && mayAdd(unit), this.scope.may(Right.WRITE_UNITS, id),
				open && unit.parent() != null && this.scope.may(Right.WRITE_UNITS, unit.parent()));
	}

	/**
	 * The history of a unit.
	 * @throws NotFound if the actor does not reach it
	 */
	UnitPast past(UnitId id, LocalDate day) {
		this.scope.require(id);
		UnitLife life = this.register.life(id);
		UnitRow unit = life.on(day);
		return new UnitPast(unit, superiors(unit, day), this.histories.of(id, life),
				this.histories.versions(life).reversed());
	}

	/**
	 * What a form on a unit starts from.
	 * @throws NotFound if the actor does not reach it
	 */
	UnitState state(UnitId id, LocalDate day) {
		this.scope.require(id);
		UnitLife life = this.register.life(id);
		UnitRow unit = life.on(day);
		boolean over = life.endsOn() != null && !day.isBefore(life.endsOn());
		return new UnitState(unit, this.register.version(id), !over && unit.equals(life.last()));
	}

	/** The kinds of units that may be founded under a unit. */
	List<String> kindsUnder(UnitRow parent) {
		return this.rules.kindsUnder(parent.kind());
	}

	private boolean mayAdd(UnitRow unit) {
		return this.scope.may(Right.WRITE_UNITS, unit.id()) && !this.rules.kindsUnder(unit.kind()).isEmpty();
	}

	/** Reached is what a grant names, and with its subtree what stands below that. */
	private List<Superior> superiors(UnitRow unit, LocalDate day) {
		List<Grant> grants = CurrentActor.get().grants();
		return this.units.lineage(unit, day)
			.stream()
			.filter((above) -> !above.id().equals(unit.id()))
			.map((above) -> new Superior(above, grants.stream().anyMatch((grant) -> reaches(grant, above))))
			.toList();
	}

	private static boolean reaches(Grant grant, UnitRow unit) {
		return grant.unit() != null
				&& (grant.subtree() ? unit.path().contains(grant.unit().value()) : unit.id().equals(grant.unit()));
	}

	/**
	 * Each unit with the last facts that began by the day, which is how an ended one is
	 * remembered.
	 */
	private UnitNode grow(UnitRow root, LocalDate day, boolean withEnded) {
		List<UnitNode> bare = this.jdbc
			.sql("""
					select distinct on (v.unit_id) v.unit_id, v.code, v.name, v.kind, v.host_kind, v.funding_type,
						v.parent_id, v.path, v.period, v.host_name, v.emulation_block, v.outer_superior, e.kind as event, e.decision_number, e.decision_signed_on,
						e.decision_signer
					from unit_version v
					join unit_reach r on r.unit_id = v.unit_id and r.root_id = :root
					left join lateral (select * from unit_event e
						where e.unit_id = v.unit_id and e.effective_on = upper(v.period) and upper(v.period) <= :day
						order by e.id desc limit 1) e on true
					where :root = any (v.path) and v.unit_id <> :root and lower(v.period) <= cast(:day as date)
						and (:ended or v.period @> cast(:day as date))
					order by v.unit_id, lower(v.period) desc""")
			.param("root", root.id().value())
			.param("day", day)
			.param("ended", withEnded)
			.query((row, number) -> bare(row, day))
			.list();
		Map<UUID, Figure> counted = counted(root, bare, day);
		Map<UUID, List<UnitNode>> byParent = new HashMap<>();
		bare.forEach((node) -> byParent.computeIfAbsent(parent(node), (id) -> new ArrayList<>()).add(node));
		UnitNode top = UnitNode.bare(root, root.livesOn(day), null);
		return filled(top, byParent, counted);
	}

	private Map<UUID, Figure> counted(UnitRow root, List<UnitNode> nodes, LocalDate day) {
		UnitFigures source = this.figures.getIfAvailable();
		UUID[] ids = Stream.concat(Stream.of(root), nodes.stream().map(UnitNode::unit))
			.filter((unit) -> unit.livesOn(day))
			.map((unit) -> unit.id().value())
			.toArray(UUID[]::new);
		return (source == null) ? Map.of() : source.on(ids, day);
	}

	private static UnitNode filled(UnitNode node, Map<UUID, List<UnitNode>> byParent, Map<UUID, Figure> counted) {
		UUID id = node.unit().id().value();
		List<UnitNode> children = byParent.getOrDefault(id, List.of())
			.stream()
			.map((child) -> filled(child, byParent, counted))
			.sorted(IN_A_TREE)
			.toList();
		return node.filled(counted.get(id), children);
	}

	private static UUID parent(UnitNode node) {
		return Objects.requireNonNull(node.unit().parent()).value();
	}

	private static UnitNode bare(ResultSet row, LocalDate day) throws SQLException {
		UnitRow unit = Units.row(row, 0);
		LocalDate end = unit.period().to();
		boolean living = unit.livesOn(day);
		return UnitNode.bare(unit, living,
				(living || end == null) ? null : new Ending(end, row.getString("event"), UnitHistory.decision(row)));
	}

}
