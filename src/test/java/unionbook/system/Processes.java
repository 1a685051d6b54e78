package unionbook.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel knows of running processes: processor time and memory. */
final class Processes {

	/** The unit of the kernel's counters: USER_HZ is 100 on every Linux Java runs on. */
	private static final double MILLISECONDS_PER_TICK = 10;

	private Processes() {
	}

	/**
	 * The processor time a process and its living children have used, and the ended
	 * children it waited for.
	 * @param process the process
	 * @return milliseconds
	 */
	static double cpu(ProcessHandle process) {
		return own(process) + process.descendants().mapToDouble(Processes::own).sum();
	}

	/** The memory a process holds now, in megabytes. */
	static double resident(ProcessHandle process) {
		return megabytes(process, "VmRSS:");
	}

	/** The most memory it held since the last call of {@link #forgetPeak}. */
	static double peak(ProcessHandle process) {
		return megabytes(process, "VmHWM:");
	}

	static void forgetPeak(ProcessHandle process) {
		try {
			Files.writeString(file(process, "clear_refs"), "5");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double own(ProcessHandle process) {
		String stat = read(process, "stat");
		if (stat.isEmpty()) {
			return 0;
		}
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		long ticks = 0;
		// utime, stime, and the same of children that were waited for
		for (int i = 11; i <= 14; i++) {
			ticks += Long.parseLong(fields[i]);
		}
		return ticks * MILLISECONDS_PER_TICK;
	}

	private static double megabytes(ProcessHandle process, String key) {
		return read(process, "status").lines()
			.filter((line) -> line.startsWith(key))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	/** Empty when the process ended meanwhile. */
	private static String read(ProcessHandle process, String name) {
		try {
			return Files.readString(file(process, name));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static Path file(ProcessHandle process, String name) {
		return Path.of("/proc", String.valueOf(process.pid()), name);
	}

}
