package unionbook.emulation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.HostileCase;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.emulation.PledgeExamples.admin;
import static unionbook.emulation.PledgeExamples.html;
import static unionbook.emulation.PledgeExamples.officer;
import static unionbook.emulation.PledgeExamples.percent;
import static unionbook.emulation.PledgeExamples.target;
import static unionbook.emulation.PledgeExamples.text;
import static unionbook.emulation.PledgeExamples.viewer;

/** Drafting, editing, signing and amending, through the pages. */
@PledgeTest
class PledgeWritingTests {

	private static final TargetText ALL_UNITS = percent("Đơn vị hoàn thành tốt", "100", "ALL_UNITS");

	@Autowired
	private PledgeExamples examples;

	private UnitId ministry = UnitId.next();

	private UnitId unit = UnitId.next();

	private UnitId sibling = UnitId.next();

	@BeforeEach
	void aMinistryWithTwoUnions() {
		this.ministry = this.examples.ministry("BO");
		this.unit = this.examples.grassroots(this.ministry, "C01");
		this.sibling = this.examples.grassroots(this.ministry, "C02");
	}

	@Test
	void aDraftIsBegunEmptyAndFilledIn() {
		MvcTestResult begun = begin("2024", "");
		String edit = target(begun);
		Document form = this.examples.page(officer(this.unit), edit);
		assertThat(form.select("[name=title]").val()).isEqualTo("Giao ước thi đua năm 2024");
		assertThat(form.select("[name='parties[1].name']").val()).isEqualTo("Công đoàn C01");

		MvcTestResult saved = this.examples.post(officer(this.unit), edit.replace("/edit", ""), "action", "save",
				"version", form.select("[name=version]").val(), "title", "Giao ước 2024", "signedDatePrecision", "DAY",
				"parties[0].side", "MANAGEMENT", "parties[0].name", "Lãnh đạo", "points[0].heading", "Vận động",
				"targets[0].text", "Học tập", "targets[0].kind", "PERCENT", "targets[0].operator", "GE",
				"targets[0].value", "95,5", "targets[0].denominatorKind", "UNION_MEMBERS", "targets[1].text", "");

		assertThat(saved).hasStatus3xxRedirection();
		Document page = this.examples.page(officer(this.unit), edit.replace("/edit", ""));
		assertThat(page.select("#targets tbody tr")).hasSize(1);
		assertThat(page.select("#targets").text()).contains("Từ 95,5% trở lên");
	}

	@Test
	void aSecondPledgeOfTheYearIsRefusedKindly() {
		begin("2024", "");

		MvcTestResult second = begin("2024", "");

		assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(second).select(".error").text()).contains("Công đoàn C01 đã có giao ước năm 2024");
		assertThat(begin("2023", "")).hasStatus3xxRedirection();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1989", "2999", "abc", "" })
	void aYearNobodyPledgesForIsRefused(String year) {
		assertThat(begin(year, "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void lastYearsPledgeIsCopiedWithoutItsSigning() {
		PledgeId last = this.examples.signed(this.unit, text(ALL_UNITS));
		Document page = this.examples.page(officer(this.unit), "/pledges/new?year=2025");
		assertThat(page.select("input[name=source]").get(0).val()).isEqualTo(last.toString());

		String edit = target(begin("2025", last.toString()));

		Document form = this.examples.page(officer(this.unit), edit);
		assertThat(form.select("[name=title]").val()).isEqualTo("Giao ước thi đua năm 2025");
		assertThat(form.select("[name='targets[0].text']").val()).isEqualTo("Đơn vị hoàn thành tốt");
		assertThat(form.select("[name='parties[0].signatoryName']").val()).isEmpty();
		assertThat(form.select("[name=signedOn]").val()).isEmpty();
	}

	@HostileCase("IDR-10")
	@Test
	void aForeignPledgeIsNoSource() {
		PledgeId foreign = this.examples.signed(this.sibling, text(ALL_UNITS));

		assertThat(begin("2025", foreign.toString())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(begin("2025", PledgeId.next().toString())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void rowsAreAddedAndRemovedWithoutJavaScript() {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));

		MvcTestResult added = this.examples.post(officer(this.unit), "/pledges/" + id, "action", "add-target",
				"version", "1", "title", "Tên mới", "targets[0].text", "Một", "targets[0].kind", "COUNT",
				"targets[0].value", "x");
		MvcTestResult removed = this.examples.post(officer(this.unit), "/pledges/" + id, "action", "remove-target-0",
				"version", "1", "title", "Tên mới", "targets[0].text", "Một", "targets[1].text", "Hai");

		assertThat(added).hasStatus(HttpStatus.OK);
		assertThat(html(added).select("#targets fieldset.group")).hasSize(2);
		assertThat(html(added).select("[name='targets[0].value']").val()).isEqualTo("x");
		assertThat(html(added).select("[name=title]").val()).isEqualTo("Tên mới");
		assertThat(html(added).select("form[method=post] button[name=action]").get(0).val()).isEqualTo("save");
		assertThat(html(removed).select("[name='targets[0].text']").val()).isEqualTo("Hai");
		assertThat(this.examples.page(officer(this.unit), "/pledges/" + id).select("h1").text())
			.isEqualTo("Giao ước thi đua năm 2024");
	}

	@HostileCase("PLE-02")
	@ParameterizedTest
	@ValueSource(strings = { "-5", "1e308", "NaN", "Infinity", "99999999999999999999", "1,234.5", "101", "1,853" })
	void badNumbersAreRefusedAndKept(String value) {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));

		MvcTestResult result = this.examples.post(officer(this.unit), "/pledges/" + id, "version", "1", "title", "Tên",
				"targets[0].text", "Một", "targets[0].kind", "PERCENT", "targets[0].operator", "GE",
				"targets[0].denominatorKind", "ALL_STAFF", "targets[0].value", value);

		assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(result).select("[name='targets[0].value']").val()).isEqualTo(value);
		assertThat(html(result).select("#errors a[href='#targets0.value']")).hasSize(1);
		assertThat(this.examples.page(officer(this.unit), "/pledges/" + id).text()).contains("Đơn vị hoàn thành tốt");
	}

