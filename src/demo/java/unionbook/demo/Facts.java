package unionbook.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The data files beside this module: units, names, shares of this and that. All Vietnamese words come from here. */
final class Facts {

	private final Map<String, Mix> mixes = new LinkedHashMap<>();

	Facts() {
		for (NamedCsvRecord row : table("mixes.csv")) {
			this.mixes.computeIfAbsent(row.getField("mix"), (name) -> new Mix())
				.add(row.getField("value"), Double.parseDouble(row.getField("weight")));
		}
	}

	List<NamedCsvRecord> table(String file) {
		try (InputStream stream = open(file);
				CsvReader<NamedCsvRecord> rows = CsvReader.builder()
					.ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return rows.stream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	InputStream open(String file) {
		return Objects.requireNonNull(Facts.class.getResourceAsStream("/demo/" + file), file);
	}

	/** The first of these mixes that exists: the special one before the common one. */
	Mix mix(String... names) {
		for (String name : names) {
			Mix mix = this.mixes.get(name);
			if (mix != null) {
				return mix;
			}
		}
		throw new IllegalArgumentException("no mix " + String.join(", ", names));
	}

	boolean knows(String mix) {
		return this.mixes.containsKey(mix);
	}

}
