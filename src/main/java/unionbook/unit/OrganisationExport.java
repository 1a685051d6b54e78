package unionbook.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.platform.UnitFigures.Figure;
import unionbook.shared.Share;

/** Writes the table of units as a file: the same rows, order, filter and day. */
@Component
class OrganisationExport {

	private final MessageSource messages;

	private final Formats formats;

	private final DayClock clock;

	OrganisationExport(MessageSource messages, Formats formats, DayClock clock) {
		this.messages = messages;
		this.formats = formats;
		this.clock = clock;
	}

	void send(Download download, List<Branch> branches, OrganisationFilter filter, LocalDate day) {
		String title = word("unit.list.title");
		download.send(title + " " + day, new Sheet(title, head(branches, filter, day), columns()),
				(row) -> branches.forEach((branch) -> rows(branch, row)));
	}

	private List<String> head(List<Branch> branches, OrganisationFilter filter, LocalDate day) {
		List<String> head = new ArrayList<>();
		branches.forEach((branch) -> head.add(branch.root().unit().name()));
		head.add(word("platform.asOf.label") + ": " + this.formats.day(day));
		String chosen = Stream
			.of(filter.q(), (filter.kind() == null) ? null : word("codes.unit_kind." + filter.kind()),
					word("unit.state." + filter.state()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("; "));
		head.add(word("platform.filters") + ": " + chosen);
		head.add(word("unit.export.by", CurrentActor.get().displayName(), this.formats.day(this.clock.today())));
		return head;
	}

	private List<Column> columns() {
		return List.of(new Column(word("unit.field.code"), ColumnKind.TEXT),
				new Column(word("unit.field.name"), ColumnKind.TEXT),
				new Column(word("unit.field.kind"), ColumnKind.TEXT),
				new Column(word("unit.members"), ColumnKind.COUNT), new Column(word("unit.women"), ColumnKind.COUNT),
				new Column(word("unit.share"), ColumnKind.PERCENT), new Column(word("unit.chair"), ColumnKind.TEXT),
				new Column(word("unit.endedOn"), ColumnKind.DAY),
				new Column(word("platform.decision"), ColumnKind.TEXT));
	}

	private void rows(Branch branch, Consumer<@Nullable Object[]> file) {
		List<UnitNode> rows = branch.rows();
		rows.forEach((node) -> {
			UnitRow unit = node.unit();
			Figure own = node.own();
			Ending ending = node.ending();
			Share women = node.women();
			file.accept(new @Nullable Object[] { unit.code(), unit.name(), word("codes.unit_kind." + unit.kind()),
					node.living() ? women.whole() : null, node.living() ? women.part() : null,
					node.living() ? women.percent(2) : null, (own == null) ? null : own.chairName(),
					(ending == null) ? null : ending.day(), (ending == null) ? null : ending.decision().number() });
		});
		Share total = branch.total();
		file.accept(new @Nullable Object[] { null, word("unit.total", rows.size()), null, total.whole(), total.part(),
				total.percent(2), null, null, null });
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
