package unionbook.access;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import unionbook.TestDatabase;
import unionbook.platform.Actor;
import unionbook.platform.CurrentActor;
import unionbook.platform.DayClock;
import unionbook.platform.Grant;
import unionbook.platform.Right;
import unionbook.platform.Role;
import unionbook.shared.AccountId;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A unit goes from one ministry to another on a day. Who loses it reads what was and
 * changes nothing; who gets it reaches everything. Both walls say so, each by itself.
 */
class HandedOverReachTests {

	private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

	private final UnitId oldMinistry = UnitId.next();

	private final UnitId newMinistry = UnitId.next();

	private final UnitId moved = UnitId.next();

	private final UnitId section = UnitId.next();

	private final UnitId merged = UnitId.next();

	private JdbcClient owner;

	private JdbcClient application;

	private TransactionTemplate transaction;

	@BeforeEach
	void twoMinistries() throws SQLException {
		TestDatabase database = TestDatabase.fresh();
		this.owner = JdbcClient.create(database.owner());
		var source = new SingleConnectionDataSource(database.application().getConnection(), true);
		this.application = JdbcClient.create(source);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
		// these tests write one statement at a time
		this.owner.sql("alter table membership drop constraint membership_unit_id_period_fkey").update();
		found(this.oldMinistry, "A", List.of());
		found(this.newMinistry, "B", List.of());
		found(this.moved, "C01", List.of(this.oldMinistry));
		found(this.section, "C01.1", List.of(this.oldMinistry, this.moved));
		found(this.merged, "C02", List.of(this.oldMinistry));
		person(this.moved, "2010-01-01");
		person(this.section, "2010-01-01");
		person(this.merged, "2010-01-01");
		handOver();
		person(this.moved, "2025-03-01");
		person(this.section, "2025-06-01");
	}

