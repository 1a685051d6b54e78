package unionbook.emulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GoalTests {

	private static final LocalDate YEAR_END = LocalDate.of(2024, 12, 31);

	@ParameterizedTest
	@CsvSource({ "1760, 1853, 95, NOT_MET", "1761, 1853, 95, MET", "33, 34, 100, NOT_MET", "34, 34, 100, MET",
			"0, 0, 95, NA", "1913, 2014, 95, NOT_MET", "1914, 2014, 95, MET", "2009, 2014, 100, NOT_MET",
			"0, 34, 0, MET", "95, 100, 95.0000, MET", "1, 3, 33.3333, MET", "1, 3, 33.3334, NOT_MET" })
	void percentsAreComparedByIntegers(long part, long whole, String percent, Verdict verdict) {
		assertThat(Goal.percent(TargetOperator.GE, percent).judge(Achievement.of(part, whole), YEAR_END))
			.isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "GE, 95, 1853, 1761, ", "GT, 50, 100, 51, ", "GE, 50, 100, 50, ", "LE, 5, 34, , 1",
			"LT, 50, 100, , 49", "EQ, 50, 34, 17, 17", "EQ, 50, 33, 17, 16", "GE, 95, 2000, 1900, ",
			"GE, 100, 34, 34, " })
	void theNeededCountsAreTold(TargetOperator operator, String percent, long whole, @Nullable Long least,
			@Nullable Long most) {
		Goal.Range needed = Goal.percent(operator, percent).needed(whole);

		assertThat(needed).isEqualTo(new Goal.Range(least, most));
	}

	@Test
	void noCountOfAnOddWholeIsExactlyHalf() {
		assertThat(Goal.percent(TargetOperator.EQ, "50").needed(33).empty()).isTrue();
	}

	@Test
	void betweenIncludesBothEnds() {
		Goal goal = new Goal(TargetKind.PERCENT, TargetOperator.BETWEEN, new BigDecimal("30"), new BigDecimal("40"),
				null);

		assertThat(goal.needed(34)).isEqualTo(new Goal.Range(11L, 13L));
		assertThat(goal.judge(Achievement.of(3, 10), YEAR_END)).isEqualTo(Verdict.MET);
		assertThat(goal.judge(Achievement.of(4, 10), YEAR_END)).isEqualTo(Verdict.MET);
		assertThat(goal.judge(Achievement.of(41, 100), YEAR_END)).isEqualTo(Verdict.NOT_MET);
	}

	@Test
	void aDayIsKeptMissedOrStillToCome() {
		Goal goal = new Goal(TargetKind.DEADLINE, TargetOperator.BY_DATE, null, null, LocalDate.of(2024, 9, 30));

		assertThat(goal.judge(done(LocalDate.of(2024, 9, 30)), YEAR_END)).isEqualTo(Verdict.MET);
		assertThat(goal.judge(done(LocalDate.of(2024, 10, 1)), YEAR_END)).isEqualTo(Verdict.NOT_MET);
		assertThat(goal.judge(done(null), LocalDate.of(2024, 9, 30))).isEqualTo(Verdict.NOT_DUE);
		assertThat(goal.judge(done(null), YEAR_END)).isEqualTo(Verdict.NOT_MET);
		assertThat(goal.judgeHalfWay(done(null), YEAR_END)).isEqualTo(Verdict.NOT_MET);
	}

	@Test
	void whatIsNotMetHalfWayMayStillCome() {
		assertThat(Goal.percent(TargetOperator.GE, "100").judgeHalfWay(Achievement.of(33, 34), YEAR_END))
			.isEqualTo(Verdict.NOT_DUE);
		Goal atMostTwo = new Goal(TargetKind.COUNT, TargetOperator.LE, BigDecimal.TWO, null, null);
		assertThat(atMostTwo.judgeHalfWay(new Achievement(3L, null, null, null, null), YEAR_END))
			.isEqualTo(Verdict.NOT_MET);
	}

	@Test
	void countsAmountsAndJudgementsDecide() {
		Goal count = new Goal(TargetKind.COUNT, TargetOperator.GE, BigDecimal.TWO, null, null);
		assertThat(count.judge(new Achievement(2L, null, null, null, null), YEAR_END)).isEqualTo(Verdict.MET);
		Goal amount = new Goal(TargetKind.AMOUNT, TargetOperator.GT, new BigDecimal("1000000"), null, null);
		assertThat(amount.judge(new Achievement(null, null, new BigDecimal("1000000.0000"), null, null), YEAR_END))
			.isEqualTo(Verdict.NOT_MET);
		Goal words = new Goal(TargetKind.QUALITATIVE, TargetOperator.MET, null, null, null);
		assertThat(words.judge(Achievement.judged(Verdict.MET), YEAR_END)).isEqualTo(Verdict.MET);
		assertThat(words.judge(new Achievement(null, null, null, null, null), YEAR_END))
			.isEqualTo(Verdict.NOT_REPORTED);
	}

	@Test
	void equalNumbersAreEqualHoweverTheyWereKept() {
		assertThat(Goal.percent(TargetOperator.GE, "100.0000")).isEqualTo(Goal.percent(TargetOperator.GE, "100"))
			.hasToString(Goal.percent(TargetOperator.GE, "1E+2").toString());
	}

	/** Fractions of whole numbers decide what is right, without any decimal number. */
	@Property
	void verdictsAgreeWithExactFractions(@ForAll @LongRange(max = 20_000_000) long whole,
			@ForAll @LongRange(max = 20_000_000) long drawn,
			@ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal percent, @ForAll boolean nearTheEdge) {
		Goal goal = new Goal(TargetKind.PERCENT, TargetOperator.GE, percent, null, null);
		long edge = percent.multiply(BigDecimal.valueOf(whole)).movePointLeft(2).longValue() + drawn % 3 - 1;
		long part = Math.clamp(nearTheEdge ? edge : drawn, 0, whole);
		// part / whole >= (percent * 10^4) / (100 * 10^4), multiplied crosswise
		int order = BigInteger.valueOf(part)
			.multiply(BigInteger.valueOf(1_000_000))
			.compareTo(percent.movePointRight(4).toBigIntegerExact().multiply(BigInteger.valueOf(whole)));

		Verdict verdict = goal.judge(Achievement.of(part, whole), YEAR_END);

		assertThat(verdict).isEqualTo((whole == 0) ? Verdict.NA : (order >= 0) ? Verdict.MET : Verdict.NOT_MET);
	}

	@Property
	void theNeededCountsAreThoseThatMeet(@ForAll @LongRange(min = 1, max = 5_000) long whole,
			@ForAll @LongRange(max = 5_000) long drawn, @ForAll TargetOperator operator,
			@ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent) {
		if (!TargetOperator.OF_NUMBERS.contains(operator)) {
			return;
		}
		Goal goal = new Goal(TargetKind.PERCENT, operator, percent, percent.add(BigDecimal.TEN), null);
		long part = Math.min(drawn, whole);

		boolean met = goal.judge(Achievement.of(part, whole), YEAR_END) == Verdict.MET;

		assertThat(goal.needed(whole).includes(part)).isEqualTo(met);
	}

	private static Achievement done(@Nullable LocalDate day) {
		return new Achievement(null, null, null, day, null);
	}

}
