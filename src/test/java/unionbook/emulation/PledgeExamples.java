package unionbook.emulation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.Grant;
import unionbook.platform.Role;
import unionbook.shared.Ids;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Units, actors and pledges for the tests; each test has ministries of its own. */
@TestComponent
class PledgeExamples {

	static final LocalDate SIGNED_ON = LocalDate.of(2024, 2, 28);

	private final MockMvcTester mvc;

	private final PledgeWriting writing;

	private final JdbcTemplate owner;

	PledgeExamples(MockMvcTester mvc, PledgeWriting writing, TestDatabase database) {
		this.mvc = mvc;
		this.writing = writing;
		this.owner = new JdbcTemplate(database.owner());
	}

	UnitId ministry(String code) {
		return unit(UnitId.next(), null, code, "Công đoàn Bộ " + code, "CD_BO");
	}

	UnitId grassroots(UnitId ministry, String code) {
		return unit(UnitId.next(), ministry, code, "Công đoàn " + code, "CDCS");
	}

	private UnitId unit(UnitId unit, @Nullable UnitId parent, String code, String name, String kind) {
		UUID[] path = (parent == null) ? new UUID[] { unit.value() } : new UUID[] { parent.value(), unit.value() };
		this.owner.update("insert into unit (id) values (?)", unit.value());
		for (UUID root : path) {
			this.owner.update("insert into unit_reach (root_id, unit_id) values (?, ?)", root, unit.value());
		}
		this.owner.update(
				"""
						insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
						values (?, ?, '[1990-01-01,)', ?, ?, ?, 'VU', 'ADMIN', ?, ?)""",
				Ids.next(), unit.value(), code, name, kind, (parent == null) ? null : parent.value(), path);
		return unit;
	}

	void members(UnitId unit, int count) {
		this.owner.update(
				"""
						with person as (
							insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
							select uuidv7(), ?, 'Nguyễn An', 'Nguyễn', 'An', 'FEMALE', '1980-01-01' from generate_series(1, ?)
							returning id, unit_id
						)
						insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
							search_key, gender, birth_date, birth_precision)
						select uuidv7(), id, unit_id, '[2000-01-01,)', 'Nguyễn An', 'An', 'Nguyễn', '', 'nguyen an', 'FEMALE',
							'1980-01-01', 'DAY' from person""",
				unit.value(), count);
	}

	/** One value that must be there. */
	<T> T value(String sql, Class<T> type, Object... parameters) {
		return Objects.requireNonNull(this.owner.queryForObject(sql, type, parameters));
	}

	/** Where a form leads. */
	static String target(MvcTestResult result) {
		return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
	}

	/** Changes or reads rows as somebody with the owner's password would. */
	JdbcTemplate owner() {
		return this.owner;
	}

	static Actor admin(UnitId unit) {
		return actor(Role.MINISTRY_ADMIN, unit);
	}

	static Actor officer(UnitId unit) {
		return actor(Role.UNIT_OFFICER, unit);
	}

	static Actor viewer(UnitId unit) {
		return actor(Role.VIEWER, unit);
	}

	private static Actor actor(Role role, UnitId unit) {
		return new Actor(null, "test", "Nguyễn Thử", List.of(new Grant(role, unit, true)));
	}

	static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
		return CurrentActor.runAs(actor, work);
	}

	static TargetText percent(String text, String value, String denominatorKind) {
		return new TargetText(text, Goal.percent(TargetOperator.GE, value), "%", denominatorKind, null, null, null);
	}

	static PledgeText text(TargetText... targets) {
		return new PledgeText("Giao ước thi đua năm 2024", "Kế thừa, đổi mới", null, "Luật Thi đua\nNghị quyết 7",
				"Hội nghị cán bộ", "Hà Nội", SIGNED_ON, "DAY", 4, null,
				List.of(new PartyText("MANAGEMENT", "Lãnh đạo Bộ", "Trần Văn Bình", "Bộ trưởng", "SIGNER", null),
						new PartyText("UNION", "Công đoàn Bộ", null, null, "ON_BEHALF_TM", "Nguồn tin không nêu")),
				List.of(new PointText("Vận động", "Lời văn một"), new PointText("Chăm lo", "Lời văn hai")),
				List.of(targets));
	}

	PledgeId draft(UnitId unit, PledgeText text) {
		return as(admin(unit), () -> {
			boolean ministry = value("select kind = 'CD_BO' from unit_version where unit_id = ?", Boolean.class,
					unit.value());
			PledgeId id = this.writing.draft(unit, 2024, ministry ? PledgeLevel.MINISTRY_JOINT : PledgeLevel.UNIT_JOINT,
					null);
			this.writing.rewrite(id, version(id), text);
			return id;
		});
	}

	PledgeId signed(UnitId unit, PledgeText text) {
		PledgeId id = draft(unit, text);
		as(admin(unit), () -> {
			this.writing.sign(id, version(id), SIGNED_ON, "DAY");
			return id;
		});
		return id;
	}

	int version(PledgeId id) {
		return value("select version from pledge where id = ?", Integer.class, id.value());
	}

	String status(PledgeId id) {
		return value("select status from pledge where id = ?", String.class, id.value());
	}

	List<UUID> targets(PledgeId id) {
		return this.owner.queryForList("select id from pledge_target where pledge_id = ? order by seq", UUID.class,
				id.value());
	}

	MvcTestResult get(Actor actor, String address) {
		return as(actor, () -> this.mvc.get().uri(address).with(user("test")).exchange());
	}

	MvcTestResult post(Actor actor, String address, String... parameters) {
		var request = this.mvc.post().uri(address).with(user("test")).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request = request.param(parameters[i], parameters[i + 1]);
		}
		var sent = request;
		return as(actor, sent::exchange);
	}

	Document page(Actor actor, String address) {
		MvcTestResult result = get(actor, address);
		assertThat(result).as(address).hasStatus(HttpStatus.OK);
		return html(result);
	}

	static Document html(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

}
