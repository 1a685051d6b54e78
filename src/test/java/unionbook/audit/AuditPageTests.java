package unionbook.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.DemonstrationTest;
import unionbook.Officers;
import unionbook.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The log as officers of two ministries read it, after real work on real pages. */
@DemonstrationTest
class AuditPageTests {

	private final Officers officers;

	private final JdbcClient owner;

	private final UUID member;

	private final String name;

	AuditPageTests(@Autowired Officers officers, @Autowired TestDatabase database) {
		this.officers = officers;
		this.owner = JdbcClient.create(database.owner());
		this.member = member("KHDT", "C01");
		this.name = this.owner.sql("select full_name from member where id = ?")
			.param(this.member)
			.query(String.class)
			.single();
	}

	@Test
	void aChangeIsFoundWithItsPersonItsRecordAndWhatItWasBefore() {
		String before = phone("0912000001");
		String after = phone("0912000002");

		Element line = line(this.officers.page("quantri.khdt", "/audit?action=member.changed"), this.name);

		assertThat(line.text()).contains("Sửa đoàn viên", "Cán bộ CĐCS", "cdcs.khdt.c01");
		assertThat(line.select("a[href=/members/" + this.member + "]").text()).isEqualTo(this.name);
		assertThat(line.select("time").text()).matches("\\d\\d:\\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}");
		assertThat(line.select("details summary").text()).isEqualTo("Xem thay đổi");
		assertThat(line.select("details tbody tr").eachText()).containsExactly("Số điện thoại " + before + " " + after);
	}

	@Test
	void theHistoryOfARecordIsReadByThoseWhoReachIt() {
		phone("0912000003");

		Document history = this.officers.page("cdcs.khdt.c01", "/audit?subject=" + this.member);

		assertThat(history.select("main .badge").text()).isEqualTo("Đoàn viên: " + this.name);
		assertThat(history.select("table.log > tbody > tr")).isNotEmpty()
			.allSatisfy((line) -> assertThat(line.text()).contains("Sửa đoàn viên").doesNotContain("Địa chỉ mạng"));
		assertThat(history.select("form.card, .filters")).isEmpty();
		assertThat(this.officers.page("cdcs.khdt.c01", "/members/" + this.member)
			.select("a[href='/audit?subject=" + this.member + "']")
			.text()).isEqualTo("Nhật ký");
	}

	@Test
	void nobodyElseReadsIt() {
		phone("0912000004");
		String history = "/audit?subject=" + this.member;

		assertThat(this.officers.get("khach.khdt", history)).hasStatus(403);
		assertThat(this.officers.get("quantri.bct", history)).hasStatus(404);
		assertThat(this.officers.get("cdcs.bct.c01", history)).hasStatus(404);
		assertThat(this.officers.get("vanhanh", history)).hasStatus(404);
		assertThat(this.officers.get("cdcs.khdt.c01", "/audit?subject=" + member("KHDT", "C02"))).hasStatus(404);
		assertThat(this.officers.page("khach.khdt", "/members/" + this.member).select("a[href^='/audit']")).isEmpty();
	}

	@Test
	void theWholeLogIsForAdministratorsAndTheOperator() {
		for (String officer : List.of("canbo.khdt", "cdcs.khdt.c01", "khach.khdt")) {
			for (String address : List.of("/audit", "/audit.csv", "/audit/verification")) {
				assertThat(this.officers.get(officer, address)).as(officer + address).hasStatus(403);
			}
			assertThat(this.officers.page(officer, "/").select("#nav a[href='/audit']")).isEmpty();
		}
		assertThat(this.officers.page("quantri.khdt", "/").select("#nav a[href='/audit']")).hasSize(1);
		assertThat(this.officers.page("vanhanh", "/").select("#nav a[href='/audit']")).hasSize(1);
	}

	@Test
	void anotherMinistryAndTheOperatorSeeNothingOfIt() {
		phone("0912000005");

		for (String stranger : List.of("quantri.bct", "vanhanh")) {
			String log = this.officers.page(stranger, "/audit").select("main").text();
			assertThat(log).as(stranger).doesNotContain(this.name, "cdcs.khdt.c01");
			assertThat(this.officers.page(stranger, "/audit?actor=cdcs.khdt.c01").select("main").text())
				.contains("Không có thao tác trong khoảng này.");
		}
		assertThat(this.officers.get("quantri.bct", "/audit?unit=" + unit("KHDT", "C01"))).hasStatus(404);
	}

	@Test
	void filtersNarrowTheLog() {
		phone("0912000006");
		UUID unit = unit("KHDT", "C01");

		for (String asked : List.of("actor=cdcs.khdt.c01", "unit=" + unit, "unit=" + unit("KHDT", "KHDT"),
				"action=member", "address=127.0.0.1", "subject=" + this.member, "from=1/1/2020&to=31/12/2099 23:59",
				"actor=CDCS.KHDT.C01&action=member.changed&unit=" + unit)) {
			assertThat(this.officers.page("quantri.khdt", "/audit?" + asked).select("main").text()).as(asked)
				.contains(this.name);
		}
		for (String asked : List.of("actor=quantri.khdt", "unit=" + unit("KHDT", "C02"), "action=unit",
				"address=10.9.8.7", "to=1/1/2020")) {
			assertThat(this.officers.page("quantri.khdt", "/audit?" + asked).select("table.log").text()).as(asked)
				.doesNotContain(this.name);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "from=32/1/2020", "to=hôm qua", "from=2/1/2020&to=1/1/2020", "unit=7", "subject=x",
			"group=null", "action=member.eaten", "address=<script>", "after=1", "before=99999999999999999999.x",
			"actor=a&actor=b", "from=1/1/0001", "to=2020-02-30" })
	void whatCannotBeReadIsABadRequest(String asked) {
		MvcTestResult result = this.officers.get("quantri.khdt", "/audit?" + asked);

		assertThat(result).hasStatus(400);
		assertThat(Officers.read(result).select("main").text()).contains("Phần không đọc được trong địa chỉ");
	}