	@Test
	void whoLostAUnitReadsWhatBeganBeforeAndNothingLater() {
		as(this.oldMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			assertThat(strings("select lower(period)::text from membership where unit_id = any (?)"))
				.containsExactlyInAnyOrder("2010-01-01", "2010-01-01");
			assertThat(strings("select effective_on::text from movement where unit_id = any (?)"))
				.containsExactlyInAnyOrder("2010-01-01", "2010-01-01");
			assertThat(strings("select distinct day::text from headcount_day where unit_id = any (?)"))
				.containsExactly("2010-01-01");
			assertThat(strings("select distinct year::text from headcount_year where unit_id = any (?)"))
				.containsExactly("2010");
			assertThat(strings("select distinct upper(period)::text from unit_version where unit_id = any (?)"))
				.containsExactly(DAY.toString());
			assertThat(strings("select full_name from member where unit_id = any (?)")).isEmpty();
			assertThat(reach.reaches(this.moved)).isTrue();
			assertThat(reach.reaches(this.moved, DAY.minusDays(1))).isTrue();
			assertThat(reach.reaches(this.moved, DAY)).isFalse();
			assertThat(Set.of(reach.units(DAY.minusDays(1)))).contains(this.moved.value(), this.section.value());
			assertThat(Set.of(reach.units(DAY))).containsOnly(this.oldMinistry.value(), this.merged.value());
			assertThat(reach.may(Right.READ_PERSONAL, this.moved)).isTrue();
		});
	}

	@Test
	void whoLostAUnitChangesNothingThereAnyMore() {
		as(this.oldMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			for (Right right : Right.values()) {
				assertThat(reach.may(right, this.section)).as(right.name()).isEqualTo(!right.changes());
				assertThat(reach.may(right, this.merged)).as(right.name()).isTrue();
			}
			assertThat(update("update membership set department = 'x' where unit_id = ?", this.moved)).isZero();
			assertThat(update("delete from membership where unit_id = ?", this.moved)).isZero();
			assertThat(update("update unit set version = 9 where id = ?", this.moved)).isZero();
			assertThat(update("update membership set department = 'x' where unit_id = ?", this.merged)).isOne();
		});
		as(this.oldMinistry, Role.MINISTRY_ADMIN, (reach) -> assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> update(
					"insert into unit_event (id, unit_id, kind, effective_on) values (uuidv7(), ?, 'RENAMED', '2020-01-01')",
					this.moved))
			.havingRootCause()
			.withMessageContaining("row-level security"));
	}

	@Test
	void whoTakesAUnitOverReachesItsWholeHistory() {
		as(this.newMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			assertThat(strings("select lower(period)::text from membership where unit_id = any (?)")).hasSize(4)
				.contains("2010-01-01", "2025-06-01");
			assertThat(strings("select full_name from member where unit_id = any (?)")).hasSize(4);
			assertThat(reach.may(Right.WRITE_MEMBERS, this.section)).isTrue();
			assertThat(update("update membership set department = 'x' where unit_id = ?", this.moved)).isEqualTo(2);
			assertThat(reach.reaches(this.merged)).isFalse();
		});
	}

	@Test
	void nothingIsHiddenFromWhoLostNothingAndItCostsNothing() {
		as(this.moved, Role.UNIT_OFFICER, (reach) -> {
			assertThat(this.application.sql("select current_setting('app.whole')").query(String.class).single())
				.isEqualTo("on");
			assertThat(strings("select full_name from member where unit_id = any (?)")).hasSize(4);
			assertThat(reach.may(Right.WRITE_MEMBERS, this.moved)).isTrue();
		});
	}

	@Test
	void anEndedMinistryReadsEverythingItWasAndChangesNothing() {
		end(this.merged);
		end(this.oldMinistry);
		this.owner.sql("call inherit_reach(?, ?)")
			.params(this.oldMinistry.value(), new UUID[] { this.newMinistry.value() })
			.update();

		as(this.oldMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			assertThat(strings("select full_name from member where unit_id = any (?)", this.merged)).hasSize(1);
			assertThat(strings("select kind from unit_event where unit_id = any (?)", this.merged))
				.containsExactly("ENDED");
			assertThat(reach.reaches(this.oldMinistry, LocalDate.of(2026, 1, 1))).isTrue();
			assertThat(reach.may(Right.WRITE_UNITS, this.oldMinistry)).isFalse();
			assertThat(reach.may(Right.WRITE_MEMBERS, this.merged)).isFalse();
			assertThat(reach.units(Right.WRITE_MEMBERS)).isEmpty();
			assertThat(update("update membership set department = 'x' where unit_id = ?", this.merged)).isZero();
			assertThat(update("update member set note = 'x' where unit_id = ?", this.merged)).isZero();
		});
		as(this.newMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			assertThat(reach.reaches(this.merged)).isTrue();
			assertThat(reach.may(Right.READ_PERSONAL, this.merged)).isTrue();
			assertThat(reach.may(Right.WRITE_UNITS, this.merged)).isFalse();
			assertThat(strings("select full_name from member where unit_id = any (?)", this.merged)).hasSize(1);
			assertThat(reach.tops()).containsExactly(this.newMinistry);
		});
	}

	@Test
	void whoStoodAboveAnEndedUnitStillCorrectsIt() {
		end(this.merged);

		as(this.oldMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			assertThat(reach.may(Right.WRITE_UNITS, this.merged)).isTrue();
			assertThat(update("update membership set department = 'x' where unit_id = ?", this.merged)).isOne();
		});
		as(this.merged, Role.UNIT_OFFICER,
				(reach) -> assertThat(reach.may(Right.WRITE_MEMBERS, this.merged)).isFalse());
	}

	@Test
	void anEndToComeChangesNothingBeforeItsDay() {
		this.owner.sql("update unit_reach set until = '2027-01-01' where root_id = ? and unit_id = ?")
			.params(this.merged.value(), this.merged.value())
			.update();

		as(this.merged, Role.UNIT_OFFICER, (reach) -> {
			assertThat(reach.may(Right.WRITE_MEMBERS, this.merged)).isTrue();
			assertThat(update("update membership set department = 'x' where unit_id = ?", this.merged)).isOne();
		});
	}

	@Test
	void whatIsUndoneIsAsIfItHadNeverBeen() {
		Set<String> before = reachOf(this.moved);
		this.owner.sql("call inherit_reach(?, ?)")
			.params(this.merged.value(), new UUID[] { this.newMinistry.value() })
			.update();
		this.owner.sql("delete from unit_version where lower(period) = ?").param(DAY).update();
		this.owner.sql("update unit_version set period = '[2000-01-01,)' where upper(period) = ?").param(DAY).update();
		this.owner.sql("call settle_reach(?)").param(new UUID[] { this.moved.value() }).update();
		this.owner.sql("call disinherit_reach(?, ?)")
			.params(this.merged.value(), new UUID[] { this.newMinistry.value() })
			.update();

		assertThat(reachOf(this.moved)).isNotEqualTo(before)
			.contains(this.oldMinistry + " null", this.newMinistry + " -infinity");
		as(this.newMinistry, Role.MINISTRY_ADMIN, (reach) -> {
			assertThat(reach.units()).containsExactly(this.newMinistry.value());
			assertThat(this.application.sql("select unnest(reached_units())").query(UUID.class).list())
				.containsExactly(this.newMinistry.value());
		});
		as(this.oldMinistry, Role.MINISTRY_ADMIN,
				(reach) -> assertThat(reach.may(Right.WRITE_MEMBERS, this.section)).isTrue());
	}

	private Set<String> reachOf(UnitId unit) {
		return new TreeSet<>(this.owner
			.sql("select root_id || ' ' || coalesce(until::text, 'null') from unit_reach where unit_id = ?")
			.param(unit.value())
			.query(String.class)
			.list());
	}

	/** As the engine does it: versions first, the reach from them. */
	private void handOver() {
		for (UnitId unit : List.of(this.moved, this.section)) {
			this.owner.sql("update unit_version set period = daterange('2000-01-01', ?) where unit_id = ?")
				.params(DAY, unit.value())
				.update();
			this.owner
				.sql("""
						insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
						select uuidv7(), unit_id, daterange(?, null), code, name, kind, host_kind, funding_type,
							case when parent_id = ? then ? else parent_id end, array_replace(path, ?, ?)
						from unit_version where unit_id = ?""")
				.params(DAY, this.oldMinistry.value(), this.newMinistry.value(), this.oldMinistry.value(),
						this.newMinistry.value(), unit.value())
				.update();
		}
		this.owner.sql("call settle_reach(?)").param(new UUID[] { this.moved.value() }).update();
	}

	private void end(UnitId unit) {
		this.owner.sql("delete from membership where unit_id = ?").param(unit.value()).update();
		this.owner.sql("update unit_version set period = daterange('2000-01-01', ?) where unit_id = ?")
			.params(DAY, unit.value())
			.update();
		if (unit.equals(this.merged)) {
			this.owner
				.sql("""
						insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
							search_key, gender, birth_date, birth_precision)
						select uuidv7(), id, unit_id, daterange('2010-01-01', ?), 'An', 'An', 'N', '', 'an', 'FEMALE',
							'1980-01-01', 'DAY' from member where unit_id = ?""")
				.params(DAY, unit.value())
				.update();
			this.owner.sql("insert into unit_event (id, unit_id, kind, effective_on) values (uuidv7(), ?, 'ENDED', ?)")
				.params(unit.value(), DAY)
				.update();
		}
		this.owner.sql("call settle_reach(?)").param(new UUID[] { unit.value() }).update();
	}

	private void found(UnitId unit, String code, List<UnitId> above) {
		UUID[] path = java.util.stream.Stream.concat(above.stream(), java.util.stream.Stream.of(unit))
			.map(UnitId::value)
			.toArray(UUID[]::new);
		this.owner.sql("insert into unit (id) values (?)").param(unit.value()).update();
		this.owner.sql("insert into unit_reach (root_id, unit_id) select unnest(?), ?")
			.params(path, unit.value())
			.update();
		this.owner
			.sql("""
					insert into unit_version (id, unit_id, period, code, name, kind, host_kind, funding_type, parent_id, path)
					values (uuidv7(), ?, '[2000-01-01,)', ?, ?, 'CDCS', 'VU', 'ADMIN', cast(? as uuid), ?)""")
			.params(unit.value(), code, code, above.isEmpty() ? null : above.getLast().toString(), path)
			.update();
	}

	private void person(UnitId unit, String from) {
		UUID id = UUID.randomUUID();
		this.owner.sql("""
				insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
				values (?, ?, 'Nguyễn An', 'Nguyễn', 'An', 'FEMALE', '1980-01-01')""")
			.params(id, unit.value())
			.update();
		this.owner
			.sql("""
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision)
					values (uuidv7(), ?, ?, daterange(cast(? as date), null), 'An', 'An', 'N', '', 'an', 'FEMALE',
						'1980-01-01', 'DAY')""")
			.params(id, unit.value(), from)
			.update();
		this.owner.sql("""
				insert into movement (id, member_id, unit_id, kind, gender, effective_on)
				values (uuidv7(), ?, ?, 'IN_ADMISSION', 'FEMALE', cast(? as date))""")
			.params(id, unit.value(), from)
			.update();
	}

	private List<String> strings(String sql) {
		return strings(sql, this.moved, this.section);
	}

	private List<String> strings(String sql, UnitId... units) {
		UUID[] ids = java.util.Arrays.stream(units).map(UnitId::value).toArray(UUID[]::new);
		return this.application.sql(sql).param(ids).query(String.class).list();
	}

	private int update(String sql, UnitId unit) {
		return this.application.sql(sql).param(unit.value()).update();
	}

	/** Works as the application does for an account with one grant, and undoes it. */
	private void as(UnitId root, Role role, Consumer<Reach> work) {
		Actor actor = new Actor(AccountId.next(), "test", "Test", List.of(new Grant(role, root, true)));
		DayClock clock = new DayClock(
				Clock.fixed(DAY.plusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
		CurrentActor.runAs(actor, () -> {
			this.transaction.executeWithoutResult((status) -> {
				this.application.sql("""
						select set_config('app.roots', :root, true), set_config('app.today', :today, true),
							set_config('app.whole', case when reach_is_whole(array[cast(:root as uuid)],
								cast(:today as date)) then 'on' else '' end, true)""")
					.param("root", root.toString())
					.param("today", clock.today().toString())
					.query()
					.listOfRows();
				status.setRollbackOnly();
				work.accept(new Reach(this.application, clock));
			});
			return "";
		});
	}

}
