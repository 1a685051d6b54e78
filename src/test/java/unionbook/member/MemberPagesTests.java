package unionbook.member;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.HostileCase;
import unionbook.member.MemberExamples.Ministry;
import unionbook.platform.Actor;
import unionbook.platform.Role;
import unionbook.shared.Decision;
import unionbook.shared.Gender;
import unionbook.shared.MemberId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static unionbook.member.MemberExamples.as;
import static unionbook.member.MemberExamples.does;
import static unionbook.member.MemberExamples.holding;
import static unionbook.member.MemberExamples.typed;

/** The pages of a member, read as HTML. */
@MemberTest
class MemberPagesTests {

	private static final LocalDate JOINED = LocalDate.of(2018, 3, 1);

	private static final String NAME = "Nguyễn Thị Thu Lan";

	private final MockMvcTester mvc;

	private final MemberExamples examples;

	private final Members members;

	private Ministry ministry;

	private Actor officer;

	private MemberId lan;

	MemberPagesTests(@Autowired MockMvcTester mvc, @Autowired MemberExamples examples, @Autowired Members members) {
		this.mvc = mvc;
		this.examples = examples;
		this.members = members;
		this.ministry = examples.ministry();
		this.officer = holding(Role.UNIT_OFFICER, this.ministry.first());
		this.lan = MemberId.next();
	}

	@BeforeEach
	void aWomanInTheFirstUnit() {
		this.lan = this.examples.admit(this.ministry, this.ministry.first(), NAME, Gender.FEMALE, JOINED);
	}

	@Test
	void anOfficerAdmitsAndSeesTheRecord() {
		Map<String, String> typed = typed("Trần Thị Mai");
		typed.put("identityNumber", " 001 185 012345 ");
		typed.put("phone", "+84 912 345 678");
		typed.put("position", "CHUYEN_VIEN");
		typed.put("decisionNumber", "12/QĐ-CĐCS");

		MvcTestResult result = post(this.officer, admission(), typed);

		assertThat(result).hasStatus(302).hasRedirectedUrl("/members/" + typed.get("key"));
		Document page = page(get(this.officer, "/members/" + typed.get("key")));
		assertThat(page.select("h1").text()).isEqualTo("Trần Thị Mai");
		assertThat(page.select(".badge").text()).isEqualTo("Đang sinh hoạt");
		assertThat(page.select("main").text()).contains("05/02/1985", "•••••2345", "0912345678", "Chuyên viên")
			.doesNotContain("001185012345");
		assertThat(page.select(".timeline li").eachText()).singleElement()
			.asString()
			.contains("01/03/2021", "Kết nạp mới", "12/QĐ-CĐCS");
		assertThat(page.select(".notice.warn")).isEmpty();
	}

	@Test
	void theSameFormSentTwiceMakesOneMember() {
		Map<String, String> typed = typed("Trần Thị Mai");

		post(this.officer, admission(), typed);
		MvcTestResult second = post(this.officer, admission(), typed);

		assertThat(second).hasStatus(302).hasRedirectedUrl("/members/" + typed.get("key"));
		assertThat(count("Trần Thị Mai")).isEqualTo(1);
	}

	@Test
	void whoMayBeKnownAlreadyIsShownBeforeAnythingIsWritten() {
		Map<String, String> typed = typed("nguyen thi thu lan");
		typed.put("birth", "1980");

		MvcTestResult first = post(this.officer, admission(), typed);

		assertThat(first).hasStatus(422);
		assertThat(page(first).select(".notice.warn a[href='/members/" + this.lan + "']").text()).isEqualTo(NAME);
		assertThat(count("nguyen thi thu lan")).isZero();
		typed.put("confirmed", "yes");
		assertThat(post(this.officer, admission(), typed)).hasStatus(302);
		assertThat(count("nguyen thi thu lan")).isEqualTo(1);
	}

