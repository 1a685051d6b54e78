package unionbook.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import unionbook.TestDatabase;
import unionbook.platform.Forbidden;
import unionbook.platform.NotFound;
import unionbook.platform.RuleViolation;
import unionbook.platform.StaleVersion;
import unionbook.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static unionbook.unit.UnitExamples.DECISION;
import static unionbook.unit.UnitExamples.START;
import static unionbook.unit.UnitExamples.admin;
import static unionbook.unit.UnitExamples.as;
import static unionbook.unit.UnitExamples.doAs;
import static unionbook.unit.UnitExamples.facts;
import static unionbook.unit.UnitExamples.officer;
import static unionbook.unit.UnitExamples.viewer;

/**
 * Units are founded, changed and ended by decisions, and the days before stay as they
 * were.
 */
@UnitTest
class UnitDecisionsTests {

	private static final LocalDate DAY = LocalDate.of(2020, 6, 1);

	private final UnitExamples.Tree tree;

	private final Units units;

	private final UnitChanges changes;

	private final JdbcClient owner;

	UnitDecisionsTests(@Autowired UnitExamples.Tree tree, @Autowired Units units, @Autowired UnitChanges changes,
			@Autowired TestDatabase database) {
		this.tree = tree;
		this.units = units;
		this.changes = changes;
		this.owner = JdbcClient.create(database.owner());
	}

	@Test
	void aUnitExistsFromTheDayItIsFounded() {
		UnitId ministry = this.tree.ministry();
		this.tree.under(ministry, ministry, facts("C01", "Công đoàn Vụ A"), DAY);

		assertThat(codes(ministry, DAY.minusDays(1))).containsExactly("BO");
		assertThat(codes(ministry, DAY)).containsExactly("BO", "C01");
	}

	@Test
	void aNameChangesOnTheDayOfTheDecision() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ Cũ");

		change(ministry, unit, 0, "C01", "Công đoàn Vụ Mới", DAY);

