package unionbook.emulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.emulation.PledgeExamples.percent;
import static unionbook.emulation.PledgeExamples.text;

class SealTests {

	@Test
	void theFingerprintIsThatOfCanonicalJson() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("b", List.of(1, 2));
		content.put("a", "ấ");

		Seal seal = Seal.of(content);

		assertThat(seal.json()).isEqualTo("{\"a\":\"ấ\",\"b\":[1,2]}");
		// printf '{"a":"ấ","b":[1,2]}' | sha256sum
		assertThat(seal.sha256()).isEqualTo("0723617c01b9c7db14c1e63190e2bd7718fef2bd750e6a73a0ed6d5c2d8446df");
	}

	@Test
	void aSealCoversItsTextHoweverTheDatabaseKeepsIt() {
		PledgeText text = text(percent("Một", "95.50", "ALL_UNITS"));
		Seal seal = Seal.of(text);
		Seal kept = new Seal(seal.json().replace(",\"", ", \"").replace(":", ": "), seal.sha256());

		assertThat(kept.covers(text)).isTrue();
		assertThat(kept.covers(text(percent("Một", "95.5000", "ALL_UNITS")))).isTrue();
		assertThat(kept.covers(text(percent("Một", "95.4", "ALL_UNITS")))).isFalse();
		assertThat(new Seal(seal.json().replace("Một", "Hai"), seal.sha256()).covers(text)).isFalse();
	}

}
