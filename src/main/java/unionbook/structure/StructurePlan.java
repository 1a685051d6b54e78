package unionbook.structure;

import java.util.Comparator;
import java.util.List;

import unionbook.structure.StructureLine.Verdict;

/**
 * What loading a sheet would do.
 *
 * @param lines its rows with their verdicts, in their order
 * @param others how many units stand in the tree and not in the sheet; they stay as they
 * are
 */
record StructurePlan(List<StructureLine> lines, long others) {

	/** How many rows are shown at once. */
	static final int SHOWN = 300;

	public long count(Verdict verdict) {
		return this.lines.stream().filter((line) -> line.getVerdict() == verdict).count();
	}

	/** What needs eyes first, then what is done, then what stays. */
	public List<StructureLine> shown() {
		return this.lines.stream().sorted(Comparator.comparing(StructureLine::getVerdict)).limit(SHOWN).toList();
	}

	public long hidden() {
		return Math.max(0, this.lines.size() - SHOWN);
	}

	/** Whether there is something to do and nothing in the way. */
	public boolean ready() {
		return count(Verdict.ERROR) == 0 && count(Verdict.NEW) + count(Verdict.CHANGED) > 0;
	}

}
