package unionbook.unit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import unionbook.platform.AsOf;
import unionbook.shared.VietnameseText;

/**
 * What of the organisation is shown, and how; as it stands in the address.
 *
 * @param view tree (the default) or table
 * @param sort the column the table is sorted by, with a minus sign for descending
 * @param q words of the name or the code, with or without accents
 * @param kind a code of the list unit_kind
 * @param state living (the default), ended or all
 */
record OrganisationFilter(String view, String sort, @Nullable String q, @Nullable String kind, String state) {

	static final List<String> STATES = List.of("living", "ended", "all");

	private static final List<String> VIEWS = List.of("tree", "table");

	/** The binder hands in null for what the address does not say. */
	OrganisationFilter {
		view = Objects.requireNonNullElse(view, "tree");
		state = Objects.requireNonNullElse(state, "living");
		sort = Objects.requireNonNullElse(sort, "code");
	}

	/** Refuses what no link of ours asks for. */
	OrganisationFilter checked(List<String> kinds) {
		if (!VIEWS.contains(this.view) || !STATES.contains(this.state) || !UnitOrder.knows(column())
				|| (this.kind != null && !kinds.contains(this.kind))) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return this;
	}

	String column() {
		return descending() ? this.sort.substring(1) : this.sort;
	}

	boolean descending() {
		return this.sort.startsWith("-");
	}

	boolean withEnded() {
		return !"living".equals(this.state);
	}

	/** Whether less is shown than the whole organisation. */
	public boolean narrowed() {
		return this.q != null || this.kind != null || "ended".equals(this.state);
	}

	public int active() {
		return ((this.q != null) ? 1 : 0) + ((this.kind != null) ? 1 : 0) + (withEnded() ? 1 : 0);
	}

	boolean matches(UnitNode node) {
		UnitRow unit = node.unit();
		boolean stateFits = switch (this.state) {
			case "ended" -> !node.living();
			case "living" -> node.living();
			default -> true;
		};
		return stateFits && (this.kind == null || this.kind.equals(unit.kind()))
				&& (this.q == null || names(unit, this.q));
	}

	/** How the table stands by a column now: asc, desc or not at all. */
	public @Nullable String direction(String column) {
		return !column().equals(column) ? null : descending() ? "desc" : "asc";
	}

	public String sortHref(String column, AsOf asOf) {
		return href("/units", asOf, Map.of("sort", "asc".equals(direction(column)) ? "-" + column : column));
	}

	public String viewHref(String wanted, AsOf asOf) {
		return href("/units", asOf, Map.of("view", wanted));
	}

	public String exportHref(String extension, AsOf asOf) {
		return href("/units." + extension, asOf, Map.of());
	}

	private String href(String path, AsOf asOf, Map<String, String> other) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		add(address, "view", other.getOrDefault("view", this.view), "tree");
		add(address, "sort", other.getOrDefault("sort", this.sort), "code");
		add(address, "q", this.q, null);
		add(address, "kind", this.kind, null);
		add(address, "state", this.state, "living");
		return address.query(asOf.query()).encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable String value,
			@Nullable String standard) {
		if (value != null && !value.equals(standard)) {
			address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
		}
	}

	/** Each word typed stands somewhere in the code or the name. */
	private static boolean names(UnitRow unit, String typed) {
		String text = VietnameseText.fold(unit.code() + " " + unit.name());
		return Stream.of(VietnameseText.fold(typed).split(" ")).allMatch(text::contains);
	}

}
