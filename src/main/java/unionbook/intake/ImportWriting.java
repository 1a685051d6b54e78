package unionbook.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import unionbook.member.MemberBatch;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Right;
import unionbook.platform.UnitScope;

/** Takes a confirmed run into the book, or back out of it, each in one transaction. */
@Component
class ImportWriting {

	private final ImportRuns runs;

	private final ImportProgress progress;

	private final MemberBatch batch;

	private final UnitScope scope;

	private final MessageSource messages;

	private final ApplicationEventPublisher events;

	ImportWriting(ImportRuns runs, ImportProgress progress, MemberBatch batch, UnitScope scope, MessageSource messages,
			ApplicationEventPublisher events) {
		this.runs = runs;
		this.progress = progress;
		this.batch = batch;
		this.scope = scope;
		this.messages = messages;
		this.events = events;
	}

	/**
	 * The work of a run that is marked as being written. What changed in the book since
	 * the file was compared becomes an error of its row; if all rows are wanted, nothing
	 * is written then.
	 */
	void write(UUID id) {
		ImportRun run = this.runs.find(id);
		ImportRun.Confirmed confirmed = Objects.requireNonNull(run.confirmed());
		this.progress.within(() -> {
			this.progress.at(id, ImportStep.COMPARING, 0);
			this.scope.require(Right.WRITE_MEMBERS, run.unit());
			int conflicts = this.batch.recheck(entry(run, confirmed));
			Map<RowVerdict, Integer> counts = this.runs.counted(id);
			if (conflicts > 0 && confirmed.allRows()) {
				this.runs.keep(id, counts);
				this.runs.move(id, ImportStatus.CHECKED, "imports.message.conflicts",
						List.of(String.valueOf(conflicts)), ImportStatus.COMMITTING);
				return;
			}
			this.progress.at(id, ImportStep.WRITING, 0);
			this.batch.write(entry(run, confirmed), account());
			this.progress.at(id, ImportStep.RECORDING, 0);
			this.events.publishEvent(ImportAudited.of("import.committed", run, counts));
			this.runs.keep(id, counts);
			this.runs.written(id, CurrentActor.get().displayName());
			this.runs.move(id, ImportStatus.COMMITTED, null, List.of(), ImportStatus.COMMITTING);
		});
	}

	/** The work of a run that is marked as being taken back. */
	void undo(UUID id) {
		ImportRun run = this.runs.find(id);
		ImportRun.Confirmed confirmed = Objects.requireNonNull(run.confirmed());
		this.progress.within(() -> {
			this.progress.at(id, ImportStep.WRITING, 0);
			String nobody = Objects
				.requireNonNull(this.messages.getMessage("imports.nobody", null, "?", Locale.of("vi")));
			this.batch.undo(entry(run, confirmed), nobody, account());
			this.progress.at(id, ImportStep.RECORDING, 0);
			this.events.publishEvent(ImportAudited.of("import.undone", run, run.counts()));
			this.runs.takenBack(id, CurrentActor.get().displayName());
			this.runs.move(id, ImportStatus.UNDONE, null, List.of(), ImportStatus.UNDOING);
		});
	}

	/** Who stands in the way of taking a run back; nobody, if the list is empty. */
	List<MemberBatch.Touched> touched(UUID id) {
		return this.batch.touched(id);
	}

	private static MemberBatch.Entry entry(ImportRun run, ImportRun.Confirmed confirmed) {
		return new MemberBatch.Entry(run.id(), run.unit(), run.fileName(), confirmed.kind(), confirmed.day(),
				confirmed.decision());
	}

	private static @Nullable UUID account() {
		Actor actor = CurrentActor.get();
		return (actor.account() == null) ? null : actor.account().value();
	}

}
