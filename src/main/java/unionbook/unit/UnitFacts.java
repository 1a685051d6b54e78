package unionbook.unit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import unionbook.shared.VietnameseText;

/**
 * What is written down about a unit for a period.
 *
 * @param code its short code, unique inside its ministry union on each day; kept in
 * capitals
 * @param name its name
 * @param kind the kind of union, a code of the list unit_kind
 * @param hostKind the kind of the host body, a code of the list host_kind
 * @param fundingType how it is funded, a code of the list funding_type
 */
public record UnitFacts(String code, String name, String kind, String hostKind, String fundingType) {

	/** Brings code and name into the form they are stored in. */
	public UnitFacts {
		code = VietnameseText.normalize(code).toUpperCase(Locale.ROOT);
		name = VietnameseText.normalize(name);
	}

	/**
	 * What is written down about a unit as it was on a day.
	 * @param row the unit
	 * @return its facts
	 */
	public static UnitFacts of(UnitRow row) {
		return new UnitFacts(row.code(), row.name(), row.kind(), row.hostKind(), row.fundingType());
	}

	Map<String, @Nullable Object> fields() {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("code", this.code);
		fields.put("name", this.name);
		fields.put("kind", this.kind);
		fields.put("hostKind", this.hostKind);
		fields.put("fundingType", this.fundingType);
		return fields;
	}

}
