package unionbook.emulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frozen text of a signed pledge and its fingerprint: SHA-256 over canonical JSON
 * (names in order, nothing for what is not given, no white space).
 *
 * @param json the text as JSON
 * @param sha256 the fingerprint, in hexadecimal
 */
record Seal(String json, String sha256) {

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	/**
	 * Seals what a pledge says.
	 * @param content what is signed
	 * @return the seal
	 */
	static Seal of(Object content) {
		// records keep the order of their components; as maps everything is in order of
		// names
		Object maps = CANONICAL.readValue(CANONICAL.writeValueAsString(content), Object.class);
		String json = CANONICAL.writeValueAsString(maps);
		return new Seal(json, fingerprint(json));
	}

	/**
	 * Whether a text is the sealed one: the kept text has the kept fingerprint, and so
	 * has what the pledge says now.
	 * @param content what the pledge says now
	 * @return true if all three agree
	 */
	boolean covers(Object content) {
		return this.sha256.equals(of(CANONICAL.readValue(this.json, Object.class)).sha256())
				&& this.sha256.equals(of(content).sha256());
	}

	static @Nullable Seal of(@Nullable String json, @Nullable String sha256) {
		return (json == null || sha256 == null) ? null : new Seal(json, sha256);
	}

	private static String fingerprint(String json) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
