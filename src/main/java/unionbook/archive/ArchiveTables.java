package unionbook.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import unionbook.archive.Part.Table;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.RowSource;
import unionbook.emulation.TargetExport;

/**
 * What stands in the tables of an archive; rows come from open cursors, nothing is kept.
 */
@Component
class ArchiveTables {

	private static final int FETCHED_AT_ONCE = 500;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

	private static final Cell CODE = text("unit.field.code", "unit_code");

	private static final Cell UNIT = text("roster.column.UNIT", "unit_name");

	private static final Cell NAME = text("roster.column.NAME", "full_name");

	private static final Cell GENDER = code("roster.column.GENDER", "gender", "gender");

	private static final Cell POSITION = code("roster.column.POSITION", "position", "position");

	private static final Cell FROM = day("archive.column.from", "first_day");

	private static final Cell TO = day("archive.column.to", "last_day");

	private static final List<Cell> DECISION = List.of(text("archive.column.decision", "decision_number"),
			day("archive.column.signedOn", "decision_signed_on"), text("archive.column.signer", "decision_signer"));

	private static final List<Cell> FACTS = List.of(code("unit.field.kind", "kind", "unit_kind"),
			code("unit.field.hostKind", "host_kind", "host_kind"),
			code("unit.field.fundingType", "funding_type", "funding_type"), text("unit.field.parent", "superior"));

	private static final List<Cell> BODY = List.of(code("archive.column.body", "kind", "body"),
			text("archive.column.group", "body_name"));

	private static final Cell ROLE = new Cell("committee.field.role", ColumnKind.TEXT,
			(row, words) -> words.code("committee.role." + row.getString("body"), row.getString("role")));

	private static final Cell SEAT = new Cell("committee.field.kind", ColumnKind.TEXT,
			(row, words) -> words.code("committee.seatKind", row.getString("kind")));

	private final JdbcClient jdbc;

	private final TargetExport targets;

	private final ArchiveWords words;

	ArchiveTables(JdbcClient jdbc, TargetExport targets, ArchiveWords words) {
		this.jdbc = jdbc;
		this.targets = targets;
		this.words = words;
	}

	/** Counts what an archive holds. */
	Figures figures(Holding holding) {
		return this.jdbc.sql(ArchiveSql.FIGURES).params(holding.parameters()).query(Figures.class).single();
	}

	/** The pages of an archive, to be read inside the transaction of the holding. */
	List<Part> parts(Holding holding) {
		List<Cell> standing = new ArrayList<>(List.of(text("roster.column.DEPARTMENT", "department"), POSITION,
				code("roster.column.UNION_POSITION", "union_position", "union_position"),
				code("roster.column.EDUCATION", "education", "education")));
		if (holding.sensitive()) {
			standing.add(code("roster.column.PARTY", "party_status", "party_status"));
		}
		Cell birth = new Cell("roster.column.BIRTH", ColumnKind.DAY, (row, words) -> birth(row, holding.personal()));
		List<Cell> person = List.of(NAME, GENDER, birth);
		return List.of(
				part("don-vi", "units",
						table(holding, "don-vi", "units", ArchiveSql.UNITS, List.of(CODE, UNIT), FACTS,
								List.of(count("unit.members", "members"), count("unit.women", "women"),
										new Cell("unit.share", ColumnKind.PERCENT,
												(row, words) -> row.getBigDecimal("share"))))),
				part("doan-vien/danh-sach", "roster",
						table(holding, "danh-sach-doan-vien", "roster", ArchiveSql.ROSTER, List.of(CODE, UNIT), person,
								standing, List.of(day("roster.column.JOINED", "joined_union_on")))),
				part("doan-vien/lich-su", "history",
						table(holding, "lich-su-sinh-hoat", "history", ArchiveSql.HISTORY, person,
								List.of(CODE, UNIT, FROM, TO), standing)),
				part("doan-vien/bien-dong", "movements",
						table(holding, "bien-dong", "movements", ArchiveSql.MOVEMENTS,
								List.of(day("archive.column.day", "effective_on"),
										code("archive.column.movement", "kind", "movement_type"), NAME, GENDER, CODE,
										UNIT, text("archive.column.counterpart", "counterpart"),
										code("archive.column.reason", "reason", "leave_reason")),
								DECISION)),
				part("ban-chap-hanh", "committees", table(holding, "nhiem-ky", "terms", ArchiveSql.TERMS,
						List.of(CODE, UNIT), BODY,
						List.of(text("archive.column.term", "name"), FROM, TO,
								day("archive.column.plannedEnd", "planned_end"),
								count("archive.column.planned", "planned_size"), count("archive.column.seats", "seats"),
								count("unit.women", "women"), day("archive.column.congress", "congress_on"),
								count("archive.column.called", "delegates_called"),
								count("archive.column.present", "delegates_present"),
								count("archive.column.ballots", "ballots_valid"),
								code("archive.column.reason", "end_reason", "end_reason")),
						DECISION),
						table(holding, "uy-vien", "seats", ArchiveSql.SEATS, List.of(CODE, UNIT),
								List.of(code("archive.column.body", "body", "body"),
										text("archive.column.group", "body_name"), text("archive.column.term", "term")),
								person,
								List.of(POSITION, ROLE, SEAT, FROM, TO,
										code("archive.column.reason", "end_reason", "end_reason")),
								DECISION)),
				part("giao-uoc/giao-uoc", "pledges", table(holding, "giao-uoc", "pledges", ArchiveSql.PLEDGES,
						List.of(text("archive.column.pledge", "code"), CODE, UNIT, year(),
								code("archive.column.level", "level", "pledge_level"),
								code("archive.column.status", "status", "pledge_status"),
								text("archive.column.title", "title"),
								text("archive.column.document", "document_number"),
								new Cell("archive.column.signedOn", ColumnKind.DAY,
										(row, words) -> known(row.getObject("signed_on", LocalDate.class),
												row.getString("signed_date_precision"))),
								text("archive.column.parties", "parties"), text("archive.column.reason", "end_reason"),
								text("archive.column.fingerprint", "snapshot_sha256")))),
				part("giao-uoc/noi-dung", "points",
						table(holding, "noi-dung-giao-uoc", "points", ArchiveSql.POINTS,
								List.of(text("archive.column.pledge", "code"), CODE, UNIT, year(),
										count("archive.column.point", "seq"), text("archive.column.heading", "heading"),
										text("archive.column.text", "body")))),
				part("giao-uoc/chi-tieu", "targets", targets(holding)),
				part("quyet-dinh", "decisions",
						table(holding, "quyet-dinh", "events", ArchiveSql.EVENTS,
								List.of(day("archive.column.day", "effective_on"),
										code("archive.column.event", "kind", "unit_event"), CODE, UNIT),
								DECISION, List.of(text("archive.column.note", "note"))),
						table(holding, "thong-tin-don-vi", "versions", ArchiveSql.VERSIONS,
								List.of(CODE, UNIT, FROM, TO), FACTS),
						table(holding, "gia-pha", "kinship", ArchiveSql.KINSHIP,
								List.of(day("archive.column.day", "effective_on"),
										text("archive.column.fromUnit", "from_name"),
										code("archive.column.event", "kind", "unit_event"),
										text("archive.column.toUnit", "to_name")),
								DECISION)));
	}

