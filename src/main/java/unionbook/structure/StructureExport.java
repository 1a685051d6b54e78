package unionbook.structure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.shared.UnitId;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/**
 * Writes the tree of a unit as it stood on a day, in the layout in which it is loaded.
 */
@Service
@Transactional(readOnly = true)
class StructureExport {

	private final Units units;

	private final MessageSource messages;

	private final Formats formats;

	private final DayClock clock;

	StructureExport(Units units, MessageSource messages, Formats formats, DayClock clock) {
		this.units = units;
		this.messages = messages;
		this.formats = formats;
		this.clock = clock;
	}

	void send(UnitId root, LocalDate day, Download download) {
		List<UnitRow> tree = this.units.below(root, day);
		UnitRow unit = tree.isEmpty() ? this.units.find(root, day) : tree.getFirst();
		String title = word("structure.title");
		List<String> head = List.of(unit.name(), word("platform.asOf.label") + ": " + this.formats.day(day),
				word("structure.export.by", CurrentActor.get().displayName(), this.formats.day(this.clock.today())));
		List<Column> columns = Stream.of(StructureColumn.values())
			.map((column) -> new Column(word(column.key()), ColumnKind.TEXT))
			.toList();
		Map<UnitId, String> codes = new HashMap<>();
		tree.forEach((row) -> codes.put(row.id(), row.code()));
		download.send(title + " " + unit.code() + " " + day, new Sheet(title, head, columns),
				(rows) -> tree.forEach((row) -> rows.accept(cells(row, root, codes))));
	}

	private @Nullable Object[] cells(UnitRow row, UnitId root, Map<UnitId, String> codes) {
		UnitId parent = row.id().equals(root) ? null : row.parent();
		return new @Nullable Object[] { row.code(), row.name(), word("codes.unit_kind." + row.kind()),
				(parent == null) ? null : codes.get(parent), word("codes.host_kind." + row.hostKind()), row.hostName(),
				word("codes.funding_type." + row.fundingType()), row.block() };
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
