package unionbook.emulation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A field that two people wrote differently.
 *
 * @param labelKey the message key of its name
 * @param number the number of the row it stands in, or null
 * @param theirs what is saved now
 * @param mine what the reader wrote
 */
record FieldConflict(String labelKey, @Nullable String number, @Nullable String theirs, @Nullable String mine) {

	static List<FieldConflict> between(PledgeText theirs, PledgeText mine) {
		return Differences.between(theirs.values(), mine.values()).entrySet().stream().map((entry) -> {
			String[] parts = entry.getKey().split("\\.");
			boolean row = parts.length == 3;
			return new FieldConflict("emulation.field." + (row ? parts[0] + '.' + parts[2] : parts[0]),
					row ? parts[1] : null, entry.getValue().before(), entry.getValue().after());
		}).toList();
	}

}
