package unionbook.statistics;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.shared.Share;

/** Sends the table of the gender ratio as a file: the lines and the order of the page. */
@Service
class GenderExport {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

	private final GenderRatio ratio;

	private final GenderLabels labels;

	private final Formats formats;

	private final DayClock clock;

	GenderExport(GenderRatio ratio, GenderLabels labels, Formats formats, DayClock clock) {
		this.ratio = ratio;
		this.labels = labels;
		this.formats = formats;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	void send(GenderQuery query, Download download) {
		GenderReport report = this.ratio.table(query);
		boolean compared = report.total().then() != null;
		download.send(this.labels.text("statistics.gender") + " " + report.unit().code() + " " + query.day(),
				new Sheet(this.labels.text("statistics.gender"), head(report), columns(query, compared)), (row) -> {
					report.rows().forEach((line) -> row.accept(cells(line, query, compared)));
					row.accept(cells(total(report.total()), query, compared));
				});
	}

	private List<String> head(GenderReport report) {
		GenderQuery query = report.query();
		List<String> lines = new ArrayList<>();
		lines.add(report.unit().name());
		lines.add(this.labels.text("statistics.export.day", this.formats.day(query.day())));
		lines
			.add(this.labels.text("statistics.export.by", this.labels.text("statistics.by." + query.by().parameter())));
		if (query.compare() != null) {
			lines.add(this.labels.text("statistics.export.compare", this.formats.day(query.compare())));
		}
		lines.add(this.labels.text("statistics.export.made", CurrentActor.get().displayName(),
				MOMENT.format(LocalDateTime.ofInstant(this.clock.now(), DayClock.ZONE))));
		return lines;
	}

	private List<Column> columns(GenderQuery query, boolean compared) {
		List<Column> columns = new ArrayList<>();
		Columns add = (key, kind, arguments) -> columns.add(new Column(this.labels.text(key, arguments), kind));
		if (query.by() == Dimension.UNIT) {
			add.column("statistics.column.code", ColumnKind.TEXT);
		}
		add.column("statistics.by." + query.by().parameter(), ColumnKind.TEXT);
		add.column("statistics.column.members", ColumnKind.COUNT);
		add.column("statistics.column.women", ColumnKind.COUNT);
		add.column("statistics.column.men", ColumnKind.COUNT);
		add.column("statistics.column.share", ColumnKind.PERCENT);
		if (compared) {
			String then = this.formats.day(query.compare());
			add.column("statistics.column.membersThen", ColumnKind.COUNT, then);
			add.column("statistics.column.womenThen", ColumnKind.COUNT, then);
			add.column("statistics.column.shareThen", ColumnKind.PERCENT, then);
			add.column("statistics.column.membersChange", ColumnKind.NUMBER);
			add.column("statistics.column.womenChange", ColumnKind.NUMBER);
			add.column("statistics.column.points", ColumnKind.NUMBER);
		}
		return columns;
	}

	private GenderRow total(GenderRow total) {
		return new GenderRow(total.place(), "", this.labels.text("statistics.total"), null, total.now(), total.then(),
				null, null, SmallCells.Row.OPEN);
	}

	private @Nullable Object[] cells(GenderRow row, GenderQuery query, boolean compared) {
		List<@Nullable Object> cells = new ArrayList<>();
		Consumer<@Nullable Object> add = cells::add;
		if (query.by() == Dimension.UNIT) {
			add.accept(row.code());
		}
		add.accept(row.label());
		add.accept(figure(row.now().whole(), row.shown().members()));
		add.accept(figure(row.now().part(), row.shown().women()));
		add.accept(figure(row.now().rest(), row.shown().men()));
		add.accept(row.shown().open() ? row.now().percent(2) : null);
		Share then = row.then();
		if (compared && then != null) {
			add.accept(then.whole());
			add.accept(then.part());
			add.accept(then.percent(2));
			add.accept(row.now().whole() - then.whole());
			add.accept(row.now().part() - then.part());
			add.accept(row.points(2));
		}
		return cells.toArray();
	}

	private Object figure(long people, SmallCells.Shown shown) {
		return switch (shown) {
			case EXACT -> people;
			case FEW -> this.labels.text("statistics.few");
			case HIDDEN -> this.labels.text("statistics.hidden");
		};
	}

	private interface Columns {

		void column(String key, ColumnKind kind, Object... arguments);

	}

}
