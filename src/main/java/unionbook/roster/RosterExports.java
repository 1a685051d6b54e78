package unionbook.roster;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.AbortedDownload;
import unionbook.document.Column;
import unionbook.document.Download;
import unionbook.document.ExportFormat;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.shared.UnitId;

/** Sends rosters as files: what the page shows, on all its pages. */
@Service
class RosterExports {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
		.withZone(DayClock.ZONE);

	private final Rosters rosters;

	private final RosterPages pages;

	private final Formats formats;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	RosterExports(Rosters rosters, RosterPages pages, Formats formats, DayClock clock,
			ApplicationEventPublisher events) {
		this.rosters = rosters;
		this.pages = pages;
		this.formats = formats;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Sends a roster. The record of it tells how many people were sent, also when the
	 * reader broke off in the middle.
	 * @param unit the unit, or null for everything the actor starts from
	 * @param day the day
	 * @param query what is asked
	 * @param format the kind of file
	 * @param download where it goes
	 * @param locale the reader's language
	 * @throws unionbook.platform.NotFound if the unit is not reached
	 * @throws AbortedDownload if the reader is gone
	 */
	@Transactional(noRollbackFor = AbortedDownload.class)
	void send(@Nullable UnitId unit, LocalDate day, RosterQuery query, ExportFormat format, Download download,
			Locale locale) {
		Roster roster = this.rosters.whole(unit, day, query);
		RosterWords words = this.pages.words(locale);
		RosterColumn[] columns = roster.columns().toArray(RosterColumn[]::new);
		long[] sent = new long[1];
		try {
			download.send(words.of("roster.export.file", this.pages.issuer(roster.place()), day.toString()),
					sheet(roster, words), (rows) -> this.rosters.forEach(roster, (row) -> {
						@Nullable Object[] cells = new @Nullable Object[columns.length];
						for (int i = 0; i < cells.length; i++) {
							cells[i] = columns[i].cell(row, words);
						}
						rows.accept(cells);
						sent[0]++;
					}));
		}
		catch (AbortedDownload ex) {
			this.events.publishEvent(new RosterExported(roster, format.extension(), sent[0]));
			throw ex;
		}
		this.events.publishEvent(new RosterExported(roster, format.extension(), sent[0]));
	}

	private Sheet sheet(Roster roster, RosterWords words) {
		List<String> head = new ArrayList<>();
		head.add(words.of("roster.export.unit", this.pages.issuer(roster.place())));
		head.add(words.of("roster.export.asOf", this.formats.day(roster.place().day())));
		head.add(words.of("roster.export.figures", this.formats.number(roster.women().whole()),
				this.formats.number(roster.women().part()), this.formats.percent(roster.women(), 2)));
		List<String> narrowings = this.pages.narrowings(roster.query(), words);
		head.add(narrowings.isEmpty() ? words.of("roster.export.everybody")
				: words.of("roster.export.filter", String.join(" · ", narrowings)));
		head.add(words.of("roster.export.made", MOMENT.format(this.clock.now()), CurrentActor.get().displayName()));
		return new Sheet(words.of("roster.title"), head,
				roster.columns()
					.stream()
					.map((column) -> new Column(words.of(column.label()), column.kind()))
					.toList());
	}

}
