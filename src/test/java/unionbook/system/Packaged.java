package unionbook.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shipped layout: the jar taken apart, with an ahead-of-time cache beside it. */
final class Packaged {

	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC");

	private final Path home;

	private final Path jar;

	/** Takes the jar apart. */
	Packaged(Path packed, Path home) throws IOException, InterruptedException {
		this.home = home;
		java(List.of("-Djarmode=tools", "-jar", packed.toAbsolutePath().toString(), "extract", "--destination",
				home.resolve("app").toString()));
		this.jar = home.resolve("app").resolve(packed.getFileName());
		Files.createDirectories(home);
	}

	List<String> plain() {
		return command(List.of());
	}

	/** With what a training run of the same class path left; refuses to start without. */
	List<String> cached() {
		return command(List.of("-XX:AOTCache=" + cache(), "-XX:AOTMode=on"));
	}

	/** The command of the training run; the cache is written when it ends. */
	List<String> training() {
		return command(List.of("-XX:AOTCacheOutput=" + cache()));
	}

	private Path cache() {
		return this.home.resolve("unionbook.aot");
	}

	private List<String> command(List<String> more) {
		List<String> command = new ArrayList<>(OPTIONS);
		command.addAll(more);
		command.addAll(List.of("-jar", this.jar.toString()));
		return command;
	}

	private static void java(List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(arguments);
		int end = new ProcessBuilder(command).inheritIO().start().waitFor();
		if (end != 0) {
			throw new IllegalStateException("java ended with " + end);
		}
	}

}