	@Test
	void rowsNoPageOffersAreABadRequest() {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));

		assertThat(this.examples.post(officer(this.unit), "/pledges/" + id, "targets[99999].text", "x"))
			.hasStatus(HttpStatus.BAD_REQUEST);
	}

	@HostileCase("PLE-03")
	@Test
	void aSignedTextCannotChangeByAnyWay() {
		PledgeId id = this.examples.signed(this.unit, text(ALL_UNITS));
		String version = String.valueOf(this.examples.version(id));

		MvcTestResult posted = this.examples.post(officer(this.unit), "/pledges/" + id, "version", version, "title",
				"Khác");
		MvcTestResult opened = this.examples.get(officer(this.unit), "/pledges/" + id + "/edit");

		assertThat(posted).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(posted).text()).contains("lập phụ lục");
		assertThat(opened).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		for (String change : List.of("update pledge set title = 'x' where id = ?", "delete from pledge where id = ?",
				"update pledge_target set target_value = 1 where pledge_id = ?",
				"delete from pledge_point where pledge_id = ?",
				"insert into pledge_point (id, pledge_id, unit_id, seq, heading) select uuidv7(), id, unit_id, 9, 'x'"
						+ " from pledge where id = ?")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.examples.owner().update(change, id.value()));
		}
		Document page = this.examples.page(officer(this.unit), "/pledges/" + id);
		assertThat(page.select(".notice.ok").text()).startsWith("Văn bản khớp với bản đã ký.");
	}

	@Test
	void aTextChangedBehindTheTriggersIsNoticed() {
		PledgeId id = this.examples.signed(this.unit, text(ALL_UNITS));
		this.examples.owner().execute("alter table pledge_target disable trigger target_kept");
		this.examples.owner().update("update pledge_target set target_value = 1 where pledge_id = ?", id.value());
		this.examples.owner().execute("alter table pledge_target enable trigger target_kept");

		Document page = this.examples.page(officer(this.unit), "/pledges/" + id);

		assertThat(page.select(".notice.bad").text()).startsWith("Văn bản KHÔNG khớp");
	}

	@Test
	void aPledgeEnteredFromAPublicationHasNoFrozenCopy() {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));
		this.examples.owner().update("update pledge set status = 'SIGNED' where id = ?", id.value());

		assertThat(this.examples.page(officer(this.unit), "/pledges/" + id).select(".notice.warn").text())
			.startsWith("Văn bản nhập lại từ bản công bố, không có bản đóng băng");
		assertThat(this.examples.get(officer(this.unit), "/pledges/" + id + "/edit"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void anUnknownSignatoryNeedsAReason() {
		PledgeText text = text(ALL_UNITS);
		PledgeText unsaid = new PledgeText(text.title(), null, null, null, null, null, null, "DAY", null, null,
				List.of(text.parties().get(0), new PartyText("UNION", "Công đoàn Bộ", null, null, "SIGNER", null)),
				text.points(), text.targets());
		PledgeId id = this.examples.draft(this.unit, unsaid);

		MvcTestResult refused = sign(id, this.examples.version(id), "28/02/2024");

		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(html(refused).select("#errors").text()).contains("Ghi người ký của “Công đoàn Bộ”");
		assertThat(this.examples.status(id)).isEqualTo("DRAFT");
		PledgeId known = this.examples.draft(this.sibling, text);
		assertThat(this.examples.post(officer(this.sibling), "/pledges/" + known + "/signature", "version",
				String.valueOf(this.examples.version(known)), "signedDatePrecision", "UNKNOWN"))
			.hasStatus3xxRedirection();
		assertThat(this.examples.page(officer(this.sibling), "/pledges/" + known).text())
			.contains("Nguồn tin không nêu");
	}

	@Test
	void aSigningNeedsADayThatHasCome() {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));

		assertThat(sign(id, this.examples.version(id), "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(sign(id, this.examples.version(id), "01/01/2100")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(sign(id, this.examples.version(id), "31/02/2024")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(sign(id, this.examples.version(id) - 1, "28/02/2024")).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.examples.status(id)).isEqualTo("DRAFT");
	}

	@HostileCase("PLE-06")
	@Test
	void twoSignaturesAtOnceMakeOne() throws Exception {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));
		int version = this.examples.version(id);
		CyclicBarrier start = new CyclicBarrier(2);
		Callable<Integer> signing = () -> {
			start.await(10, TimeUnit.SECONDS);
			return sign(id, version, "28/02/2024").getResponse().getStatus();
		};
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			List<Future<Integer>> answers = two.invokeAll(List.of(signing, signing));

			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 409);
		}
		assertThat(this.examples.value(
				"select count(*) from audit_entry where subject_id = ? and action = 'pledge.signed'", Integer.class,
				id.value()))
			.isOne();
	}

	@Test
	void anEditOfAnOlderVersionShowsBothAndOverwritesNothing() {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));
		String version = String.valueOf(this.examples.version(id));
		assertThat(save(id, version, "Tên của người khác")).hasStatus3xxRedirection();

		MvcTestResult mine = save(id, version, "Tên của mình");

		assertThat(mine).hasStatus(HttpStatus.CONFLICT);
		assertThat(html(mine).select("[role=alert] tbody tr").get(0).text())
			.isEqualTo("Tên giao ước Tên của người khác Tên của mình");
		assertThat(this.examples.page(officer(this.unit), "/pledges/" + id).select("h1").text())
			.isEqualTo("Tên của người khác");
		assertThat(save(id, html(mine).select("[name=version]").val(), "Tên của mình")).hasStatus3xxRedirection();
	}

	@Test
	void anAddendumKeepsTheOriginal() {
		PledgeId id = this.examples.signed(this.unit, text(ALL_UNITS));
		String before = fingerprint(id);

		MvcTestResult begun = this.examples.post(officer(this.unit), "/pledges/" + id + "/addenda");
		PledgeId addendum = PledgeId.of(target(begun).split("/")[2]);
		this.examples.post(officer(this.unit), "/pledges/" + addendum, "version",
				String.valueOf(this.examples.version(addendum)), "title", "Phụ lục 1", "parties[0].side", "MANAGEMENT",
				"parties[0].name", "Lãnh đạo", "parties[0].signatoryName", "Trần Văn Bình", "parties[1].side", "UNION",
				"parties[1].name", "Công đoàn", "parties[1].unknownReason", "chưa rõ", "points[0].heading",
				"Thêm một nội dung");
		assertThat(sign(addendum, this.examples.version(addendum), "30/06/2024")).hasStatus3xxRedirection();

		Document page = this.examples.page(officer(this.unit), "/pledges/" + id);
		assertThat(page.select("article h3").text()).isEqualTo("Phụ lục 1 Đã ký");
		assertThat(page.select(".notice.ok").text()).startsWith("Văn bản khớp với bản đã ký.");
		assertThat(page.select(".timeline li").eachText()).first().asString().contains("30/06/2024 Ký phụ lục");
		assertThat(fingerprint(id)).isEqualTo(before).isNotEqualTo(fingerprint(addendum));
		assertThat(this.examples.page(officer(this.unit), "/pledges/" + addendum).text())
			.contains("Đây là phụ lục của Giao ước thi đua năm 2024");
		assertThat(this.examples.post(officer(this.unit), "/pledges/" + addendum + "/addenda"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aSignedPledgeIsCancelledByDecisionAndAnotherMayFollow() {
		PledgeId id = this.examples.signed(this.unit, text(ALL_UNITS));
		String version = String.valueOf(this.examples.version(id));

		assertThat(this.examples.post(officer(this.unit), "/pledges/" + id + "/cancellation", "version", version))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.examples.post(officer(this.unit), "/pledges/" + id + "/cancellation", "version", version,
				"reason", "Sáp nhập"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.examples.post(officer(this.unit), "/pledges/" + id + "/cancellation", "version", version,
				"reason", "Sáp nhập", "decision", "12/QĐ-CĐB"))
			.hasStatus3xxRedirection();

		assertThat(this.examples.page(officer(this.unit), "/pledges/" + id).text()).contains("Lý do: Sáp nhập")
			.contains("12/QĐ-CĐB");
		assertThat(begin("2024", "")).hasStatus3xxRedirection();
	}

	@Test
	void aViewerReadsAndWritesNothing() {
		PledgeId id = this.examples.draft(this.unit, text(ALL_UNITS));

		assertThat(this.examples.page(viewer(this.unit), "/pledges/" + id).select("main a.button").eachText())
			.containsExactly("Bản in");
		for (String address : List.of("/edit", "/signature", "/results", "/cancellation")) {
			assertThat(this.examples.get(viewer(this.unit), "/pledges/" + id + address))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		for (String address : List.of("", "/signature", "/results", "/cancellation", "/addenda", "/closure")) {
			assertThat(this.examples.post(viewer(this.unit), "/pledges/" + id + address))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.examples.post(viewer(this.unit), "/pledges", "unit", this.unit.toString(), "year", "2025"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aForeignPledgeLooksLikeNone() {
		PledgeId foreign = this.examples.signed(this.sibling, text(ALL_UNITS));
		PledgeId none = PledgeId.next();

		for (String address : List.of("", "/edit", "/signature", "/results", "/cancellation", "/print")) {
			MvcTestResult theirs = this.examples.get(officer(this.unit), "/pledges/" + foreign + address);
			MvcTestResult nobodys = this.examples.get(officer(this.unit), "/pledges/" + none + address);
			assertThat(theirs).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(html(theirs).select("main").text().replaceAll("[2-9A-HJKMNP-Z]{8}", ""))
				.isEqualTo(html(nobodys).select("main").text().replaceAll("[2-9A-HJKMNP-Z]{8}", ""));
		}
		for (String address : List.of("", "/signature", "/results", "/cancellation", "/addenda", "/closure")) {
			assertThat(this.examples.post(officer(this.unit), "/pledges/" + foreign + address))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		for (String id : List.of("0", "-1", "null", "00000000-0000-0000-0000-000000000000", "x' or 1=1")) {
			assertThat(this.examples.get(admin(this.ministry), "/pledges/" + id)).hasStatus(HttpStatus.NOT_FOUND);
		}
	}

	@Test
	void everyChangeIsAudited() {
		PledgeId id = this.examples.signed(this.unit, text(ALL_UNITS));

		assertThat(this.examples.owner()
			.queryForList("select action from audit_entry where subject_id = ? order by recorded_at, id", String.class,
					id.value()))
			.containsExactly("pledge.drafted", "pledge.changed", "pledge.signed");
		assertThat(this.examples.value("select changes ->> 'target.1.value' from audit_entry where subject_id = ?"
				+ " and action = 'pledge.changed'", String.class, id.value()))
			.contains("\"after\": \"100\"");
	}

	private MvcTestResult begin(String year, String source) {
		return this.examples.post(officer(this.unit), "/pledges", "unit", this.unit.toString(), "year", year, "level",
				"UNIT_JOINT", "source", source);
	}

	private MvcTestResult save(PledgeId id, String version, String title) {
		return this.examples.post(officer(this.unit), "/pledges/" + id, "version", version, "title", title);
	}

	private MvcTestResult sign(PledgeId id, int version, String day) {
		return this.examples.post(officer(this.unit), "/pledges/" + id + "/signature", "version",
				String.valueOf(version), "signedOn", day, "signedDatePrecision", "DAY");
	}

	private String fingerprint(PledgeId id) {
		return this.examples.value("select snapshot_sha256 from pledge where id = ?", String.class, id.value());
	}

}
