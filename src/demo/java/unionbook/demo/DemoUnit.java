package unionbook.demo;

import java.util.UUID;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * A grassroots union.
 *
 * @param ministry code of its ministry
 * @param code its code inside the ministry
 * @param host name of the body it stands in
 * @param name its name
 * @param hostKind kind of that body
 * @param funding how the body is paid
 * @param head code of the position at the top of the body
 * @param deputy code of the position below it
 * @param members members on the ministry's anchor day
 * @param women women among them
 */
record DemoUnit(String ministry, String code, String host, String name, String hostKind, String funding, String head,
		String deputy, int members, int women) {

	static DemoUnit of(NamedCsvRecord row) {
		return new DemoUnit(row.getField("ministry"), row.getField("code"), row.getField("host"), row.getField("union"),
				row.getField("host_kind"), row.getField("funding"), row.getField("head"), row.getField("deputy"),
				Integer.parseInt(row.getField("members")), Integer.parseInt(row.getField("women")));
	}

	UUID id() {
		return DemoIds.unit(this.ministry, this.code);
	}

	/** The key of a mix that holds for this unit alone. */
	String key(String mix) {
		return mix + "." + this.ministry + "." + this.code;
	}

}
