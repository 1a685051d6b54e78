package unionbook.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * A ministry with its union.
 *
 * @param code its code
 * @param name name of the ministry
 * @param union name of its union
 * @param anchor the day on which each unit has exactly the members and women of the data file
 * @param decisionSuffix what follows the number of a decision
 * @param signer who signs decisions, by office
 * @param note what is said of events that are invented
 * @param identityProvince three digits no citizen identity number begins with
 * @param units its grassroots unions
 */
record DemoMinistry(String code, String name, String union, LocalDate anchor, String decisionSuffix, String signer,
		String note, String identityProvince, List<DemoUnit> units) {

	static List<DemoMinistry> all(Facts facts) {
		return facts.table("ministries.csv").stream().map((row) -> of(row, facts)).toList();
	}

	private static DemoMinistry of(NamedCsvRecord row, Facts facts) {
		String code = row.getField("code");
		List<DemoUnit> units = facts.table("units.csv")
			.stream()
			.map(DemoUnit::of)
			.filter((unit) -> unit.ministry().equals(code))
			.toList();
		return new DemoMinistry(code, row.getField("ministry"), row.getField("union"),
				LocalDate.parse(row.getField("anchor")), row.getField("decision_suffix"), row.getField("signer"), row.getField("note"),
				row.getField("identity_province"), units);
	}

	UUID id() {
		return DemoIds.ministry(this.code);
	}

}
