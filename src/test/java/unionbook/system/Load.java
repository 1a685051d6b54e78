package unionbook.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/**
 * What many clients saw and what it cost the machine.
 *
 * @param perSecond answers per second, all clients together
 * @param median the usual wait, milliseconds
 * @param p95 the wait of the slowest twentieth
 * @param p99 the wait of the slowest hundredth
 * @param application processor milliseconds of the application per answer
 * @param database processor milliseconds of PostgreSQL per answer
 */
record Load(double perSecond, double median, double p95, double p99, double application, double database) {

	/**
	 * Lets clients work side by side for a while.
	 * @param clients how many
	 * @param time how long
	 * @param application the process that is charged, or null
	 * @param database the other process that is charged
	 * @param work one request of a client, who is told their number
	 */
	static Load of(int clients, Duration time, ProcessHandle application, ProcessHandle database, IntConsumer work) {
		double applicationBefore = (application == null) ? 0 : Processes.cpu(application);
		double databaseBefore = Processes.cpu(database);
		long begin = System.nanoTime();
		long end = begin + time.toNanos();
		long[] waits = waits(clients, end, work);
		double seconds = (System.nanoTime() - begin) / 1e9;
		double applicationUsed = (application == null) ? 0 : Processes.cpu(application) - applicationBefore;
		double databaseUsed = Processes.cpu(database) - databaseBefore;
		return new Load(waits.length / seconds, at(waits, 0.5), at(waits, 0.95), at(waits, 0.99),
				applicationUsed / waits.length, databaseUsed / waits.length);
	}

	double processor() {
		return this.application + this.database;
	}

	private static long[] waits(int clients, long end, IntConsumer work) {
		try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
			List<Future<List<Long>>> running = new ArrayList<>();
			for (int client = 0; client < clients; client++) {
				int number = client;
				running.add(threads.submit(() -> {
					List<Long> seen = new ArrayList<>();
					while (System.nanoTime() < end) {
						long begin = System.nanoTime();
						work.accept(number);
						seen.add(System.nanoTime() - begin);
					}
					return seen;
				}));
			}
			LongStream all = LongStream.empty();
			for (Future<List<Long>> one : running) {
				all = LongStream.concat(all, one.get().stream().mapToLong(Long::longValue));
			}
			return all.sorted().toArray();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static double at(long[] sorted, double share) {
		return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
	}

}