	@Test
	void pagesFollowEachOtherWithoutGapOrRepetition() {
		UUID unit = unit("BCT", "C03");
		this.owner.sql("""
				insert into audit_entry (id, actor, action, subject_kind, unit_id, reason)
				select uuidv7(), 'paging', 'member.changed', 'member', ?, 'Số ' || i from generate_series(1, 120) i""")
			.param(unit)
			.update();
		Document first = this.officers.page("quantri.bct", "/audit?actor=paging&unit=" + unit);
		Document second = this.officers.page("quantri.bct", next(first));
		Document third = this.officers.page("quantri.bct", next(second));

		List<String> all = java.util.stream.Stream.of(first, second, third)
			.flatMap((page) -> page.select("table.log > tbody > tr").eachText().stream())
			.map((text) -> text.replaceAll(".*(Số \\d+).*", "$1"))
			.toList();
		assertThat(all).hasSize(120).doesNotHaveDuplicates();
		assertThat(third.select("a[rel=next]")).isEmpty();
		assertThat(this.officers.page("quantri.bct", third.select("a[rel=prev]").attr("href"))
			.select("table.log > tbody > tr")
			.eachText()).isEqualTo(second.select("table.log > tbody > tr").eachText());
	}

	@Test
	void theFileHoldsTheLinesOfThePage() {
		phone("0912000007");
		String asked = "action=member.changed&actor=cdcs.khdt.c01";

		List<String> page = this.officers.page("quantri.khdt", "/audit?" + asked).select("table.log time").eachText();
		MvcTestResult result = this.officers.get("quantri.khdt", "/audit.csv?" + asked);

		assertThat(result).hasStatusOk();
		List<String> lines = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).lines()
			.toList();
		int head = lines
			.indexOf(lines.stream().filter((line) -> line.startsWith("Thời điểm;")).findFirst().orElseThrow());
		assertThat(lines.subList(0, head)).anyMatch((line) -> line.contains("Thao tác: Sửa đoàn viên"));
		assertThat(lines.subList(head + 1, lines.size())).hasSameSizeAs(page)
			.zipSatisfy(page, (line, time) -> assertThat(line).startsWith(time));
		assertThat(lines.getLast()).isNotEmpty();
		assertThat(String.join("\n", lines)).contains(this.name, "Số điện thoại: ");
		assertThat(this.officers.get("quantri.khdt", "/audit.xlsx?" + asked)).hasStatusOk();
		assertThat(this.officers.page("quantri.khdt", "/audit?action=audit.exported").select("table.log").text())
			.contains("Xuất nhật ký", "action=member.changed");
	}

	@Test
	void theCheckIsRunByHandAndTold() {
		phone("0912000008");

		assertThat(this.officers.post("quantri.khdt", "/audit/verification")).hasStatus3xxRedirection();

		Document page = this.officers.page("quantri.khdt", "/audit/verification");
		assertThat(page.select("tbody th").eachText()).contains("Công đoàn Bộ Kế hoạch và Đầu tư");
		assertThat(page.select("tbody .badge").eachText()).containsOnly("Nguyên vẹn");
		assertThat(page.select("main").text()).doesNotContain("Bộ Công Thương");
		assertThat(this.officers.page("quantri.khdt", "/audit").select("main").text()).contains("Chuỗi băm hợp lệ đến");
	}

	private static String next(Document page) {
		return page.select("a[rel=next]").attr("href");
	}

	/**
	 * The officer of the unit changes the number through the form; gives what is shown of
	 * it.
	 */
	private String phone(String number) {
		Document form = this.officers.page("cdcs.khdt.c01", "/members/" + this.member + "/edit");
		List<String> typed = new java.util.ArrayList<>();
		for (Element field : form.select("main form [name]:not(button)")) {
			boolean box = List.of("radio", "checkbox").contains(field.attr("type"));
			if ("_csrf".equals(field.attr("name")) || box && !field.hasAttr("checked")) {
				continue;
			}
			typed.add(field.attr("name"));
			typed.add("phone".equals(field.attr("name")) ? number
					: "select".equals(field.tagName()) ? field.select("option[selected]").attr("value")
							: "textarea".equals(field.tagName()) ? field.wholeText() : field.val());
		}
		assertThat(this.officers.post("cdcs.khdt.c01", "/members/" + this.member, typed.toArray(String[]::new)))
			.hasStatus3xxRedirection();
		return this.owner.sql("select phone from member where id = ?").param(this.member).query(String.class).single();
	}

	private static Element line(Document log, String words) {
		return log.select("table.log > tbody > tr")
			.stream()
			.filter((line) -> line.text().contains(words))
			.findFirst()
			.orElseThrow();
	}

	private UUID member(String ministry, String code) {
		return this.owner
			.sql("""
					select id from member where unit_id = ? and exists (
						select from membership m where m.member_id = member.id and upper_inf(m.period)) order by id limit 1""")
			.param(unit(ministry, code))
			.query(UUID.class)
			.single();
	}

	private UUID unit(String ministry, String code) {
		return this.owner.sql("""
				select v.unit_id from unit_version v join unit_version top on top.unit_id = v.path[1] and top.code = ?
				where v.code = ? limit 1""").params(ministry, code).query(UUID.class).single();
	}

}
