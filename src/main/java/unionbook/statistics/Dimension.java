package unionbook.statistics;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What the people of a unit are told apart by. */
public enum Dimension {

	/** The unit directly below the asked one. */
	UNIT(null),
	/** Bands of full years. */
	AGE(null),
	/** The professional position, a code of the list position. */
	POSITION("position"),
	/** The highest education, a code of the list education. */
	EDUCATION("education"),
	/** Whether a Party member, a code of the list party_status. */
	PARTY("party_status");

	private final @Nullable String list;

	Dimension(@Nullable String list) {
		this.list = list;
	}

	/**
	 * Reads a dimension as it stands in an address.
	 * @param text such as {@code education}
	 * @return the dimension
	 * @throws IllegalArgumentException if there is none of that name
	 */
	static Dimension of(String text) {
		return Arrays.stream(values())
			.filter((dimension) -> dimension.parameter().equals(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no such dimension"));
	}

	/**
	 * The name in addresses, here and as the roster's filter.
	 * @return such as {@code education}
	 */
	public String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The code list its buckets come from.
	 * @return the name of the list, or null for bands and units
	 */
	@Nullable String list() {
		return this.list;
	}

	/**
	 * Whether the values are sensitive personal data: Party membership shows a political
	 * view (Law 91/2025/QH15, Decree 356/2025/NĐ-CP art. 4).
	 * @return true for those whose small cells are hidden
	 */
	boolean sensitive() {
		return this == PARTY;
	}

}
