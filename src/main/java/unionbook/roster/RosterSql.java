package unionbook.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import unionbook.shared.VietnameseText;

/**
 * The statements of one roster, over table membership (alias m) and, for the day of
 * joining, the record of the person (r). A page is a walk along an index from a mark on:
 * nothing is skipped by counting.
 */
final class RosterSql {

	/** More units than this are not walked one by one but along the index of names. */
	static final int MANY_UNITS = 100;

	private static final String NAMES = "m.given_sort, m.surname_sort, m.middle_sort, m.member_id";

	private static final String NAMES_TURNED = NAMES.replace(",", " desc,") + " desc";

	private static final String FACTS = "m.id, m.member_id, m.unit_id, m.period, m.full_name, m.given_sort, m.surname_sort,"
			+ " m.middle_sort, m.gender, m.birth_date, m.birth_precision, m.department, m.position, m.union_position,"
			+ " m.education, m.party_status";

	private final RosterPlace place;

	private final RosterQuery query;

	private final boolean joined;

	private final String key;

	private final String conditions;

	private final List<String> accented = new ArrayList<>();

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	RosterSql(RosterPlace place, RosterQuery query, Set<RosterColumn> columns, List<String> positions) {
		this.place = place;
		this.query = query;
		this.joined = columns.contains(RosterColumn.JOINED) || query.sort() == RosterSort.JOINED;
		this.key = query.sort().key(place.personal());
		this.parameters.put("units", place.units());
		this.parameters.put("day", place.day());
		if (query.sort() == RosterSort.POSITION) {
			this.parameters.put("positions", positions.toArray(String[]::new));
		}
		this.conditions = conditions();
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	/**
	 * Whether a page can be merged from the beginnings of the units' own lists, each
	 * along the index of its unit.
	 */
	boolean merges() {
		return alongNames() && this.place.units().length <= MANY_UNITS;
	}

	/** Whether the order is that of an index. */
	boolean alongNames() {
		return this.query.sort() == RosterSort.NAME && !this.query.narrowed();
	}

	/** How many are asked for, and how many of them are women. */
	String count() {
		return "select count(*) as members, count(*) filter (where m.gender = 'FEMALE') as women from membership m where "
				+ here() + this.conditions;
	}

	/** Where a row stands in the order. */
	String mark() {
		return "select " + rank() + " as rank, " + (this.key.isEmpty() ? "null" : this.key) + " as key, " + NAMES
				+ " from membership m" + people(this.query.sort() == RosterSort.JOINED) + " where m.id = :cursor";
	}

	/**
	 * A mark that surely stands behind the whole page: the last of a sample of that size
	 * taken from the beginnings of all lists. With it each list is read no further than
	 * it matters.
	 */
	String bound(@Nullable Mark after) {
		return "select 0 as rank, null as key, " + NAMES + " from " + beginnings(NAMES, "sample", after, null)
				+ " order by " + order() + " offset :limit - 1 limit 1";
	}

	/** The rows of a page, from a mark on and, where one is known, up to a bound. */
	String page(@Nullable Mark after, @Nullable Mark bound) {
		if (merges()) {
			return "select " + shown() + " from (select m.* from " + beginnings(FACTS, "limit", after, bound)
					+ " order by " + order() + " limit :limit) m" + people(this.joined) + " order by " + order();
		}
		return "select " + shown() + " from membership m" + people(this.joined) + " where " + here() + this.conditions
				+ beyond(after) + " order by " + order() + " limit :limit";
	}

	/** All rows in order. */
	String everything() {
		return "select " + shown() + " from membership m" + people(this.joined) + " where " + here() + this.conditions
				+ " order by " + order();
	}

	private String beginnings(String columns, String limit, @Nullable Mark after, @Nullable Mark bound) {
		return "unnest(cast(:units as uuid[])) u (id) cross join lateral (select " + columns
				+ " from membership m where m.unit_id = u.id" + this.conditions + beyond(after)
				+ ((bound == null) ? "" : " and (" + NAMES + (turned() ? ") >= " : ") <= ") + place(bound, "bound"))
				+ " order by " + order() + " limit :" + limit + ") m";
	}

	private String shown() {
		return FACTS + (this.joined ? ", r.joined_union_on" : "");
	}

	/**
	 * The record is behind the wall once a person went elsewhere: then it stays empty.
	 */
	private static String people(boolean needed) {
		return needed ? " left join member r on r.id = m.member_id" : "";
	}

	private String here() {
		return (this.place.units().length == 1) ? "m.unit_id = (cast(:units as uuid[]))[1]"
				: "m.unit_id = any (cast(:units as uuid[]))";
	}

	private boolean leavers() {
		return this.query.filters().containsKey(RosterFilter.STATUS);
	}

	private String conditions() {
		StringBuilder sql = new StringBuilder();
		if (!leavers()) {
			sql.append(" and m.period @> cast(:day as date)");
		}
		this.query.filters()
			.forEach((filter, value) -> sql.append(" and ")
				.append(filter.condition(value, this.place.day(), this.parameters)));
		String[] words = (this.query.q() == null) ? new String[0] : this.query.q().split(" ");
		for (int i = 0; i < words.length; i++) {
			String folded = VietnameseText.fold(words[i]);
			if (folded.isEmpty()) {
				continue;
			}
			this.parameters.put("word" + i, "% " + literal(folded) + "%");
			sql.append(" and ' ' || m.search_key like :word").append(i);
			String exact = VietnameseText.sortForm(words[i]);
			if (!exact.equals(folded)) {
				this.parameters.put("exact" + i, "% " + literal(exact) + "%");
				this.accented.add(":exact" + i);
			}
		}
		return sql.toString();
	}

	/** Each word begins a word of the name; what it holds is meant as it stands. */
	private static String literal(String word) {
		return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/** Who typed accents sees first the names with exactly these. */
	private String rank() {
		if (this.accented.isEmpty()) {
			return "0";
		}
		StringBuilder sql = new StringBuilder("case when true");
		this.accented
			.forEach((word) -> sql.append(" and concat_ws(' ', '', m.surname_sort, m.middle_sort, m.given_sort) like ")
				.append(word));
		return sql.append(" then 0 else 1 end").toString();
	}

	private boolean turned() {
		return this.query.backward() != (this.query.descending() && this.query.sort() == RosterSort.NAME);
	}

	private String order() {
		List<String> order = new ArrayList<>();
		String back = this.query.backward() ? " desc" : "";
		if (!this.accented.isEmpty()) {
			order.add(rank() + back);
		}
		if (!this.key.isEmpty()) {
			order.add(this.key + ((this.query.backward() != this.query.descending()) ? " desc" : ""));
		}
		order.add(turned() ? NAMES_TURNED : NAMES);
		return String.join(", ", order);
	}

	/** The rows behind a mark, in the order asked for. */
	private String beyond(@Nullable Mark mark) {
		if (mark == null) {
			return "";
		}
		String sql = "(" + NAMES + (turned() ? ") < " : ") > ") + place(mark, "mark");
		if (!this.key.isEmpty()) {
			this.parameters.put("markKey", Objects.requireNonNull(mark.key()));
			String than = (this.query.backward() != this.query.descending()) ? " < " : " > ";
			sql = "(" + this.key + than + ":markKey or " + this.key + " = :markKey and " + sql + ")";
		}
		if (!this.accented.isEmpty()) {
			this.parameters.put("markRank", mark.rank());
			sql = "(" + rank() + (this.query.backward() ? " < " : " > ") + ":markRank or " + rank()
					+ " = :markRank and " + sql + ")";
		}
		return " and " + sql;
	}

	private String place(Mark mark, String name) {
		List<Object> values = Arrays.asList(mark.given(), mark.surname(), mark.middle(), mark.member());
		for (int i = 0; i < values.size(); i++) {
			this.parameters.put(name + i, values.get(i));
		}
		return "(:" + name + "0, :" + name + "1, :" + name + "2, :" + name + "3)";
	}

	/**
	 * A place in the order of a roster.
	 *
	 * @param rank 0 for a name with exactly the accents typed, 1 for others
	 * @param key the sort key before the name, or null
	 * @param given the given name in sort form
	 * @param surname the surname in sort form
	 * @param middle the middle words in sort form
	 * @param member the person
	 */
	record Mark(int rank, @Nullable Object key, String given, String surname, String middle, UUID member) {
	}

}
