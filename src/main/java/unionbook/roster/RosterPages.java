package unionbook.roster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import unionbook.platform.Actor;
import unionbook.platform.AsOf;
import unionbook.platform.Codes;
import unionbook.platform.CurrentActor;
import unionbook.platform.Formats;
import unionbook.platform.Markup;
import unionbook.unit.UnitRow;

/** Writes a roster in the reader's language, with the addresses around it. */
@Component
class RosterPages {

	private final MessageSource messages;

	private final Formats formats;

	private final Codes codes;

	RosterPages(MessageSource messages, Formats formats, Codes codes) {
		this.messages = messages;
		this.formats = formats;
		this.codes = codes;
	}

	RosterWords words(Locale locale) {
		return new RosterWords(this.messages, locale);
	}

	/** The names of the units whose roster it is. */
	String issuer(RosterPlace place) {
		return (place.unit() != null) ? place.unit().name()
				: place.homes().stream().map(UnitRow::name).collect(Collectors.joining(", "));
	}

	/** What narrows a list, in words. */
	List<String> narrowings(RosterQuery query, RosterWords words) {
		List<String> narrowings = new ArrayList<>();
		if (query.q() != null) {
			narrowings.add(words.of("roster.searched", query.q()));
		}
		query.filters()
			.forEach((filter, value) -> narrowings
				.add(words.of("roster.narrowed", words.of(filter.label()), filter.word(value, words))));
		return narrowings;
	}

	RosterPage of(Roster roster, AsOf asOf, Locale locale) {
		RosterPlace place = roster.place();
		RosterQuery query = roster.query();
		RosterWords words = words(locale);
		Map<String, String> day = asOf.today() ? Map.of() : Map.of("asOf", asOf.day().toString());
		List<RosterPage.Link> chips = chips(place, query, day, words);
		Markup rows = RosterMarkup.rows(roster.rows(), roster.columns(), words, this.formats,
				asOf.today() ? "" : "?" + asOf.query());
		return new RosterPage(place.path(), trail(place, day), issuer(place), superior(place), roster.women(),
				roster.rows().size(), query.q(), filters(place, query, words), chips, kept(query.everybody(), day),
				headings(roster, day, words), rows, columns(roster, words), RosterMarkup.sizes(query.size()),
				asked(query, day), href(place.path(), query, day), href(place.path(), query.everybody(), day),
				page(roster, roster.next(), false, day), page(roster, roster.previous(), true, day),
				href(place.path(), query.at(null, false), day),
				href(place.path() + ".xlsx", query.at(null, false), day),
				href(place.path() + ".csv", query.at(null, false), day),
				(place.unit() != null && place.writable()) ? place.path() + "/new" : null);
	}

	private List<RosterPage.Link> chips(RosterPlace place, RosterQuery query, Map<String, String> day,
			RosterWords words) {
		List<RosterQuery> without = new ArrayList<>();
		if (query.q() != null) {
			without.add(query.withoutWords());
		}
		query.filters().keySet().forEach((filter) -> without.add(query.without(filter)));
		List<String> texts = narrowings(query, words);
		return IntStream.range(0, texts.size())
			.mapToObj((i) -> new RosterPage.Link(texts.get(i), href(place.path(), without.get(i), day)))
			.toList();
	}

	/** Superiors that are not reached show their name and lead nowhere. */
	private static List<RosterPage.Link> trail(RosterPlace place, Map<String, String> day) {
		Actor actor = CurrentActor.get();
		List<RosterPage.Link> trail = new ArrayList<>();
		boolean reached = false;
		for (UnitRow unit : place.lineage()) {
			reached = reached || unit.equals(place.unit())
					|| actor.grants().stream().anyMatch((grant) -> unit.id().equals(grant.unit()));
			trail.add(new RosterPage.Link(unit.name(), reached ? href("/units/" + unit.id(), Map.of(), day) : null));
		}
		return trail;
	}

	private static @Nullable String superior(RosterPlace place) {
		List<UnitRow> lineage = place.lineage();
		return (lineage.size() < 2) ? null : lineage.get(lineage.size() - 2).name();
	}

	private Markup filters(RosterPlace place, RosterQuery query, RosterWords words) {
		List<RosterFilter> filters = Arrays.stream(RosterFilter.values())
			.filter((filter) -> filter != RosterFilter.PARTY || place.sensitive())
			.toList();
		return RosterMarkup.filters(filters, query.filters(), this.codes, words);
	}

	private static Markup headings(Roster roster, Map<String, String> day, RosterWords words) {
		RosterQuery query = roster.query();
		return RosterMarkup.headings(roster.columns().stream().map((column) -> {
			RosterSort sort = column.sort();
			return new RosterMarkup.Heading(column.label(),
					(sort == null) ? null : href(roster.place().path(), query.sortedBy(sort), day),
					(sort != query.sort()) ? null : query.descending() ? "desc" : "asc");
		}).toList(), words);
	}

	private static Markup columns(Roster roster, RosterWords words) {
		List<RosterColumn> columns = Arrays.stream(RosterColumn.values())
			.filter((column) -> column != RosterColumn.NAME && column != RosterColumn.LEFT)
			.filter((column) -> column != RosterColumn.PARTY || roster.place().sensitive())
			.filter((column) -> column != RosterColumn.UNIT || roster.place().several())
			.toList();
		return RosterMarkup.columns(columns, roster.columns(), words);
	}

	private static Map<String, String> kept(RosterQuery query, Map<String, String> day) {
		Map<String, String> kept = new LinkedHashMap<>(day);
		kept.putAll(query.parameters());
		return kept;
	}

	private static Map<String, String> asked(RosterQuery query, Map<String, String> day) {
		Map<String, String> asked = kept(query.at(null, false), day);
		asked.remove("cols");
		asked.remove("size");
		return asked;
	}

	private static @Nullable String page(Roster roster, @Nullable UUID row, boolean before, Map<String, String> day) {
		return (row == null) ? null : href(roster.place().path(), roster.query().at(row, before), day);
	}

	private static String href(String path, RosterQuery query, Map<String, String> day) {
		return href(path, query.parameters(), day);
	}

	private static String href(String path, Map<String, String> parameters, Map<String, String> day) {
		Map<String, String> all = new LinkedHashMap<>(day);
		all.putAll(parameters);
		return all.isEmpty() ? path
				: path + all.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "="
							+ URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8).replace("%2C", ","))
					.collect(Collectors.joining("&", "?", ""));
	}

}
