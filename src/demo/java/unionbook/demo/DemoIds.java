package unionbook.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import unionbook.shared.Ids;

/** Ids that are the same on each load, so that links to demonstration pages survive a reset. */
final class DemoIds {

	/** 01/01/2018, 00:00 UTC: version 7 ids begin with a moment; here it only keeps rows in their order. */
	private static final long EPOCH = 1_514_764_800_000L;

	private DemoIds() {
	}

	/**
	 * The id of a ministry's union.
	 * @param ministry the ministry's code, such as {@code KHDT}
	 * @return the id of the unit at the top of its tree
	 */
	static UUID ministry(String ministry) {
		return of("unit/" + ministry, 0);
	}

	/**
	 * The id of a grassroots union.
	 * @param ministry the ministry's code, such as {@code KHDT}
	 * @param code the unit's code inside it, such as {@code C01}
	 * @return the unit's id
	 */
	static UUID unit(String ministry, String code) {
		return of("unit/" + ministry + "/" + code, 1);
	}

	/**
	 * The id of a row.
	 * @param name what it is, unique among all demonstration rows with the same number
	 * @param number its place
	 * @return the id, sorting by number
	 */
	static UUID of(String name, int number) {
		UUID digest = UUID.nameUUIDFromBytes((name + "#" + number).getBytes(StandardCharsets.UTF_8));
		return Ids.of(EPOCH + number, digest.getMostSignificantBits(), digest.getLeastSignificantBits());
	}

}
