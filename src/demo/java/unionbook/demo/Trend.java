package unionbook.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import unionbook.shared.Gender;

/** How many men and women a unit has at the end of a year: exact on the anchor day, near it in the other years. */
final class Trend {

	private final Map<Integer, NamedCsvRecord> years = new LinkedHashMap<>();

	private final DemoMinistry ministry;

	private final Dice dice;

	Trend(Facts facts, Dice dice, DemoMinistry ministry) {
		this.dice = dice;
		this.ministry = ministry;
		for (NamedCsvRecord row : facts.table("trend.csv")) {
			if (row.getField("ministry").equals(ministry.code())) {
				this.years.put(Integer.parseInt(row.getField("year")), row);
			}
		}
	}

	int people(DemoUnit unit, Gender gender, int year) {
		int anchor = (gender == Gender.FEMALE) ? unit.women() : unit.members() - unit.women();
		if (year == this.ministry.anchor().getYear()) {
			return anchor;
		}
		NamedCsvRecord row = this.years.get(year);
		if (row == null) {
			throw new IllegalArgumentException("no figures for " + year);
		}
		int perMille = Integer.parseInt(row.getField((gender == Gender.FEMALE) ? "women" : "men"));
		return Math.round(anchor * perMille / 1000f) + this.dice.between(-1, 1);
	}

}