	private Part part(String path, String title, Table... tables) {
		return new Part(path, this.words.of("archive.part." + title), List.of(tables));
	}

	@SafeVarargs
	private Table table(Holding holding, String file, String title, String query, List<Cell>... groups) {
		List<Cell> cells = Stream.of(groups).flatMap(List::stream).toList();
		RowSource rows = (row) -> this.jdbc.sql(query)
			.params(holding.parameters())
			.withFetchSize(FETCHED_AT_ONCE)
			.query((found) -> {
				@Nullable Object[] values = new @Nullable Object[cells.size()];
				for (int i = 0; i < values.length; i++) {
					values[i] = cells.get(i).reader().read(found, this.words);
				}
				row.accept(values);
			});
		return table(file, title,
				cells.stream().map((cell) -> new Column(this.words.of(cell.label()), cell.kind())).toList(), rows);
	}

	private Table targets(Holding holding) {
		return table("chi-tieu", "targets", this.targets.columns(),
				this.targets.of(ArchiveSql.TARGETS, holding.parameters()));
	}

	/** Puts the running number before each row. */
	private Table table(String file, String title, List<Column> columns, RowSource rows) {
		List<Column> numbered = new ArrayList<>(columns);
		numbered.addFirst(new Column(this.words.of("archive.column.number"), ColumnKind.COUNT));
		return new Table(file, this.words.of("archive.table." + title), numbered, (row) -> {
			long[] number = new long[1];
			rows.forEach((cells) -> {
				@Nullable Object[] all = new @Nullable Object[cells.length + 1];
				all[0] = ++number[0];
				System.arraycopy(cells, 0, all, 1, cells.length);
				row.accept(all);
			});
		});
	}

	private static @Nullable Object birth(ResultSet row, boolean whole) throws SQLException {
		return known(row.getObject("birth_date", LocalDate.class), whole ? row.getString("birth_precision") : "YEAR");
	}

	private static @Nullable Object known(@Nullable LocalDate day, @Nullable String precision) {
		if (day == null || precision == null) {
			return null;
		}
		return switch (precision) {
			case "DAY" -> day;
			case "MONTH" -> MONTH.format(day);
			case "YEAR" -> String.valueOf(day.getYear());
			default -> null;
		};
	}

	private static Cell text(String label, String column) {
		return new Cell(label, ColumnKind.TEXT, (row, words) -> row.getString(column));
	}

	private static Cell code(String label, String column, String list) {
		return new Cell(label, ColumnKind.TEXT, (row, words) -> words.code("codes." + list, row.getString(column)));
	}

	private static Cell day(String label, String column) {
		return new Cell(label, ColumnKind.DAY, (row, words) -> row.getObject(column, LocalDate.class));
	}

	private static Cell count(String label, String column) {
		return new Cell(label, ColumnKind.COUNT, (row, words) -> row.getBigDecimal(column));
	}

	private static Cell year() {
		return new Cell("archive.column.year", ColumnKind.NUMBER, (row, words) -> row.getInt("year"));
	}

	/** Reads a cell from the row of a query. */
	private interface Reader {

		@Nullable Object read(ResultSet row, ArchiveWords words) throws SQLException;

	}

	/**
	 * A column of a query as a column of a table.
	 *
	 * @param label the key of its heading
	 * @param kind what its cells hold
	 * @param reader reads its cells
	 */
	private record Cell(String label, ColumnKind kind, Reader reader) {
	}

}
