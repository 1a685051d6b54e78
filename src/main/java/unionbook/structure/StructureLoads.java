package unionbook.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.platform.CurrentActor;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.structure.StructureLine.Verdict;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitLoading;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** Keeps a sheet until it is confirmed, and then does what it says in one transaction. */
@Service
@Transactional
class StructureLoads {

	private final JdbcClient jdbc;

	private final Units units;

	private final UnitLoading loading;

	private final StructureSheet sheet;

	private final StructurePlanner planner;

	private final UnitScope scope;

	StructureLoads(JdbcClient jdbc, Units units, UnitLoading loading, StructureSheet sheet, StructurePlanner planner,
			UnitScope scope) {
		this.jdbc = jdbc;
		this.units = units;
		this.loading = loading;
		this.sheet = sheet;
		this.planner = planner;
		this.scope = scope;
	}

	/**
	 * Takes a sheet in the place of one that waits; it is read once to see that it can
	 * be.
	 */
	void receive(UnitId root, String name, byte[] content, Decision decision, LocalDate day) {
		this.scope.require(Right.WRITE_UNITS, root);
		UnitRow unit = this.units.find(root, day);
		if (!unit.livesOn(day)) {
			throw new RuleViolation("structure.error.rootNotLiving").onField("effectiveOn");
		}
		this.sheet.read(content, name);
		discard(root);
		this.jdbc
			.sql("""
					insert into structure_load (unit_id, file_name, content, effective_on, decision_number, decision_signed_on,
						decision_signer, sent_by)
					values (:unit, :name, :content, :day, :number, :signedOn, :signer, :by)""")
			.param("unit", root.value())
			.param("name", name)
			.param("content", content)
			.param("day", day)
			.param("number", decision.number())
			.param("signedOn", decision.signedOn(), java.sql.Types.DATE)
			.param("signer", decision.signer())
			.param("by", CurrentActor.get().displayName())
			.update();
	}

	void discard(UnitId root) {
		this.scope.require(Right.WRITE_UNITS, root);
		this.jdbc.sql("delete from structure_load where unit_id = ?").param(root.value()).update();
	}

	/** The sheet that waits for a unit, and what it would do now. */
	@Transactional(readOnly = true)
	Optional<Load> waiting(UnitId root) {
		this.scope.require(Right.WRITE_UNITS, root);
		return this.jdbc.sql("select * from structure_load where unit_id = ?")
			.param(root.value())
			.query((row, number) -> {
				LocalDate day = row.getObject("effective_on", LocalDate.class);
				UnitRow unit = this.units.find(root, day);
				return new Load(row.getString("file_name"), row.getString("sent_by"), day,
						new Decision(row.getString("decision_number"),
								row.getObject("decision_signed_on", LocalDate.class), row.getString("decision_signer")),
						this.planner.plan(unit, day,
								this.sheet.read(row.getBytes("content"), row.getString("file_name"))));
			})
			.optional();
	}

	/**
	 * Does what the sheet says, judged anew: all of it or nothing.
	 * @return how many units were founded or changed
	 */
	long confirm(UnitId root) {
		Load load = waiting(root).orElseThrow(() -> new RuleViolation("structure.error.gone"));
		StructurePlan plan = load.plan();
		if (!plan.ready()) {
			throw (plan.count(Verdict.ERROR) > 0) ? new RuleViolation("structure.error.rows", plan.count(Verdict.ERROR))
					: new RuleViolation("structure.error.nothing");
		}
		Map<UUID, List<UUID>> paths = new HashMap<>();
		Map<String, UnitId> ids = new HashMap<>();
		this.units.below(root, load.day()).forEach((unit) -> {
			paths.put(unit.id().value(), unit.path());
			ids.put(unit.code(), unit.id());
		});
		this.loading.found(root, seeds(root, plan, ids), paths, load.decision(), load.day());
		plan.lines()
			.stream()
			.filter((line) -> line.getVerdict() == Verdict.CHANGED)
			.forEach((line) -> this.loading.change(Objects.requireNonNull(line.getExisting()).id(),
					Objects.requireNonNull(line.facts()), load.decision(), load.day()));
		discard(root);
		return plan.count(Verdict.NEW) + plan.count(Verdict.CHANGED);
	}

	/** The new units, each after its parent. */
	private static List<UnitLoading.Seed> seeds(UnitId root, StructurePlan plan, Map<String, UnitId> ids) {
		List<StructureLine> waiting = new ArrayList<>(
				plan.lines().stream().filter((line) -> line.getVerdict() == Verdict.NEW).toList());
		List<UnitLoading.Seed> seeds = new ArrayList<>();
		while (!waiting.isEmpty()) {
			List<StructureLine> later = new ArrayList<>();
			for (StructureLine line : waiting) {
				String parent = line.getParent();
				UnitId above = (parent == null) ? root : ids.get(StructurePlanner.upper(parent));
				if (above == null) {
					later.add(line);
					continue;
				}
				UnitFacts facts = Objects.requireNonNull(line.facts());
				UnitId id = UnitId.next();
				ids.put(facts.code(), id);
				seeds.add(new UnitLoading.Seed(id, above, facts));
			}
			if (later.size() == waiting.size()) {
				throw new IllegalStateException("rows without a place were not refused");
			}
			waiting = later;
		}
		return seeds;
	}

	/**
	 * A sheet that waits.
	 *
	 * @param fileName the name it came with
	 * @param sentBy who sent it
	 * @param day the day from which it will hold
	 * @param decision by which decision
	 * @param plan what it would do
	 */
	record Load(String fileName, String sentBy, LocalDate day, Decision decision, StructurePlan plan) {
	}

}
