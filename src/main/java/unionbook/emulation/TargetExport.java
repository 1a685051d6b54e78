package unionbook.emulation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import unionbook.document.Column;
import unionbook.document.ColumnKind;
import unionbook.document.Download;
import unionbook.document.RowSource;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Formats;
import unionbook.unit.UnitRow;
import unionbook.unit.Units;

/** The targets of pledges as rows of a table: of the listed ones, or of some units. */
@Service
@Transactional(readOnly = true)
public class TargetExport {

	private static final String RESULTS = """
			t.*, h.as_of as h_as_of, h.numerator as h_numerator, h.denominator as h_denominator,
				h.amount as h_amount, h.achieved_on as h_achieved_on, h.judgement as h_judgement,
				y.as_of as y_as_of, y.numerator as y_numerator, y.denominator as y_denominator,
				y.amount as y_amount, y.achieved_on as y_achieved_on, y.judgement as y_judgement
			""";

	private static final String TARGETS = """
			join pledge_target t on t.pledge_id = p.id
			left join target_result h on h.target_id = t.id and h.period = 'H1'
			left join target_result y on y.target_id = t.id and y.period = 'YEAR'
			""";

	private static final List<Column> COLUMNS = List.of(new Column("unitCode", ColumnKind.TEXT),
			new Column("unit", ColumnKind.TEXT), new Column("code", ColumnKind.TEXT),
			new Column("state", ColumnKind.TEXT), new Column("number", ColumnKind.NUMBER),
			new Column("target", ColumnKind.TEXT), new Column("measure", ColumnKind.TEXT),
			new Column("plan", ColumnKind.TEXT), new Column("denominator", ColumnKind.TEXT),
			new Column("halfYear", ColumnKind.COUNT), new Column("halfYearOf", ColumnKind.COUNT),
			new Column("halfYearVerdict", ColumnKind.TEXT), new Column("year", ColumnKind.COUNT),
			new Column("yearOf", ColumnKind.COUNT), new Column("yearVerdict", ColumnKind.TEXT),
			new Column("note", ColumnKind.TEXT));

	private final JdbcClient jdbc;

	private final PledgeRegister register;

	private final Units units;

	private final Wording wording;

	private final Formats formats;

	private final MessageSource messages;

	private final DayClock clock;

	TargetExport(JdbcClient jdbc, PledgeRegister register, Units units, Wording wording, Formats formats,
			MessageSource messages, DayClock clock) {
		this.jdbc = jdbc;
		this.register = register;
		this.units = units;
		this.wording = wording;
		this.formats = formats;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Sends what the list shows, one row per target.
	 * @param filter what is asked for
	 * @param asOf the day asked for
	 * @param download where it goes
	 */
	void send(PledgeFilter filter, LocalDate asOf, Download download) {
		int year = this.register.year(filter, asOf);
		LocalDate day = PledgeRegister.day(year, asOf);
		UnitRow root = this.units.find(this.register.root(filter), day);
		Map<String, @Nullable Object> asked = this.register.parameters(filter, root.id(), year, day);
		String title = words("emulation.export.title", String.valueOf(year));
		download.send(title, new Sheet(title, head(filter, root, day), columns()),
				(rows) -> this.jdbc
					.sql(PledgeRegister.ASKED + """
							select a.code as unit_code, a.name as unit_name, p.code as pledge_code, p.state,
							""" + RESULTS + PledgeRegister.JOINED.replace("where", TARGETS + "where") + "order by "
							+ filter.orderBy() + ", t.seq")
					.params(asked)
					.withFetchSize(500)
					.query((row) -> {
						rows.accept(cells(row));
					}));
	}

	/**
	 * Hands over the targets of some pledges, year by year, in an open transaction.
	 * @param pledges a query of pledge.id, pledge.status as {@code state}, and of their
	 * units {@code unit_code} and {@code unit_name}
	 * @param parameters its parameters
	 * @return the rows under {@link #columns()}
	 */
	public RowSource of(String pledges, Map<String, ?> parameters) {
		return (rows) -> this.jdbc
			.sql("select a.unit_code, a.unit_name, p.code as pledge_code, a.state, " + RESULTS + "from (" + pledges
					+ ") a join pledge p on p.id = a.id " + TARGETS
					+ "order by p.year, a.unit_code, p.code, p.id, t.seq")
			.params(parameters)
			.withFetchSize(500)
			.query((row) -> {
				rows.accept(cells(row));
			});
	}

	private List<String> head(PledgeFilter filter, UnitRow root, LocalDate day) {
		List<String> head = new ArrayList<>(List.of(root.name(), words("emulation.export.day", this.formats.day(day)),
				words("codes.pledge_level." + filter.shownLevel())));
		if (filter.state() != null) {
			head.add(words(PledgeRow.stateKey(filter.state().name())));
		}
		head.add(words("emulation.export.by", this.formats.day(this.clock.today()), CurrentActor.get().displayName()));
		return head;
	}

	/**
	 * What stands above the rows.
	 * @return the columns, in the reader's language
	 */
	public List<Column> columns() {
		return COLUMNS.stream()
			.map((column) -> new Column(words("emulation.export.column." + column.heading()), column.kind()))
			.toList();
	}

	private @Nullable Object[] cells(ResultSet row) throws SQLException {
		TargetText target = target(row);
		String denominator = (target.denominatorText() != null || target.denominatorKind() == null)
				? target.denominatorText() : words("codes.denominator_kind." + target.denominatorKind());
		return Stream
			.of(new @Nullable Object[] { row.getString("unit_code"), row.getString("unit_name"),
					row.getString("pledge_code"), words(PledgeRow.stateKey(row.getString("state"))), row.getInt("seq"),
					target.text(), target.measure(), this.messages.getMessage(this.wording.plan(target), locale()),
					denominator }, result(row, "h_", target, ResultPeriod.H1),
					result(row, "y_", target, ResultPeriod.YEAR), new @Nullable Object[] { target.note() })
			.flatMap(Stream::of)
			.toArray();
	}

	private @Nullable Object[] result(ResultSet row, String prefix, TargetText target, ResultPeriod period)
			throws SQLException {
		LocalDate asOf = row.getObject(prefix + "as_of", LocalDate.class);
		if (asOf == null) {
			return new @Nullable Object[] { null, null, words("codes.result_status." + Verdict.NOT_REPORTED) };
		}
		String judgement = row.getString(prefix + "judgement");
		Achievement reached = new Achievement(row.getObject(prefix + "numerator", Long.class),
				row.getObject(prefix + "denominator", Long.class), row.getBigDecimal(prefix + "amount"),
				row.getObject(prefix + "achieved_on", LocalDate.class),
				(judgement == null) ? null : Verdict.valueOf(judgement));
		BigDecimal amount = reached.amount();
		return new @Nullable Object[] { (amount == null) ? reached.numerator() : amount, reached.denominator(),
				words("codes.result_status." + period.judge(target.goal(), reached, asOf)) };
	}

	private static TargetText target(ResultSet row) throws SQLException {
		Goal goal = new Goal(TargetKind.valueOf(row.getString("kind")),
				TargetOperator.valueOf(row.getString("operator")), row.getBigDecimal("target_value"),
				row.getBigDecimal("target_value_to"), row.getObject("due_on", LocalDate.class));
		return new TargetText(row.getString("text"), goal, row.getString("measure"), row.getString("denominator_kind"),
				row.getString("denominator_text"), row.getObject("base_date", LocalDate.class), row.getString("note"));
	}

	private String words(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
