package unionbook.emulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import unionbook.platform.Formats;
import unionbook.shared.AuditedEvent.Change;

/**
 * A field that two people wrote differently.
 *
 * @param labelKey the message key of its name
 * @param number the number of the row it stands in, or null
 * @param theirs what is saved now
 * @param mine what the reader wrote
 */
record FieldConflict(String labelKey, @Nullable String number, MessageSourceResolvable theirs,
		MessageSourceResolvable mine) {

	/** The code list whose words a field shows. */
	private static final Map<String, String> LISTS = Map.of("kind", "target_kind", "operator", "target_operator",
			"side", "party_side", "signatoryRole", "signatory_role", "denominatorKind", "denominator_kind",
			"signedDatePrecision", "date_precision");

	private static final List<String> DAYS = List.of("signedOn", "dueOn", "baseDate");

	static List<FieldConflict> between(PledgeText theirs, PledgeText mine, Formats formats) {
		return Differences.between(theirs.values(), mine.values()).entrySet().stream().map((entry) -> {
			String[] parts = entry.getKey().split("\\.");
			boolean row = parts.length == 3;
			String field = parts[parts.length - 1];
			Change change = entry.getValue();
			return new FieldConflict("emulation.field." + (row ? parts[0] + '.' + field : field), row ? parts[1] : null,
					shown(field, change.before(), formats), shown(field, change.after(), formats));
		}).toList();
	}

	private static MessageSourceResolvable shown(String field, @Nullable String value, Formats formats) {
		if (value == null || value.isEmpty()) {
			return words(Formats.NONE);
		}
		if (DAYS.contains(field)) {
			return words(formats.day(LocalDate.parse(value)));
		}
		String list = LISTS.get(field);
		return (list == null) ? words(value)
				: new DefaultMessageSourceResolvable(new String[] { "codes." + list + '.' + value }, value);
	}

	private static MessageSourceResolvable words(String value) {
		return new DefaultMessageSourceResolvable(new String[0], value);
	}

}
