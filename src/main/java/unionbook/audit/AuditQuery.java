package unionbook.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import unionbook.platform.DayClock;
import unionbook.shared.VietnameseText;

/**
 * What is asked of the log; all of it stands in the address.
 *
 * @param texts the filters as they were typed, by parameter
 * @param from the first moment, or null
 * @param to the first moment after, or null
 * @param actions the actions asked for, empty for all
 * @param unit the unit with what is below it, or null
 * @param subject the record, or null
 * @param group the line whose entries are asked for one by one, or null
 * @param cursor the line next to the page, or null for the first page
 * @param backward whether the page stands before the cursor instead of after it
 */
record AuditQuery(Map<String, String> texts, @Nullable Instant from, @Nullable Instant to, List<String> actions,
		@Nullable UUID unit, @Nullable UUID subject, @Nullable UUID group, @Nullable Cursor cursor, boolean backward) {

	static final String ACTOR = "actor";

	static final String ADDRESS = "address";

	private static final List<String> FILTERS = List.of("from", "to", ACTOR, "unit", "subject", "action", ADDRESS,
			"group");

	private static final int LONGEST = 100;

	private static final Pattern ADDRESSES = Pattern.compile("[0-9a-fA-F.:%]{2,45}");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter
		.ofPattern("[d/M/uuuu][uuuu-MM-dd][['T'][' ']H:mm]")
		.withResolverStyle(ResolverStyle.STRICT);

	static AuditQuery of(Map<String, String[]> parameters) {
		Map<String, String> texts = new LinkedHashMap<>();
		FILTERS.forEach((name) -> {
			String value = single(parameters, name);
			if (value != null) {
				texts.put(name, value);
			}
		});
		texts.computeIfPresent(ACTOR, (name, typed) -> typed.toLowerCase(Locale.ROOT));
		if (texts.containsKey(ADDRESS) && !ADDRESSES.matcher(texts.get(ADDRESS)).matches()) {
			throw new Unreadable(ADDRESS, texts.get(ADDRESS));
		}
		String action = texts.get("action");
		List<String> actions = (action == null) ? List.of() : AuditAction.of(action);
		if (action != null && actions.isEmpty()) {
			throw new Unreadable("action", action);
		}
		Instant from = moment(texts, "from", false);
		Instant to = moment(texts, "to", true);
		if (from != null && to != null && !from.isBefore(to)) {
			throw new Unreadable("to", texts.get("to"));
		}
		String before = single(parameters, "before");
		String after = single(parameters, "after");
		return new AuditQuery(texts, from, to, actions, id(texts, "unit"), id(texts, "subject"), id(texts, "group"),
				(before != null) ? Cursor.of("before", before) : (after != null) ? Cursor.of("after", after) : null,
				before != null);
	}

	/** Whether lines are left out. */
	boolean narrowed() {
		return !this.texts.isEmpty();
	}

	/** A filter as it was typed. */
	public @Nullable String text(String name) {
		return this.texts.get(name);
	}

	/** The address of the same without some filters, on the first page. */
	Map<String, String> without(String... names) {
		Map<String, String> rest = new LinkedHashMap<>(this.texts);
		List.of(names).forEach(rest::remove);
		return rest;
	}

	private static @Nullable String single(Map<String, String[]> parameters, String name) {
		String[] values = parameters.get(name);
		if (values == null) {
			return null;
		}
		String clean = VietnameseText.normalize(values[0]);
		if (values.length > 1 || clean.length() > LONGEST) {
			throw new Unreadable(name, clean);
		}
		return clean.isEmpty() ? null : clean;
	}

	/** A day alone begins at midnight and, as an end, ends with its last minute. */
	private static @Nullable Instant moment(Map<String, String> texts, String name, boolean end) {
		String text = texts.get(name);
		if (text == null) {
			return null;
		}
		try {
			TemporalAccessor read = MOMENT.parseBest(text, LocalDateTime::from, LocalDate::from);
			LocalDateTime moment = (read instanceof LocalDateTime time) ? time.plusMinutes(end ? 1 : 0)
					: ((LocalDate) read).plusDays(end ? 1 : 0).atStartOfDay();
			if (moment.getYear() < 1900 || moment.getYear() > 2100) {
				throw new Unreadable(name, text);
			}
			return moment.atZone(DayClock.ZONE).toInstant();
		}
		catch (DateTimeException ex) {
			throw new Unreadable(name, text);
		}
	}

	private static @Nullable UUID id(Map<String, String> texts, String name) {
		String text = texts.get(name);
		return (text == null) ? null : uuid(name, text);
	}

	private static UUID uuid(String name, String text) {
		try {
			UUID id = UUID.fromString(text);
			if (id.toString().equalsIgnoreCase(text)) {
				return id;
			}
		}
		catch (IllegalArgumentException ex) {
			// told below
		}
		throw new Unreadable(name, text);
	}

	/**
	 * A place between two lines.
	 *
	 * @param at when the line was written
	 * @param id its id
	 */
	record Cursor(Instant at, UUID id) {

		static Cursor of(String name, String text) {
			int dot = text.indexOf('.');
			if (!text.matches("\\d{1,18}\\.[0-9a-f-]{36}")) {
				throw new Unreadable(name, text);
			}
			return new Cursor(Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
					uuid(name, text.substring(dot + 1)));
		}

		@Override
		public String toString() {
			return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "." + this.id;
		}

	}

	/** A parameter that cannot be read. */
	static final class Unreadable extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		private final String parameter;

		private final String value;

		Unreadable(String parameter, @Nullable String value) {
			super(parameter);
			this.parameter = parameter;
			this.value = String.valueOf(value);
		}

		String parameter() {
			return this.parameter;
		}

		String value() {
			return this.value;
		}

	}

}
