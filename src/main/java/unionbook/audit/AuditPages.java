package unionbook.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import unionbook.platform.CurrentActor;
import unionbook.platform.Right;

/** Makes the page of the log. */
@Service
class AuditPages {

	static final String PATH = "/audit";

	/** Where the records of a kind are shown; accounts have no page. */
	private static final Map<String, String> PLACES = Map.of("member", "/members/", "unit", "/units/", "pledge",
			"/pledges/", "committee", "/committees/");

	private final AuditLog log;

	private final AuditWords words;

	private final ChainChecks checks;

	AuditPages(AuditLog log, AuditWords words, ChainChecks checks) {
		this.log = log;
		this.words = words;
		this.checks = checks;
	}

	@Transactional(readOnly = true)
	AuditPage of(AuditQuery query) {
		AuditLog.Slice slice = this.log.page(query);
		boolean whole = CurrentActor.get().may(Right.READ_AUDIT);
		List<AuditLine> lines = slice.lines();
		return new AuditPage(query, this.log.record(query), whole,
				lines.stream().map((line) -> row(line, query)).toList(),
				slice.later() ? href(PATH, query.texts()) : null,
				slice.later() && !lines.isEmpty() ? href(query, "before", lines.getFirst()) : null,
				slice.earlier() && !lines.isEmpty() ? href(query, "after", lines.getLast()) : null,
				href(PATH + ".xlsx", query.texts()), href(PATH + ".csv", query.texts()),
				href(PATH, query.without("from", "to", "actor", "unit", "action", "address", "group")),
				whole ? this.log.units() : List.of(), whole ? this.log.people() : List.of(),
				whole ? this.checks.state() : null);
	}

	private AuditPage.Row row(AuditLine line, AuditQuery query) {
		boolean many = line.groupSize() != null && line.groupSize() > 1 && query.group() == null
				&& query.subject() == null;
		return new AuditPage.Row(line, this.words.action(line.action()), this.words.reason(line),
				many ? List.of() : this.words.changes(line), place(line),
				many ? href(PATH, Map.of("group", line.id().toString())) : null);
	}

	static @Nullable String place(AuditLine line) {
		String place = PLACES.get(line.subjectKind());
		return (place == null || line.subjectName() == null) ? null : place + line.subjectId();
	}

	private static String href(AuditQuery query, String side, AuditLine line) {
		Map<String, String> parameters = new LinkedHashMap<>(query.texts());
		parameters.put(side, line.place().toString());
		return href(PATH, parameters);
	}

	static String href(String path, Map<String, String> parameters) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
		parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(parameters).toUriString();
	}

}
