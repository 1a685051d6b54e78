package unionbook.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unionbook.reorganisation.DemoDecision;
import unionbook.reorganisation.DemoDecision.Successor;
import unionbook.shared.Decision;
import unionbook.shared.UnitId;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitFounding;

/**
 * The reorganisations of 2025: one ministry's union enters another's, then the unions of bodies paid fully by the state
 * budget end. What no source states about a unit is marked in the file and invented.
 */
final class DemoMerger {

	private static final Logger LOG = LoggerFactory.getLogger(DemoMerger.class);

	private static final String OLD = "KHDT";

	private static final String NEW = "BTC";

	private static final Set<String> PAID_BY_THE_STATE = Set.of("ADMIN", "STATE_FULL");

	private final Facts facts = new Facts();

	private final UnitFounding founding;

	private final DemoDecision decisions;

	DemoMerger(UnitFounding founding, DemoDecision decisions) {
		this.founding = founding;
		this.decisions = decisions;
	}

	static UnitId root() {
		return new UnitId(DemoIds.ministry(NEW));
	}

	/** The union the other one will enter, as it was before. */
	void found() {
		NamedCsvRecord paper = paper("FOUND");
		this.founding.found(root(), null, new UnitFacts(NEW, "Công đoàn Bộ Tài chính", "CD_BO", "KHAC", "ADMIN"),
				decision(paper), day(paper));
	}

	/** Who enters another ministry, and the first day it is no more. */
	Map<String, LocalDate> lastDays() {
		return Map.of(OLD, day(paper("MERGE")));
	}

	/** Both decisions, each once however often it is asked. */
	void carryOut() {
		NamedCsvRecord merge = paper("MERGE");
		List<Successor> successors = this.facts.table("merger.csv").stream().map(DemoMerger::successor).toList();
		this.decisions.merge(DemoIds.of("reorganisation/MERGE", 1), new UnitId(DemoIds.ministry(OLD)), root(),
				successors, decision(merge), day(merge));
		NamedCsvRecord end = paper("END");
		this.decisions.end(DemoIds.of("reorganisation/END", 2), root(),
				successors.stream()
					.filter((successor) -> PAID_BY_THE_STATE.contains(successor.facts().fundingType()))
					.map(Successor::unit)
					.toList(),
				decision(end), day(end));
		LOG.info("Demonstration data: {} entered {}, {} unions go on", OLD, NEW, successors.size());
	}

	private NamedCsvRecord paper(String what) {
		return this.facts.table("merger_decisions.csv")
			.stream()
			.filter((row) -> row.getField("what").equals(what))
			.findFirst()
			.orElseThrow();
	}

	private static Successor successor(NamedCsvRecord row) {
		String kind = row.getField("kind");
		List<UnitId> predecessors = new ArrayList<>(List.of(row.getField("predecessors").split("\\|"))
			.stream()
			.map((code) -> new UnitId(DemoIds.unit(OLD, code)))
			.toList());
		UnitId unit = "CONSOLIDATE".equals(kind) ? new UnitId(DemoIds.unit(NEW, row.getField("code")))
				: predecessors.removeFirst();
		return new Successor(kind, unit, new UnitFacts(row.getField("code"), row.getField("name"), "CDCS",
				row.getField("host_kind"), row.getField("funding")), predecessors);
	}

	private static Decision decision(NamedCsvRecord row) {
		return new Decision(row.getField("number"), LocalDate.parse(row.getField("signed_on")), row.getField("signer"));
	}

	private static LocalDate day(NamedCsvRecord row) {
		return LocalDate.parse(row.getField("effective_on"));
	}

}
