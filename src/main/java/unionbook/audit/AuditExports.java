package unionbook.audit;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.AbortedDownload;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;

/** Sends the log as a file: the lines and the order of the page, on all its pages. */
@Service
class AuditExports {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
		.withZone(DayClock.ZONE);

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy")
		.withZone(DayClock.ZONE);

	private static final List<String> COLUMNS = List.of("time", "who", "role", "action", "count", "object", "unit",
			"effectiveOn", "reason", "changes", "address", "request");

	private final AuditLog log;

	private final AuditWords words;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	AuditExports(AuditLog log, AuditWords words, DayClock clock, ApplicationEventPublisher events) {
		this.log = log;
		this.words = words;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Sends the lines; the record of it tells how many, also when the reader broke off.
	 * @param query what is asked
	 * @param format the kind of file
	 * @param download where it goes
	 * @throws AbortedDownload if the reader is gone
	 */
	@Transactional(noRollbackFor = AbortedDownload.class)
	void send(AuditQuery query, ExportFormat format, Download download) {
		AuditLog.Record record = this.log.record(query);
		long[] sent = new long[1];
		try {
			download.send(this.words.of("audit.title") + " " + this.clock.today(), sheet(query, record),
					(rows) -> this.log.forEach(query, (line) -> {
						rows.accept(cells(line));
						sent[0]++;
					}));
		}
		finally {
			this.events.publishEvent(new AuditExported(query, format.extension(), sent[0]));
		}
	}

	private Sheet sheet(AuditQuery query, AuditLog.@Nullable Record record) {
		List<String> head = new ArrayList<>();
		String chosen = query.texts()
			.entrySet()
			.stream()
			.map((filter) -> this.words.of("audit.filter." + filter.getKey()) + ": "
					+ ("subject".equals(filter.getKey()) && record != null ? record.name()
							: "action".equals(filter.getKey()) ? this.words.action(filter.getValue())
									: filter.getValue()))
			.collect(Collectors.joining("; "));
		head.add(chosen.isEmpty() ? this.words.of("audit.export.everything")
				: this.words.of("audit.export.filter", chosen));
		head.add(this.words.of("audit.export.made", MOMENT.format(this.clock.now()), CurrentActor.get().displayName()));
		return new Sheet(this.words.of("audit.title"), head,
				COLUMNS.stream()
					.map((column) -> new Column(this.words.of("audit.column." + column),
							"count".equals(column) ? ColumnKind.COUNT
									: "effectiveOn".equals(column) ? ColumnKind.DAY : ColumnKind.TEXT))
					.toList());
	}

	private @Nullable Object[] cells(AuditLine line) {
		String role = (line.grantRole() == null) ? null : this.words.of("platform.role." + line.grantRole());
		int count = Objects.requireNonNullElse(line.groupSize(), 1);
		boolean one = count == 1;
		return new @Nullable Object[] { SECOND.format(line.recordedAt()),
				(line.actorName() == null) ? line.actor() : line.actorName() + " (" + line.actor() + ")",
				Stream.of(role, line.grantUnit()).filter(Objects::nonNull).collect(Collectors.joining(", ")),
				this.words.action(line.action()), count, one ? line.subjectName() : null, line.unitName(),
				line.effectiveOn(), this.words.reason(line),
				one ? this.words.changes(line)
					.stream()
					.map((change) -> change.field() + ": " + Objects.toString(change.before(), "–") + " → "
							+ Objects.toString(change.after(), "–"))
					.collect(Collectors.joining("; ")) : null,
				line.address(), line.requestId() };
	}

}
