package unionbook.structure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import unionbook.unit.UnitFacts;
import unionbook.unit.UnitRow;

/** A row of a loaded sheet, and what would be done with it. */
class StructureLine {

	private final int number;

	private final Map<StructureColumn, String> values = new EnumMap<>(StructureColumn.class);

	private final List<MessageSourceResolvable> remarks = new ArrayList<>();

	private Verdict verdict = Verdict.SAME;

	private @Nullable UnitRow existing;

	private @Nullable UnitFacts facts;

	StructureLine(int number, Map<StructureColumn, String> values) {
		this.number = number;
		this.values.putAll(values);
	}

	/** Something is wrong: what, and what to do. */
	void refuse(MessageSourceResolvable what) {
		this.verdict = Verdict.ERROR;
		this.remarks.add(what);
	}

	void found(UnitFacts wanted) {
		this.facts = wanted;
		this.verdict = Verdict.NEW;
	}

	/** It stands there already, with these differences. */
	void meet(UnitRow unit, UnitFacts wanted, List<MessageSourceResolvable> differences) {
		this.existing = unit;
		this.facts = wanted;
		this.verdict = differences.isEmpty() ? Verdict.SAME : Verdict.CHANGED;
		this.remarks.addAll(differences);
	}

	@Nullable String value(StructureColumn column) {
		return this.values.get(column);
	}

	public int getNumber() {
		return this.number;
	}

	public String getCode() {
		return this.values.getOrDefault(StructureColumn.CODE, "");
	}

	public @Nullable String getName() {
		return value(StructureColumn.NAME);
	}

	public @Nullable String getParent() {
		return value(StructureColumn.PARENT);
	}

	public Verdict getVerdict() {
		return this.verdict;
	}

	public List<MessageSourceResolvable> getRemarks() {
		return this.remarks;
	}

	public @Nullable UnitRow getExisting() {
		return this.existing;
	}

	@Nullable UnitFacts facts() {
		return this.facts;
	}

	/** What would be done with a row. */
	enum Verdict {

		ERROR, NEW, CHANGED, SAME;

		/** How its badge looks. */
		public String css() {
			return switch (this) {
				case ERROR -> "bad";
				case NEW -> "ok";
				case CHANGED -> "warn";
				case SAME -> "";
			};
		}

	}

}
