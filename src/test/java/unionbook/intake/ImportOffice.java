package unionbook.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.Officers;
import unionbook.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends lists as officers do and waits until the work behind them is done. */
@TestComponent
class ImportOffice {

	static final String OFFICER = "canbo.khdt";

	static final List<String> HEADINGS = List.of("Họ và tên", "Giới tính", "Ngày sinh");

	private final Officers officers;

	private final ImportJobs jobs;

	private final JdbcClient owner;

	ImportOffice(Officers officers, ImportJobs jobs, TestDatabase database) {
		this.officers = officers;
		this.jobs = jobs;
		this.owner = JdbcClient.create(database.owner());
	}

	Officers officers() {
		return this.officers;
	}

	/** The database as its owner sees it. */
	JdbcClient database() {
		return this.owner;
	}

	/** A unit of a demonstration ministry by its code. */
	UUID unit(String ministry, String code) {
		return this.owner.sql("""
				select v.unit_id from unit_version v join unit_version top on top.unit_id = v.path[1]
				where top.code = ? and v.code = ? limit 1""").params(ministry, code).query(UUID.class).single();
	}

	/** Sends a list and waits until it is compared. */
	UUID send(String officer, UUID unit, String name, byte[] content) {
		MvcTestResult answer = this.officers.upload(officer, "/imports", name, content, "unit", unit.toString());
		assertThat(answer).as(Officers.read(answer).select(".error, .notice").text()).hasStatus3xxRedirection();
		UUID run = UUID.fromString(String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/imports/", ""));
		await(run);
		return run;
	}

	UUID send(UUID unit, byte[] content) {
		return send(OFFICER, unit, "danh-sach.xlsx", content);
	}

	/** Confirms a compared list and waits until it is written. */
	void confirm(String officer, UUID run, String mode, String day) {
		MvcTestResult answer = this.officers.post(officer, "/imports/" + run + "/confirm", "mode", mode, "kind",
				"IN_ADMISSION", "effectiveOn", day, "decisionNumber", "12/QĐ-CĐ");
		assertThat(answer).as(Officers.read(answer).select(".error, .notice").text()).hasStatus3xxRedirection();
		await(run);
	}

	MvcTestResult undo(String officer, UUID run) {
		MvcTestResult answer = this.officers.post(officer, "/imports/" + run + "/undo");
		await(run);
		return answer;
	}

	void await(UUID run) {
		this.jobs.end(run).ifPresent((end) -> {
			try {
				end.get(300, TimeUnit.SECONDS);
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		});
	}

	Document page(String officer, UUID run) {
		return this.officers.page(officer, "/imports/" + run);
	}

	String status(UUID run) {
		return this.owner.sql("select status from import_run where id = ?").param(run).query(String.class).single();
	}

	/** How many rows of which verdict. */
	Map<String, Integer> verdicts(UUID run) {
		Map<String, Integer> verdicts = new TreeMap<>();
		this.owner.sql("select verdict, count(*) as rows from import_row where run_id = ? group by 1")
			.param(run)
			.query((row) -> {
				verdicts.put(row.getString("verdict"), row.getInt("rows"));
			});
		return verdicts;
	}

	/** How many stand in a unit today. */
	long people(UUID unit) {
		return this.owner.sql("select count(*) from membership where unit_id = ? and period @> current_date")
			.param(unit)
			.query(Long.class)
			.single();
	}

	/** Figures of the ledger and of counting that differ, over everything. */
	long differences() {
		return this.owner.sql("""
				with counted as (
					select unit_id, lower(period) as day, gender, 1 as delta from membership
					union all select unit_id, upper(period), gender, -1 from membership where not upper_inf(period)
				), moved as (
					select unit_id, effective_on as day, gender, direction::integer as delta from movement
				), both_sides as (
					select unit_id, day, gender, sum(delta) as delta, 0 as moved from counted group by 1, 2, 3
					union all select unit_id, day, gender, 0, sum(delta) from moved group by 1, 2, 3)
				select count(*) from (select unit_id, day, gender from both_sides group by 1, 2, 3
					having sum(delta) <> sum(moved)) d""").query(Long.class).single() + this.owner.sql("""
				with counted as (
					select unit_id, day, gender, sum(delta) as delta from (
						select unit_id, lower(period) as day, gender, 1 as delta from membership
						union all select unit_id, upper(period), gender, -1 from membership
						where not upper_inf(period)) s group by 1, 2, 3)
				select count(*) from counted full join (select * from headcount_day where dimension = 'ALL') kept
					using (unit_id, day, gender)
				where coalesce(counted.delta, 0) <> coalesce(kept.delta, 0)""").query(Long.class).single();
	}

	/** A workbook of one sheet: headings, then rows. */
	static byte[] workbook(List<?>... rows) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Workbook workbook = new Workbook(out, "Tests", null);
			Worksheet sheet = workbook.newWorksheet("Danh sách");
			for (int row = 0; row < rows.length; row++) {
				for (int column = 0; column < rows[row].size(); column++) {
					sheet.inlineString(row, column, String.valueOf(rows[row].get(column)));
				}
			}
			workbook.finish();
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	static byte[] text(List<?>... rows) {
		return Arrays.stream(rows)
			.map((row) -> row.stream().map(String::valueOf).collect(Collectors.joining(";")))
			.collect(Collectors.joining("\r\n", "\ufeff", "\r\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] body(MvcTestResult answer) {
		return answer.getResponse().getContentAsByteArray();
	}

}
