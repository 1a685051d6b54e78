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
 * @param hostName the host body by name, or null
 * @param block the emulation block, which need not follow the superior, or null
 * @param outerSuperior of a top unit the superior outside this book, or null
 */
public record UnitFacts(String code, String name, String kind, String hostKind, String fundingType,
		@Nullable String hostName, @Nullable String block, @Nullable String outerSuperior) {

	/** Brings code and names into the form they are stored in. */
	public UnitFacts {
		code = VietnameseText.normalize(code).toUpperCase(Locale.ROOT);
		name = VietnameseText.normalize(name);
		hostName = normal(hostName);
		block = normal(block);
		outerSuperior = normal(outerSuperior);
	}

	/**
	 * The facts no unit goes without.
	 * @param code its short code
	 * @param name its name
	 * @param kind the kind of union
	 * @param hostKind the kind of the host body
	 * @param fundingType how it is funded
	 */
	public UnitFacts(String code, String name, String kind, String hostKind, String fundingType) {
		this(code, name, kind, hostKind, fundingType, null, null, null);
	}

	/**
	 * What is written down about a unit as it was on a day.
	 * @param row the unit
	 * @return its facts
	 */
	public static UnitFacts of(UnitRow row) {
		return new UnitFacts(row.code(), row.name(), row.kind(), row.hostKind(), row.fundingType(), row.hostName(),
				row.block(), row.outerSuperior());
	}

	Map<String, @Nullable Object> fields() {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("code", this.code);
		fields.put("name", this.name);
		fields.put("kind", this.kind);
		fields.put("hostKind", this.hostKind);
		fields.put("fundingType", this.fundingType);
		fields.put("hostName", this.hostName);
		fields.put("block", this.block);
		fields.put("outerSuperior", this.outerSuperior);
		return fields;
	}

	private static @Nullable String normal(@Nullable String text) {
		String normal = (text == null) ? "" : VietnameseText.normalize(text);
		return normal.isEmpty() ? null : normal;
	}

}
