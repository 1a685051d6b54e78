package unionbook.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import unionbook.document.UnreadableFile;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.RuleViolation;

/**
 * Does the long work of imports beside the pages, a few at a time; what breaks off is
 * told on the page of the run.
 */
@Component
class ImportJobs implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

	private static final int AT_ONCE = 4;

	private static final int WAITING = 16;

	private final ThreadPoolExecutor workers = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES,
			new ArrayBlockingQueue<>(WAITING), Thread.ofPlatform().name("import-", 0).factory());

	private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();

	private final ImportRuns runs;

	private final ImportProgress progress;

	ImportJobs(ImportRuns runs, ImportProgress progress) {
		this.runs = runs;
		this.progress = progress;
		this.workers.allowCoreThreadTimeOut(true);
	}

	/**
	 * Goes on only while there is room for one more.
	 * @throws RuleViolation if there is none
	 */
	void requireRoom() {
		if (this.workers.getQueue().remainingCapacity() == 0) {
			throw new RuleViolation("imports.rule.full");
		}
	}

	/**
	 * Starts the work of a run that is already marked as being at work; it goes on as the
	 * actor of the request.
	 */
	void start(UUID run, Runnable work) {
		Job job = new Job(CurrentActor.get(), new CompletableFuture<>());
		this.jobs.put(run, job);
		try {
			this.workers.execute(() -> CurrentActor.runAs(job.actor(), () -> {
				try {
					work.run();
				}
				catch (RuntimeException | Error ex) {
					failed(run, ex);
				}
				finally {
					this.jobs.remove(run);
					job.end().complete(run);
				}
				return run;
			}));
		}
		catch (RejectedExecutionException ex) {
			this.jobs.remove(run);
			failed(run, new RuleViolation("imports.rule.full"));
		}
	}

	/** The end of the work of a run, if it is at work here. */
	Optional<Future<UUID>> end(UUID run) {
		return Optional.ofNullable(this.jobs.get(run)).map(Job::end);
	}

	/** Long statements tell nothing by themselves. */
	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void beat() {
		this.jobs.forEach((run, job) -> CurrentActor.runAs(job.actor(), () -> {
			this.progress.beat(run);
			return run;
		}));
	}

	@Override
	public void destroy() {
		this.workers.shutdownNow();
	}

	private void failed(UUID run, Throwable failure) {
		RuleViolation told = switch (failure) {
			case RuleViolation broken -> broken;
			case UnreadableFile unreadable -> Refusals.of(unreadable);
			default -> new RuleViolation("imports.failed.unexpected");
		};
		if (told != failure && !(failure instanceof UnreadableFile)) {
			LOG.error("Import {} broke off", run, failure);
		}
		try {
			ImportStatus now = this.runs.find(run).status();
			this.runs.move(run, after(now, failure instanceof RuleViolation), told.key(),
					Stream.of(told.arguments()).map(String::valueOf).toList(), now);
		}
		catch (RuntimeException ex) {
			LOG.error("Import {} could not be marked as broken off", run, ex);
		}
	}

	/** What was not finished was not written. */
	static ImportStatus after(ImportStatus working, boolean understood) {
		return switch (working) {
			case UNDOING -> ImportStatus.COMMITTED;
			case COMMITTING -> understood ? ImportStatus.CHECKED : ImportStatus.FAILED;
			default -> ImportStatus.FAILED;
		};
	}

	private record Job(Actor actor, CompletableFuture<UUID> end) {
	}

}