	@HostileCase("MEM-07")
	@Test
	void anIdentityNumberIsKnownInsideTheReachOnly() {
		Map<String, String> typed = typed("Trần Thị Mai");
		typed.put("identityNumber", "001185099999");
		post(this.officer, admission(), typed);
		Map<String, String> same = typed("Lê Thị Hoa");
		same.put("identityNumber", "001185099999");
		Ministry elsewhere = this.examples.ministry();

		assertThat(page(post(this.officer, admission(), same)).select(".notice.warn").text()).contains("Trần Thị Mai",
				"số CCCD đã có trong hệ thống");
		assertThat(post(elsewhere.admin(), "/units/" + elsewhere.first() + "/members", same)).hasStatus(302);
	}

	@HostileCase("MEM-04")
	@Test
	void aNameIsStoredInOneFormHoweverItIsTyped() {
		Map<String, String> typed = typed("Nguye\u0302\u0303n\u00ad  Thi\u0323 \u200d\u202eA\u0301nh");

		assertThat(post(this.officer, admission(), typed)).hasStatus(302);

		assertThat(count("Nguyễn Thị Ánh")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			fullName|-|Nhập hoặc chọn mục này.
			fullName|A|Nhập họ và tên
			fullName|=cmd()|Nhập họ và tên
			fullName|NguyÔn ThÞ ¸nh|Có vẻ dùng bảng mã cũ
			fullName|Nguyeãn Thò AÙnh|Có vẻ dùng bảng mã cũ
			gender|OTHER|Chọn lại một mục
			gender|-|Nhập hoặc chọn mục này.
			birth|31/02/1990|Nhập ngày sinh
			birth|5/2/90|Nhập ngày sinh
			birth|1899|Nhập ngày sinh
			birth|1/1/2100|Nhập ngày sinh
			effectiveOn|1/3/1999|tuổi khi vào công đoàn
			effectiveOn|-|Nhập hoặc chọn mục này.
			effectiveOn|1/1/2099|không quá một năm
			effectiveOn|1/1/2004|Đơn vị không hoạt động
			joinedUnionOn|1/4/2021|không sau ngày hiệu lực
			joinedUnionOn|1/4/1999|tuổi khi vào công đoàn
			hiredOn|1/1/2099|Nhập ngày không sau hôm nay.
			identityNumber|12345678901|Nhập đủ 12 chữ số
			identityNumber|0123456789012|Nhập đủ 12 chữ số
			identityNumber|001085OI2345|Nhập đủ 12 chữ số
			phone|12345|Nhập số điện thoại
			email|a@b|Nhập địa chỉ thư điện tử
			position|NO_SUCH|Chọn lại một mục
			kind|OPENING|Chọn lại một mục
			""")
	void whatCannotBeIsToldAtItsField(String field, String value, String sentence) {
		Map<String, String> typed = typed("Trần Thị Mai");
		typed.put(field, (value == null) ? "" : value);

		MvcTestResult result = post(this.officer, admission(), typed);

		assertThat(result).hasStatus(422);
		assertThat(page(result).select("#" + field + "-error, fieldset#" + field + " .error").text())
			.contains(sentence);
		assertThat(count("Trần Thị Mai")).isZero();
	}

	@HostileCase("MEM-02")
	@Test
	void fieldsThatAreNotAskedForChangeNothing() {
		Map<String, String> typed = typed("Trần Thị Mai");
		Map.of("id", this.lan.toString(), "unit.id", this.ministry.second().toString(), "unitId",
				this.ministry.second().toString(), "version", "99", "identityTail", "0000", "role", "MINISTRY_ADMIN")
			.forEach(typed::put);

		assertThat(post(this.officer, admission(), typed)).hasStatus(302);

		assertThat(this.examples.database()
			.sql("select unit_id || ' ' || version || ' ' || coalesce(identity_tail, '') from member where id::text = ?")
			.param(typed.get("key"))
			.query(String.class)
			.single()).isEqualTo(this.ministry.first() + " 0 ");
	}

	@Test
	void anIdentityNumberThatContradictsTheRecordIsToldAndKept() {
		Map<String, String> typed = typed("Trần Thị Mai");
		typed.put("identityNumber", "000086012345");

		assertThat(post(this.officer, admission(), typed)).hasStatus(302);

		assertThat(page(get(this.officer, "/members/" + typed.get("key"))).select(".notice.warn li")).hasSize(3);
		assertThat(page(get(holding(Role.VIEWER, this.ministry.first()), "/members/" + typed.get("key")))
			.select(".notice.warn")).isEmpty();
	}

	@Test
	void savingTheFormAsItIsChangesNothing() {
		Map<String, String> typed = filledIn(page(get(this.officer, "/members/" + this.lan + "/edit")));

		assertThat(post(this.officer, "/members/" + this.lan, typed)).hasStatus(302);

		assertThat(this.examples.database()
			.sql("select action from audit_entry where subject_id = ?")
			.param(this.lan.value())
			.query(String.class)
			.list()).containsExactly("member.admitted");
	}

	@Test
	void theLogIsToldThatSensitiveFieldsChangedButNotWhatTheySay() {
		Map<String, String> secrets = Map.of("ethnicity", "07", "religion", "CATHOLIC", "partyStatus", "OFFICIAL",
				"partyJoinedOn", "17/04/2019", "identityNumber", "099187004321");
		Map<String, String> typed = filledIn(page(get(this.officer, "/members/" + this.lan + "/edit")));
		typed.putAll(secrets);
		typed.put("effectiveOn", "1/7/2020");

		MvcTestResult saved = post(this.officer, "/members/" + this.lan, typed);
		if (saved.getResponse().getStatus() == 422) {
			// the number contradicts the year of birth on purpose: told once, then kept
			typed = filledIn(page(saved));
			typed.putAll(secrets);
			saved = post(this.officer, "/members/" + this.lan, typed);
		}

		assertThat(saved).hasStatus(302);
		String told = this.examples.database()
			.sql("select changes::text from audit_entry where subject_id = ? and action = 'member.changed'")
			.param(this.lan.value())
			.query(String.class)
			.single();
		assertThat(told).contains(secrets.keySet()).contains("4321");
		assertThat(told).doesNotContain("\"07\"", "CATHOLIC", "OFFICIAL", "NONE", "2019", "17/04", "099187");
	}

	@Test
	void aNewPositionHoldsFromItsDay() {
		Map<String, String> typed = filledIn(page(get(this.officer, "/members/" + this.lan + "/edit")));
		typed.put("position", "TRUONG_PHONG");

		assertThat(page(post(this.officer, "/members/" + this.lan, typed)).select("#effectiveOn-error").text())
			.contains("Nhập ngày mà thay đổi có hiệu lực");
		typed.put("effectiveOn", "1/7/2020");
		assertThat(post(this.officer, "/members/" + this.lan, typed)).hasStatus(302);

		assertThat(page(get(this.officer, "/members/" + this.lan + "?asOf=2020-06-30")).select(".card:first-of-type")
			.text()).doesNotContain("Trưởng phòng");
		Document after = page(get(this.officer, "/members/" + this.lan + "?asOf=2020-07-01"));
		assertThat(after.select(".card:first-of-type").text()).contains("Trưởng phòng");
		assertThat(after.select(".card:first-of-type").text()).contains("từ 01/03/2018");
		assertThat(after.select(".timeline li").eachText()).first().asString().contains("01/07/2020", "Trưởng phòng");
	}

	@HostileCase("MEM-11")
	@Test
	void aChangeMadeOnAnOldVersionOverwritesNothingAndShowsBoth() {
		Map<String, String> mine = filledIn(page(get(this.officer, "/members/" + this.lan + "/edit")));
		Map<String, String> theirs = new LinkedHashMap<>(mine);
		theirs.put("phone", "0911111111");
		post(this.officer, "/members/" + this.lan, theirs);
		mine.put("phone", "0922222222");
		mine.put("address", "Hà Nội");

		MvcTestResult result = post(this.officer, "/members/" + this.lan, mine);

		assertThat(result).hasStatus(409);
		Document conflict = page(result);
		assertThat(conflict.select("tbody th").eachText()).containsExactlyInAnyOrder("Số điện thoại", "Nơi ở hiện nay");
		assertThat(conflict.select("main").text()).contains("Giữ của tôi", "Lấy bản mới", "0911111111", "0922222222");
		assertThat(phone()).isEqualTo("0911111111");
		Map<String, String> chosen = filledIn(conflict);
		chosen.put("phone", "0922222222");
		assertThat(post(this.officer, "/members/" + this.lan, chosen)).hasStatus(302);
		assertThat(phone()).isEqualTo("0922222222");
	}

	@Test
	void aTransferIsMadeOnItsPage() {
		Actor ministryOfficer = holding(Role.MINISTRY_OFFICER, this.ministry.top());
		Document form = page(get(ministryOfficer, "/members/" + this.lan + "/transfers/new"));
		assertThat(form.select("select[name=unit] option").eachAttr("value"))
			.contains(this.ministry.second().toString())
			.doesNotContain(this.ministry.first().toString());

		MvcTestResult result = post(ministryOfficer, "/members/" + this.lan + "/transfers",
				Map.of("unit", this.ministry.second().toString(), "effectiveOn", "15/6/2021"));

		assertThat(result).hasStatus(302);
		assertThat(page(get(ministryOfficer, "/members/" + this.lan)).select(".timeline li").eachText()).first()
			.asString()
			.contains("15/06/2021", "Chuyển đến (trong Bộ)");
		assertThat(post(ministryOfficer, "/members/" + this.lan + "/transfers",
				Map.of("unit", this.ministry.second().toString(), "effectiveOn", "16/6/2021")))
			.hasStatus(422);
	}

	@Test
	void whoOnlyReachesAnEarlierUnitSeesWhatItsRosterShowed() {
		does(this.ministry.admin(), () -> this.members.transfer(this.lan, this.ministry.second(),
				LocalDate.of(2021, 6, 15), Decision.NONE));

		Document page = page(get(this.officer, "/members/" + this.lan));

		assertThat(page.select("h1").text()).isEqualTo(NAME);
		assertThat(page.select("main").text()).contains("ngoài phạm vi", "02/05/1980")
			.doesNotContain("Số điện thoại", "Dân tộc", "CCCD");
		assertThat(page.select("main .heading .actions a")).isEmpty();
		assertThat(get(this.officer, "/members/" + this.lan + "/edit")).hasStatus(404);
		assertThat(post(this.officer, "/members/" + this.lan + "/leaving",
				Map.of("reason", "RETIREMENT", "effectiveOn", "1/1/2022")))
			.hasStatus(404);
	}

	@Test
	void aLeavingIsMadeAndTakenBackOnItsPage() {
		assertThat(post(this.officer, "/members/" + this.lan + "/leaving",
				Map.of("reason", "SI_BENEFIT", "effectiveOn", "1/1/2022")))
			.hasStatus(302);

		Document page = page(get(this.officer, "/members/" + this.lan));
		assertThat(page.select(".badge").text()).isEqualTo("Tạm dừng sinh hoạt");
		assertThat(page.select("main .actions a").eachText()).containsExactly("Sửa", "Sinh hoạt trở lại", "Nhật ký");
		assertThat(page(get(this.officer, "/members/" + this.lan + "?asOf=2021-12-31")).select(".badge").text())
			.isEqualTo("Đang sinh hoạt");
		assertThat(page(get(this.officer, "/members/" + this.lan + "/returning")).select("h1").text()).contains(NAME);
		assertThat(post(this.officer, "/members/" + this.lan + "/returning",
				Map.of("kind", "IN_RETURN", "effectiveOn", "1/3/2022")))
			.hasStatus(302);
		assertThat(page(get(this.officer, "/members/" + this.lan)).select(".badge").text()).isEqualTo("Đang sinh hoạt");
	}

	@Test
	void aMemberOutsideTheReachLooksLikeNobody() {
		Actor stranger = holding(Role.UNIT_OFFICER, this.ministry.second());
		MemberId nobody = MemberId.next();

		for (String page : List.of("", "/edit", "/leaving", "/returning")) {
			assertThat(anonymous(get(stranger, "/members/" + this.lan + page), this.lan))
				.isEqualTo(anonymous(get(stranger, "/members/" + nobody + page), nobody));
		}
		assertThat(get(stranger, "/members/" + this.lan)).hasStatus(404);
		assertThat(post(stranger, "/members/" + this.lan, typed(NAME))).hasStatus(404);
		assertThat(post(stranger, admission(), typed(NAME))).hasStatus(404);
		assertThat(get(stranger, "/units/" + this.ministry.first() + "/members/new")).hasStatus(404);
	}

	@Test
	void aViewerReadsYearOfBirthAndChangesNothing() {
		Actor viewer = holding(Role.VIEWER, this.ministry.first());

		Document page = page(get(viewer, "/members/" + this.lan));

		assertThat(page.select("main").text()).contains("1980", NAME)
			.doesNotContain("02/05/1980", "Dân tộc", "Đảng viên", "Số điện thoại");
		assertThat(page.select("main .heading .actions a")).isEmpty();
		assertThat(post(viewer, "/members/" + this.lan, typed(NAME))).hasStatus(403);
		assertThat(post(viewer, admission(), typed(NAME))).hasStatus(403);
		for (String action : List.of("transfers", "leaving", "returning")) {
			assertThat(post(viewer, "/members/" + this.lan + "/" + action, Map.of())).hasStatus(403);
		}
		assertThat(post(this.officer, "/members/" + this.lan + "/transfers", Map.of())).hasStatus(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "9223372036854775808", "1 OR 1=1", "00000000-0000-0000-0000-000000000000",
			"null", "’" })
	void anIdThatIsNoneLeadsNowhere(String id) {
		assertThat(as(this.officer, () -> this.mvc.get().uri("/members/{id}", id).with(user("officer")).exchange()))
			.hasStatus(404);
	}

	private String admission() {
		return "/units/" + this.ministry.first() + "/members";
	}

	private long count(String name) {
		return this.examples.database()
			.sql("select count(*) from member where full_name = ? and unit_id = ?")
			.params(name, this.ministry.first().value())
			.query(Long.class)
			.single();
	}

	private String phone() {
		return this.examples.database()
			.sql("select phone from member where id = ?")
			.param(this.lan.value())
			.query(String.class)
			.single();
	}

	private MvcTestResult get(Actor actor, String address) {
		return as(actor, () -> this.mvc.get().uri(address).with(user(actor.username())).exchange());
	}

	private MvcTestResult post(Actor actor, String address, Map<String, String> typed) {
		return as(actor, () -> {
			var request = this.mvc.post().uri(address).with(user(actor.username())).with(csrf());
			typed.forEach(request::param);
			return request.exchange();
		});
	}

	/** What a browser would send if nothing was touched. */
	private static Map<String, String> filledIn(Document page) {
		Map<String, String> values = new LinkedHashMap<>();
		page.select("form[data-guard]")
			.forms()
			.getFirst()
			.formData()
			.forEach((pair) -> values.put(pair.key(), pair.value()));
		values.remove("_csrf");
		return values;
	}

	/** A page without what differs from one request to the next. */
	private static String anonymous(MvcTestResult result, MemberId id) {
		return page(result).html()
			.replace(id.toString(), "ID")
			.replaceAll("nonce=\"[^\"]*\"", "")
			.replaceAll("\\b[23456789A-HJ-NP-Z]{8}\\b", "CODE")
			.replaceAll("(_csrf\"[^>]*(content|value)=)\"[^\"]*\"", "$1");
	}

	private static Document page(MvcTestResult result) {
		try {
			result.getResponse().setCharacterEncoding(StandardCharsets.UTF_8.name());
			return Jsoup.parse(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