		assertThat(name(ministry, unit, DAY.minusDays(1))).isEqualTo("Công đoàn Vụ Cũ");
		assertThat(name(ministry, unit, DAY)).isEqualTo("Công đoàn Vụ Mới");
		assertThat(audited(unit)).containsExactly("unit.founded", "unit.changed");
	}

	@Test
	void aCorrectionChangesTheFactsForAsLongAsTheyHeld() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ Sai");
		change(ministry, unit, 0, "C01", "Công đoàn Vụ Mới", DAY);

		doAs(admin(ministry), () -> this.changes.correct(unit, 1, facts("C01", "Công đoàn Vụ Đúng"), START));

		assertThat(name(ministry, unit, DAY.minusDays(1))).isEqualTo("Công đoàn Vụ Đúng");
		assertThat(name(ministry, unit, DAY)).isEqualTo("Công đoàn Vụ Mới");
		assertThat(audited(unit)).containsExactly("unit.founded", "unit.changed", "unit.corrected");
	}

	@Test
	void aUnitIsGoneFromTheDayItEnds() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");

		this.tree.end(ministry, unit, DAY);

		assertThat(codes(ministry, DAY.minusDays(1))).containsExactly("BO", "C01");
		assertThat(codes(ministry, DAY)).containsExactly("BO");
		assertThat(name(ministry, unit, DAY.plusYears(5))).isEqualTo("Công đoàn Vụ A");
		assertThat(audited(unit)).containsExactly("unit.founded", "unit.ended");
	}

	@Test
	void aRenamedSuperiorChangesNothingBelow() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");

		change(ministry, ministry, 0, "BO", "Công đoàn Bộ Mới", DAY, "CD_BO", "KHAC");

		UnitRow row = as(admin(ministry), () -> this.units.find(unit, DAY));
		assertThat(row.period().from()).isEqualTo(START);
		assertThat(lineage(ministry, row, DAY.minusDays(1))).startsWith("Công đoàn Bộ Thử nghiệm");
		assertThat(lineage(ministry, row, DAY)).startsWith("Công đoàn Bộ Mới");
	}

	@Test
	void aCodeIsFreeAgainAfterItsUnitEnded() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.tree.under(ministry, ministry, facts("c01", "Công đoàn Vụ B"), DAY))
			.withMessage("unit.error.code.taken");
		this.tree.end(ministry, unit, DAY);
		this.tree.under(ministry, ministry, facts("c01", "Công đoàn Vụ B"), DAY);

		assertThat(as(admin(ministry), () -> this.units.below(ministry, DAY))).extracting(UnitRow::name)
			.containsExactly("Công đoàn Bộ Thử nghiệm", "Công đoàn Vụ B");
		this.tree.grassroots(this.tree.ministry(), "C01", "the same code in another ministry");
	}

	@Test
	void aKindStandsOnlyWhereTheRulesAllowIt() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		UnitFacts group = new UnitFacts("T1", "Tổ 1", "TO_CD", "VU", "ADMIN");

		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.tree.under(ministry, ministry, group, DAY))
			.withMessage("unit.error.kind");
		this.tree.under(ministry, unit, group, DAY);

		assertThat(codes(ministry, DAY)).containsExactly("BO", "C01", "T1");
	}

	@Test
	void aDayThatCutsLaterFactsIsRefused() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		LocalDate future = LocalDate.of(2090, 1, 1);
		change(ministry, unit, 0, "C01", "Công đoàn Vụ B", future);

		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> change(ministry, unit, 1, "C01", "Công đoàn Vụ C", DAY))
			.satisfies((broken) -> assertThat(broken.arguments()).contains("01/01/2090", "Công đoàn Vụ B"));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.tree.under(ministry, unit, new UnitFacts("T1", "Tổ 1", "TO_CD", "VU", "ADMIN"),
					START.minusDays(1)))
			.withMessage("unit.error.parentBegins");
		assertThat(name(ministry, unit, future.minusDays(1))).isEqualTo("Công đoàn Vụ A");
	}

	@Test
	void anEndAlreadyDecidedOutlivesAChangeBeforeIt() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		this.tree.end(ministry, unit, DAY);

		change(ministry, unit, 1, "C01", "Công đoàn Vụ B", DAY.minusMonths(1));

		assertThat(name(ministry, unit, DAY.minusDays(1))).isEqualTo("Công đoàn Vụ B");
		assertThat(codes(ministry, DAY)).containsExactly("BO");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.tree.under(ministry, unit, new UnitFacts("T1", "Tổ 1", "TO_CD", "VU", "ADMIN"),
					DAY.minusMonths(2)))
			.withMessage("unit.error.parentEnds");
	}

	@Test
	void aChangeLeavesTheMembershipsOfTheUnitAsTheyAre() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		member(unit, "[2000-01-01,)");
		change(ministry, unit, 0, "C01", "Công đoàn Vụ B", DAY);

		assertThat(name(ministry, unit, DAY)).isEqualTo("Công đoàn Vụ B");
	}

	@Test
	void onlyTheRightToWriteUnitsFoundsAndChanges() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		UnitId foreign = this.tree.ministry();

		assertThatExceptionOfType(Forbidden.class)
			.isThrownBy(() -> doAs(viewer(ministry), () -> this.changes.correct(unit, 0, facts("C01", "Khác"), DAY)));
		assertThatExceptionOfType(Forbidden.class)
			.isThrownBy(() -> doAs(officer(unit), () -> this.changes.correct(unit, 0, facts("C01", "Khác"), DAY)));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> doAs(admin(foreign), () -> this.changes.correct(unit, 0, facts("C01", "Khác"), DAY)));
	}

	@Test
	void aStaleChangeChangesNothing() {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		change(ministry, unit, 0, "C01", "Công đoàn Vụ B", DAY);

		assertThatExceptionOfType(StaleVersion.class)
			.isThrownBy(() -> change(ministry, unit, 0, "C01", "Công đoàn Vụ C", DAY.plusDays(1)));
		assertThat(name(ministry, unit, DAY.plusYears(1))).isEqualTo("Công đoàn Vụ B");
		assertThat(audited(unit)).containsExactly("unit.founded", "unit.changed");
	}

	@Test
	void ofTwoAdministratorsAtOnceOneWins() throws Exception {
		UnitId ministry = this.tree.ministry();
		UnitId unit = this.tree.grassroots(ministry, "C01", "Công đoàn Vụ A");
		CyclicBarrier together = new CyclicBarrier(2);

		List<CompletableFuture<Boolean>> tries = Stream.of("Công đoàn Vụ B", "Công đoàn Vụ C")
			.map((name) -> CompletableFuture.supplyAsync(() -> wins(together, ministry, unit, name)))
			.toList();

		assertThat(tries.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
		assertThat(version(unit)).isOne();
	}

	private boolean wins(CyclicBarrier together, UnitId ministry, UnitId unit, String name) {
		try {
			together.await();
			change(ministry, unit, 0, "C01", name, DAY);
			return true;
		}
		catch (StaleVersion ex) {
			return false;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void change(UnitId ministry, UnitId unit, int version, String code, String name, LocalDate day) {
		change(ministry, unit, version, code, name, day, "CDCS", "VU");
	}

	private void change(UnitId ministry, UnitId unit, int version, String code, String name, LocalDate day, String kind,
			String host) {
		doAs(admin(ministry), () -> this.changes.change(unit, version, new UnitFacts(code, name, kind, host, "ADMIN"),
				DECISION, day));
	}

	private List<String> codes(UnitId ministry, LocalDate day) {
		return as(admin(ministry), () -> this.units.below(ministry, day)).stream().map(UnitRow::code).toList();
	}

	private String name(UnitId ministry, UnitId unit, LocalDate day) {
		return as(admin(ministry), () -> this.units.find(unit, day)).name();
	}

	private List<String> lineage(UnitId ministry, UnitRow unit, LocalDate day) {
		return as(admin(ministry), () -> this.units.lineage(unit, day)).stream().map(UnitRow::name).toList();
	}

	private List<String> audited(UnitId unit) {
		return this.owner.sql("select action from audit_entry where subject_id = ? order by id")
			.param(unit.value())
			.query(String.class)
			.list();
	}

	private int version(UnitId unit) {
		return this.owner.sql("select version from unit where id = ?")
			.param(unit.value())
			.query(Integer.class)
			.single();
	}

	private void member(UnitId unit, String period) {
		this.owner
			.sql("""
					with person as (insert into member (id, unit_id, full_name, surname, given_name, gender, birth_date)
						values (uuidv7(), :unit, 'An', '', 'An', 'FEMALE', '1980-01-01') returning id)
					insert into membership (id, member_id, unit_id, period, full_name, given_sort, surname_sort, middle_sort,
						search_key, gender, birth_date, birth_precision)
					select uuidv7(), id, :unit, cast(:period as daterange), 'An', 'an', '', '', 'an', 'FEMALE', '1980-01-01',
						'DAY' from person""")
			.params(Map.of("unit", unit.value(), "period", period))
			.update();
	}

}
