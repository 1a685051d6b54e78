package unionbook.roster;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import unionbook.platform.Codes;
import unionbook.shared.VietnameseText;

/**
 * What is asked of a roster; all of it stands in the address.
 *
 * @param q the words of a name to search for, or null
 * @param filters chosen filters with their values
 * @param columns chosen columns, empty for the usual ones
 * @param sort what it is sorted by
 * @param descending whether the order is turned around
 * @param size rows on a page
 * @param cursor the row next to the page, or null for the first page
 * @param backward whether the page stands before the cursor instead of after it
 */
record RosterQuery(@Nullable String q, Map<RosterFilter, String> filters, Set<RosterColumn> columns, RosterSort sort,
		boolean descending, int size, @Nullable UUID cursor, boolean backward) {

	static final int SIZE = 50;

	private static final int SMALLEST = 10;

	private static final int LARGEST = 200;

	private static final int LONGEST = 100;

	/**
	 * Reads what is asked from the parameters of an address. Columns that do not exist
	 * are left out; everything else that is unknown, or given twice, is refused.
	 * @param parameters the parameters
	 * @param codes the code lists
	 * @return what is asked
	 * @throws Unreadable naming the parameter
	 */
	static RosterQuery of(Map<String, String[]> parameters, Codes codes) {
		String q = single(parameters, "q");
		if (q != null && q.length() > LONGEST) {
			throw new Unreadable("q", q);
		}
		Map<RosterFilter, String> filters = new EnumMap<>(RosterFilter.class);
		for (RosterFilter filter : RosterFilter.values()) {
			String value = single(parameters, filter.parameter());
			if (value != null && !filter.options(codes).contains(value)) {
				throw new Unreadable(filter.parameter(), value);
			}
			if (value != null && !filter.usual(value)) {
				filters.put(filter, value);
			}
		}
		String before = single(parameters, "before");
		String after = single(parameters, "after");
		return new RosterQuery(q, filters, columns(parameters.get("cols")),
				choice(parameters, "sort", RosterSort.NAME,
						Map.of("name", RosterSort.NAME, "birth", RosterSort.BIRTH, "position", RosterSort.POSITION,
								"joined", RosterSort.JOINED)),
				choice(parameters, "dir", false, Map.of("asc", false, "desc", true)), size(parameters),
				(before != null) ? cursor("before", before) : (after != null) ? cursor("after", after) : null,
				before != null);
	}

	/** Whether people are left out: those shown are not simply those of the day. */
	boolean narrowed() {
		return this.q != null || !this.filters.isEmpty();
	}

	/** The same without a filter. */
	RosterQuery without(RosterFilter filter) {
		Map<RosterFilter, String> rest = new EnumMap<>(RosterFilter.class);
		rest.putAll(this.filters);
		rest.remove(filter);
		return new RosterQuery(this.q, rest, this.columns, this.sort, this.descending, this.size, null, false);
	}

	/** The same without the words of a name. */
	RosterQuery withoutWords() {
		return new RosterQuery(null, this.filters, this.columns, this.sort, this.descending, this.size, null, false);
	}

	/** The same columns and order of everybody. */
	RosterQuery everybody() {
		return new RosterQuery(null, Map.of(), this.columns, this.sort, this.descending, this.size, null, false);
	}

	/** The same sorted by something; once more the same turns the order around. */
	RosterQuery sortedBy(RosterSort key) {
		return new RosterQuery(this.q, this.filters, this.columns, key, key == this.sort && !this.descending, this.size,
				null, false);
	}

	/** Another page of the same. */
	RosterQuery at(@Nullable UUID row, boolean before) {
		return new RosterQuery(this.q, this.filters, this.columns, this.sort, this.descending, this.size, row, before);
	}

	/** The parameters that say this, those left out that say the usual. */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (this.q != null) {
			parameters.put("q", this.q);
		}
		this.filters.forEach((filter, value) -> parameters.put(filter.parameter(), value));
		if (this.sort != RosterSort.NAME) {
			parameters.put("sort", lower(this.sort));
		}
		if (this.descending) {
			parameters.put("dir", "desc");
		}
		if (this.size != SIZE) {
			parameters.put("size", String.valueOf(this.size));
		}
		if (!this.columns.isEmpty()) {
			parameters.put("cols", this.columns.stream().map(RosterQuery::lower).collect(Collectors.joining(",")));
		}
		if (this.cursor != null) {
			parameters.put(this.backward ? "before" : "after",
					Base64.getUrlEncoder()
						.withoutPadding()
						.encodeToString(ByteBuffer.allocate(16)
							.putLong(this.cursor.getMostSignificantBits())
							.putLong(this.cursor.getLeastSignificantBits())
							.array()));
		}
		return parameters;
	}

	static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable String single(Map<String, String[]> parameters, String name) {
		String[] values = parameters.get(name);
		if (values == null) {
			return null;
		}
		if (values.length > 1) {
			throw new Unreadable(name, String.join(",", values));
		}
		String clean = VietnameseText.normalize(values[0]);
		return clean.isEmpty() ? null : clean;
	}

	private static <T> T choice(Map<String, String[]> parameters, String name, T usual, Map<String, T> known) {
		String value = single(parameters, name);
		if (value == null) {
			return usual;
		}
		T chosen = known.get(value);
		if (chosen == null) {
			throw new Unreadable(name, value);
		}
		return chosen;
	}

	private static int size(Map<String, String[]> parameters) {
		String value = single(parameters, "size");
		if (value == null) {
			return SIZE;
		}
		if (!value.matches("-?\\d{1,20}")) {
			throw new Unreadable("size", value);
		}
		boolean huge = value.length() > 4;
		return value.startsWith("-") ? SMALLEST
				: huge ? LARGEST : Math.clamp(Integer.parseInt(value), SMALLEST, LARGEST);
	}

	private static UUID cursor(String name, String value) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(value));
			if (bytes.remaining() == 16) {
				return new UUID(bytes.getLong(), bytes.getLong());
			}
		}
		catch (IllegalArgumentException ex) {
			throw new Unreadable(name, value);
		}
		throw new Unreadable(name, value);
	}

	private static Set<RosterColumn> columns(String @Nullable [] values) {
		if (values == null) {
			return Set.of();
		}
		Set<String> asked = Arrays.stream(values)
			.flatMap((value) -> Arrays.stream(value.split(",", 50)))
			.map(String::strip)
			.collect(Collectors.toSet());
		Set<RosterColumn> known = EnumSet.noneOf(RosterColumn.class);
		for (RosterColumn column : RosterColumn.values()) {
			if (asked.contains(lower(column))) {
				known.add(column);
			}
		}
		if (!known.isEmpty()) {
			known.add(RosterColumn.NAME);
		}
		return Collections.unmodifiableSet(known);
	}

	/** A parameter nobody can read. */
	static final class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String value;

		Unreadable(String parameter, String value) {
			super(parameter);
			this.value = value;
		}

		String parameter() {
			return String.valueOf(getMessage());
		}

		String value() {
			return this.value;
		}

	}

}
