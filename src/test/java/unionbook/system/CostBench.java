package unionbook.system;

import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each page costs at several sizes of the country, beside PostgreSQL alone in the
 * same run. Sizes: {@code -Dbench.members=2000,100000,1000000}; seconds per figure:
 * {@code -Dbench.seconds=10}. The table is printed and kept in {@code target/bench.md}.
 */
@Tag("bench")
class CostBench {

	private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 60));

	/** So often each page is shown to the cache that it knows which paths are taken. */
	private static final int TRAINED = 100;

	private final List<String> table = new ArrayList<>();

	@TempDir
	Path directory;

	@Test
	void everyPageBesidePostgresqlAlone() throws Exception {
		Packaged packaged = new Packaged(Path.of(System.getProperty("bench.jar")), this.directory);
		row("members", "what", "per s", "median ms", "p95 ms", "p99 ms", "app CPU ms", "PG CPU ms", "both");
		row("---", "---", "---", "---", "---", "---", "---", "---", "---");
		boolean trained = false;
		for (String size : System.getProperty("bench.members", "2000,100000,1000000").split(",")) {
			try (Database database = new Database(this.directory.resolve("db" + size))) {
				Population people = Population.migrated(database, Integer.parseInt(size));
				Path log = this.directory.resolve("log" + size + "/app.log");
				if (!trained) {
					train(packaged, database, people, log);
					trained = true;
				}
				try (Application application = new Application(packaged.cached(), database, log)) {
					measure(database, application, people);
				}
			}
		}
		Files.write(Path.of("target/bench.md"), this.table);
	}

	private void train(Packaged packaged, Database database, Population people, Path log) {
		try (Application plain = new Application(packaged.plain(), database, log)) {
			note("start without cache", "%.1f s".formatted(plain.startTime().toMillis() / 1000.0));
		}
		try (Application training = new Application(packaged.training(), database, log)) {
			Session officer = Session.signedIn(training.address(), "canbo1", Population.PASSWORD);
			for (int i = 0; i < TRAINED; i++) {
				officer.get("/");
				officer.get("/units/" + people.first() + "/members");
				officer.get("/units/" + people.union() + "/members?q=nguyen");
				officer.get("/statistics/gender?unit=" + people.first());
			}
		}
	}

	private void measure(Database database, Application application, Population people) throws Exception {
		String size = String.valueOf(people.size());
		UUID ministry = people.first();
		UUID union = people.union();
		note(size + " start with cache", "%.1f s".formatted(application.startTime().toMillis() / 1000.0));
		note(size + " memory idle", "%.0f MB".formatted(Processes.resident(application.process())));
		Meter meter = new Meter(size, database, application);
		String roster = "/units/" + ministry + "/members";
		String gender = "/statistics/gender?unit=" + ministry;
		meter.run(8, WARM_UP, (client) -> roster);
		Load before = yardstick(size, database, union);

		meter.row("roster of a ministry, 1 client", 1, 50, (client) -> roster);
		Load one = meter.row("roster of a union, 1 client", 1, 50, (client) -> "/units/" + union + "/members");
		Load sixteen = meter.row("roster of a union, 16 clients", 16, 50, (client) -> "/units/" + union + "/members");
		meter.row("roster of a union, 64 clients", 64, 50, (client) -> "/units/" + union + "/members");
		meter.row("roster of a ministry, 5 years ago", 1, 50, (client) -> roster + "?asOf=2021-11-01");
		String last = lastPage(meter.officer(0), roster);
		meter.row("roster of a ministry, last page", 1, 1, (client) -> last);
		meter.row("gender page of 34 unions", 1, 34, (client) -> gender);
		meter.row("gender page, 5 years ago", 1, 34, (client) -> gender + "&asOf=2021-11-01");
		meter.row("search, no accents", 4, 1, (client) -> roster + "?q=nguyen+thi+ha");
		meter.row("search, accents", 4, 1, (client) -> roster + "?q=" + text("Nguyễn Thị Hà"));
		meter.row("home", 1, 0, (client) -> "/");
		saves(meter, union);
		exports(size, database, application);
		note(size + " memory under load", "%.0f MB".formatted(Processes.peak(application.process())));

		Load after = yardstick(size, database, union);
		note(size + " P1 roster ÷ PostgreSQL alone",
				"%.1f %%".formatted(100 * sixteen.perSecond() / before.perSecond()));
		note(size + " P2 CPU per roster page", "%.2f ms".formatted(one.processor()));
		double drift = after.perSecond() / before.perSecond();
		note(size + " yardstick after ÷ before",
				"%.2f%s".formatted(drift, (Math.abs(drift - 1) > 0.1) ? " – not quiet, throw this run away" : ""));
		assertThat(people.differences()).as("figures that differ from a recount").isZero();
	}

	/** The unit, its count and fifty rows, asked by two clients over plain JDBC. */
	private Load yardstick(String size, Database database, UUID union) throws SQLException {
		try (Plain first = new Plain(database, union); Plain second = new Plain(database, union)) {
			List<Plain> clients = List.of(first, second);
			Load load = Load.of(2, EACH, null, database.process(), (client) -> clients.get(client).page());
			add(size, "PostgreSQL alone: unit, count, 50 rows", load);
			return load;
		}
	}

	/** Saves the telephone number of one person after another through the form. */
	private void saves(Meter meter, UUID union) {
		List<String> people = new ArrayList<>(Jsoup.parse(meter.officer(0).get("/units/" + union + "/members").body())
			.select("tbody a[href*=/members/]")
			.eachAttr("href")
			.stream()
			.map((link) -> link.replaceAll("[?].*", ""))
			.distinct()
			.toList());
		long[] waits = IntStream.range(0, 300).mapToLong((turn) -> {
			Session officer = meter.officer(turn % 8);
			String person = people.get(turn % people.size());
			FormElement form = Jsoup.parse(officer.get(person + "/edit").body())
				.select("main form[method=post]")
				.forms()
				.getFirst();
			Map<String, String> values = new LinkedHashMap<>();
			form.formData().forEach((field) -> values.put(field.key(), field.value()));
			values.remove("_csrf");
			values.put("phone", "0912%06d".formatted(turn));
			long begin = System.nanoTime();
			Session.Answer answer = officer.post(person, values);
			long wait = System.nanoTime() - begin;
			assertThat(answer.status()).as(answer.body()).isEqualTo(302);
			return wait;
		}).skip(50).sorted().toArray();
		note(meter.size + " save a member, POST", "median %.1f ms, p95 %.1f ms".formatted(waits[waits.length / 2] / 1e6,
				waits[waits.length * 95 / 100] / 1e6));
	}

	/** Everybody as CSV and as a workbook, beside COPY of the same columns. */
	private void exports(String size, Database database, Application application) throws Exception {
		double rows = Double.parseDouble(size);
		double copy = copyRate(database, rows);
		note(size + " COPY out", "%,.0f rows/s".formatted(copy));
		Session everywhere = Session.signedIn(application.address(), "moi_bo", Population.PASSWORD);
		for (String format : List.of("csv", "xlsx")) {
			double held = Processes.resident(application.process());
			Processes.forgetPeak(application.process());
			long begin = System.nanoTime();
			long bytes = everywhere.download("/members." + format);
			double rate = rows / ((System.nanoTime() - begin) / 1e9);
			note(size + " export " + format, "%,.0f rows/s = %.1f %% of COPY, %.1f MB, memory +%.0f MB".formatted(rate,
					100 * rate / copy, bytes / 1e6, Processes.peak(application.process()) - held));
		}
	}

	private static double copyRate(Database database, double rows) throws Exception {
		try (Connection connection = database.superuser()) {
			long begin = System.nanoTime();
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut("copy (select full_name, gender, birth_date, unit_id, position, union_position from membership"
						+ " where period @> current_date) to stdout csv", OutputStream.nullOutputStream());
			return rows / ((System.nanoTime() - begin) / 1e9);
		}
	}

	/** Follows the pager to the end. */
	private static String lastPage(Session officer, String roster) {
		String page = roster;
		while (true) {
			String next = Jsoup.parse(officer.get(page).body()).select("a[rel=next]").attr("href");
			if (next.isEmpty()) {
				return page;
			}
			page = next;
		}
	}

	private void add(String size, String what, Load load) {
		row(size, what, "%.0f".formatted(load.perSecond()), ms(load.median()), ms(load.p95()), ms(load.p99()),
				ms(load.application()), ms(load.database()), ms(load.processor()));
	}

	private void note(String what, String figure) {
		row("", what, figure);
	}

	private void row(String... cells) {
		String line = "| " + String.join(" | ", cells) + " |";
		this.table.add(line);
		System.out.println(line);
	}

	private static String ms(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

	private static String text(String words) {
		return URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

	/** Eight signed-in officers and the processes that are charged for them. */
	private final class Meter {

		private final String size;

		private final Database database;

		private final Application application;

		private final Session[] officers = new Session[8];

		Meter(String size, Database database, Application application) {
			this.size = size;
			this.database = database;
			this.application = application;
			Arrays.setAll(this.officers,
					(i) -> Session.signedIn(application.address(), "canbo" + (i + 1), Population.PASSWORD));
		}

		Session officer(int number) {
			return this.officers[number % this.officers.length];
		}

		Load run(int clients, Duration time, IntFunction<String> path) {
			return Load.of(clients, time, this.application.process(), this.database.process(),
					(client) -> officer(client).get(path.apply(client)));
		}

		/**
		 * Warms the page up for a moment, then measures; each answer must hold its rows.
		 */
		Load row(String what, int clients, int rows, IntFunction<String> path) {
			run(clients, EACH.dividedBy(3), path);
			Session.Answer sample = officer(0).get(path.apply(0));
			Load load = Load.of(clients, EACH, this.application.process(), this.database.process(), (client) -> {
				Session.Answer answer = officer(client).get(path.apply(client));
				if (answer.status() != 200 || answer.rows() < rows) {
					throw new IllegalStateException(what + ": " + answer.status() + ", " + answer.rows() + " rows");
				}
			});
			add(this.size, "%s (%.1f kB)".formatted(what, sample.sent() / 1000.0), load);
			return load;
		}

	}

	/** One client of PostgreSQL without anything between. */
	private static final class Plain implements AutoCloseable {

		private final Connection connection;

		private final List<PreparedStatement> statements = new ArrayList<>();

		Plain(Database database, UUID union) throws SQLException {
			this.connection = database.superuser();
			for (String sql : List.of(
					"select unit_id, name, code from unit_version where unit_id = ? and period @> current_date",
					"select gender, members from headcount(array[?::uuid], 'ALL', current_date)",
					"select id, member_id, full_name, gender, birth_date, birth_precision, department, position,"
							+ " union_position from membership where unit_id = ? and period @> current_date"
							+ " order by given_sort, surname_sort, middle_sort, member_id limit 50")) {
				PreparedStatement statement = this.connection.prepareStatement(sql);
				statement.setObject(1, union);
				this.statements.add(statement);
			}
		}

		void page() {
			try {
				for (PreparedStatement statement : this.statements) {
					try (ResultSet rows = statement.executeQuery()) {
						while (rows.next()) {
							rows.getString(2);
						}
					}
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

}
