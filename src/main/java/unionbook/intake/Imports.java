package unionbook.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.document.SheetInfo;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Right;
import unionbook.platform.RuleViolation;
import unionbook.platform.UnitScope;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;
import unionbook.shared.VietnameseText;

/**
 * What an officer does with an import. Each step is written down in a transaction of its
 * own and the long work then starts beside it.
 */
@Service
class Imports {

	private static final int LONGEST_NAME = 255;

	private final ImportRuns runs;

	private final ImportFiles files;

	private final ImportJobs jobs;

	private final ImportChecking checking;

	private final ImportWriting writing;

	private final UnitScope scope;

	private final TransactionTemplate transactions;

	private final ApplicationEventPublisher events;

	Imports(ImportRuns runs, ImportFiles files, ImportJobs jobs, ImportChecking checking, ImportWriting writing,
			UnitScope scope, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
		this.runs = runs;
		this.files = files;
		this.jobs = jobs;
		this.checking = checking;
		this.writing = writing;
		this.scope = scope;
		this.transactions = new TransactionTemplate(transactions);
		this.events = events;
	}

	/**
	 * Takes a file for a unit. The right is asked first; a file that is refused leaves
	 * nothing behind.
	 * @throws unionbook.document.UnreadableFile if it is not read
	 * @throws RuleViolation if the unit or the server is busy with imports
	 */
	UUID receive(UnitId unit, String name, byte[] content) {
		inTransaction(() -> {
			this.scope.require(Right.WRITE_MEMBERS, unit);
			requireFree(unit);
			return unit;
		});
		Opened opened = ImportFiles.open(content, name,
				(file) -> new Opened(file.sheets().stream().map(SheetInfo::name).toList(), Recogniser.propose(file)));
		Recognised recognised = opened.recognised();
		UUID id = Ids.next();
		Actor actor = CurrentActor.get();
		inTransaction(() -> {
			String account = (actor.account() == null) ? null : actor.account().toString();
			this.runs.open(id, unit, account, actor.displayName(), shown(name), content.length, opened.sheets(),
					recognised);
			this.files.keep(id, unit, content);
			ImportRun run = this.runs.find(id);
			this.events.publishEvent(ImportAudited.of("import.received", run, run.counts()));
			if (readable(recognised)) {
				this.runs.move(id, ImportStatus.CHECKING, null, List.of(), ImportStatus.COLUMNS);
			}
			return id;
		});
		if (readable(recognised)) {
			this.jobs.start(id, () -> this.checking.check(id));
		}
		return id;
	}

	/**
	 * Reads the file in another way than proposed, or once more.
	 * @param asked what the officer says of sheet, headings and columns; null to read it
	 * as before
	 */
	void readAgain(UUID id, @Nullable ColumnsForm asked) {
		ImportRun run = this.runs.find(id);
		if (!run.status().draft()) {
			throw new RuleViolation("imports.rule.over");
		}
		Recognised recognised = (asked == null) ? run.recognised() : ImportFiles.open(this.files.content(id),
				run.fileName(), (file) -> asked.recognised(file, run.recognised()));
		inTransaction(() -> {
			this.runs.readAs(id, recognised);
			if (readable(recognised)) {
				requireFree(run.unit());
				this.runs.move(id, ImportStatus.CHECKING, null, List.of(), run.status());
			}
			else {
				this.runs.move(id, ImportStatus.COLUMNS, "imports.message.columns", List.of(), run.status());
			}
			return id;
		});
		if (readable(recognised)) {
			this.jobs.start(id, () -> this.checking.check(id));
		}
	}

	/** Has a compared run written as confirmed. */
	void confirm(UUID id, ImportRun.Confirmed confirmed) {
		ImportRun run = this.runs.find(id);
		if (confirmed.allRows() && run.doubtful() > 0) {
			throw new RuleViolation("imports.rule.doubtful", run.doubtful()).onField("mode");
		}
		if (run.writable() == 0) {
			throw new RuleViolation("imports.rule.nothing");
		}
		inTransaction(() -> {
			requireFree(run.unit());
			this.runs.confirm(id, confirmed);
			this.runs.move(id, ImportStatus.COMMITTING, null, List.of(), ImportStatus.CHECKED);
			return id;
		});
		this.jobs.start(id, () -> this.writing.write(id));
	}

	/** Has a written run taken back. */
	void undo(UUID id) {
		ImportRun run = this.runs.find(id);
		inTransaction(() -> {
			requireFree(run.unit());
			if (!this.files.kept(id)) {
				throw new RuleViolation("imports.rule.fileGone");
			}
			if (!this.writing.touched(id).isEmpty()) {
				throw new RuleViolation("member.intake.touched");
			}
			this.runs.move(id, ImportStatus.UNDOING, null, List.of(), ImportStatus.COMMITTED);
			return id;
		});
		this.jobs.start(id, () -> this.writing.undo(id));
	}

	/** Gives a run up; its file and rows are removed. */
	void discard(UUID id) {
		inTransaction(() -> {
			ImportRun run = this.runs.find(id);
			this.runs.move(id, ImportStatus.DISCARDED, null, List.of(),
					ImportStatus.DRAFTS.toArray(ImportStatus[]::new));
			this.files.remove(id);
			this.events.publishEvent(ImportAudited.of("import.discarded", run, run.counts()));
			return id;
		});
	}

	private void requireFree(UnitId unit) {
		this.jobs.requireRoom();
		if (this.runs.busy(unit)) {
			throw new RuleViolation("imports.rule.busy");
		}
	}

	private record Opened(List<String> sheets, Recognised recognised) {
	}

	private <T> void inTransaction(Supplier<T> work) {
		this.transactions.execute((status) -> work.get());
	}

	/** A list of people has names and birth dates; without them nobody can be found. */
	static boolean readable(Recognised recognised) {
		Set<Field> fields = recognised.columns()
			.stream()
			.map(ColumnChoice::field)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return recognised.headerFirst() > 0 && (fields.contains(Field.FULL_NAME) || fields.contains(Field.GIVEN_NAME))
				&& (fields.contains(Field.BIRTH) || fields.contains(Field.BIRTH_MALE)
						|| fields.contains(Field.BIRTH_FEMALE));
	}

	/** Only shown, never part of a path. */
	private static String shown(String name) {
		String clean = VietnameseText
			.normalize(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
		return clean.substring(Math.max(0, clean.length() - LONGEST_NAME));
	}

}
