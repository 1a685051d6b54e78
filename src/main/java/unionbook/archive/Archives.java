package unionbook.archive;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.archive.ArchivePages.Written;
import unionbook.document.AbortedDownload;
import unionbook.document.Download;
import unionbook.document.SealedZip;
import unionbook.document.Sheet;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.NotFound;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;
import unionbook.shared.UnitId;

/** Makes the sealed archives of units. */
@Service
class Archives {

	/**
	 * The last day of the life, or the last one that is reached where the unit was handed
	 * over. What begins on the day after ended it.
	 */
	private static final String HOLDING = """
			with life as (
				select min(lower(period)) as begins,
					case when not bool_or(upper_inf(period)) then max(upper(period)) end as ends
				from unit_version where unit_id = :unit
			), days as (
				select l.*, least(l.ends, seen_until(:unit)) as hidden,
					greatest(l.begins, least(cast(:asked as date), cast(:today as date), l.ends - 1,
						seen_until(:unit) - 1)) as day
				from life l
			)
			select d.begins, d.day, case when d.day + 1 = d.hidden then d.day + 1 else d.day end as closing,
				coalesce(d.day + 1 = d.ends, false) as ended, v.code, v.name, v.kind
			from days d join unit_version v on v.unit_id = :unit and v.period @> d.day""";

	private final JdbcClient jdbc;

	private final UnitScope scope;

	private final ArchiveTables tables;

	private final ArchiveWords words;

	private final DayClock clock;

	private final ApplicationEventPublisher events;

	/** What left is recorded whether or not the reading ended well. */
	private final TransactionTemplate record;

	Archives(JdbcClient jdbc, UnitScope scope, ArchiveTables tables, ArchiveWords words, DayClock clock,
			ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.scope = scope;
		this.tables = tables;
		this.words = words;
		this.clock = clock;
		this.events = events;
		this.record = new TransactionTemplate(transactions);
		this.record.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * What the archive of a unit would hold.
	 * @param unit the unit
	 * @param asked the day asked for; a later one than the last of its life is that day
	 * @return the holding and its figures
	 * @throws NotFound if the actor does not reach the unit
	 * @throws unionbook.platform.Forbidden if the actor sees it but may not read all of
	 * its history
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	Page page(UnitId unit, LocalDate asked) {
		Holding holding = holding(unit, asked);
		return new Page(holding, this.tables.figures(holding));
	}

	/**
	 * Sends the archive of a unit, all of it as the book stood in one moment. The hash of
	 * its list of parts is in the log before the reader has the list.
	 * @param unit the unit
	 * @param asked the day asked for
	 * @param response takes the ZIP
	 * @throws NotFound if the actor does not reach the unit
	 * @throws unionbook.platform.Forbidden if the actor sees it but may not read all of
	 * its history
	 * @throws AbortedDownload if the reader is gone
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, noRollbackFor = AbortedDownload.class)
	void send(UnitId unit, LocalDate asked, HttpServletResponse response) {
		Holding holding = holding(unit, asked);
		this.words.speaking(() -> send(holding, response));
	}

	private void send(Holding holding, HttpServletResponse response) {
		OutputStream out = Download.zip(response,
				this.words.of("archive.file", holding.name(), holding.day().toString()));
		SealedZip zip = new SealedZip(out, holding.day());
		List<Written> written = new ArrayList<>();
		try {
			ArchivePages pages = new ArchivePages(zip, holding, this.words);
			for (Part part : this.tables.parts(holding)) {
				List<Long> rows = part.tables()
					.stream()
					.map((table) -> zip.workbook(table.workbook(),
							new Sheet(table.title(), pages.head(), table.columns()), table.rows()))
					.toList();
				written.add(new Written(part, rows, pages.write(part)));
			}
			String maker = CurrentActor.get().displayName();
			pages.index(this.tables.figures(holding), written, maker);
			pages.readMe(maker);
			zip.seal((manifest) -> record(holding, written, manifest));
		}
		catch (AbortedDownload ex) {
			record(holding, written, null);
			throw ex;
		}
	}

	private void record(Holding holding, List<Written> written, @Nullable String manifest) {
		long rows = written.stream().flatMap((part) -> part.rows().stream()).mapToLong(Long::longValue).sum();
		this.record.executeWithoutResult(
				(status) -> this.events.publishEvent(new UnitArchived(holding.unit(), holding.day(), rows, manifest)));
	}

	/**
	 * An archive tells the whole history, so it is for those who may read the log; it
	 * changes nothing, so whoever handed a unit over may still keep what was.
	 */
	private Holding holding(UnitId unit, LocalDate asked) {
		this.scope.require(Right.READ_AUDIT, unit);
		UUID[] units = this.scope.units(Right.READ_AUDIT);
		return this.jdbc.sql(HOLDING)
			.param("unit", unit.value())
			.param("asked", asked)
			.param("today", this.clock.today())
			.query((row, number) -> new Holding(unit, row.getString("code"), row.getString("name"),
					row.getString("kind"), row.getObject("begins", LocalDate.class),
					row.getObject("day", LocalDate.class), row.getObject("closing", LocalDate.class),
					row.getBoolean("ended"), units, everywhere(Right.READ_PERSONAL, units),
					everywhere(Right.READ_SENSITIVE, units)))
			.optional()
			.orElseThrow(NotFound::new);
	}

	private boolean everywhere(Right right, UUID[] units) {
		return Set.of(this.scope.units(right)).containsAll(List.of(units));
	}

	/**
	 * What the page before an archive shows.
	 *
	 * @param holding whose archive it is
	 * @param figures how much it holds
	 */
	record Page(Holding holding, Figures figures) {
	}

}
