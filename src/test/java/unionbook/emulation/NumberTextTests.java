package unionbook.emulation;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unionbook.platform.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NumberTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1.853|1853", "1853|1853", "95,5|95.5", "1.234,5|1234.5", "95 %|95",
			"0,125|0.125", "1 853|1853", "1.250.000|1250000", "0|0", "007|7" })
	void numbersAreReadInVietnameseStyle(String typed, BigDecimal number) {
		assertThat(NumberText.decimal(typed)).isEqualByComparingTo(number);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1,853|ambiguous", "100,000|ambiguous", "-5|negative", "−5|negative", "NaN|unreadable",
					"Infinity|unreadable", "1e308|unreadable", "99999999999999999999|range", "1,234.5|foreign",
					"95.5|foreign", "1.85|foreign", "1.8.5|unreadable", "-|unreadable", "%|unreadable",
					"1,23456|unreadable", "٣|unreadable" })
	void whatCouldBeMisreadIsAskedAbout(String typed, String sentence) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> NumberText.decimal(typed))
			.satisfies((broken) -> assertThat(broken.key()).isEqualTo("emulation.number." + sentence));
	}

	@Test
	void anAmbiguousNumberIsAnsweredWithBothReadings() {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> NumberText.decimal("1,853"))
			.satisfies((broken) -> assertThat(broken.arguments()).containsExactly("1,853", "1853", "1,8530"));
	}

	@Test
	void countsAreWhole() {
		assertThat(NumberText.count("1.853,00")).isEqualTo(1853);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> NumberText.count("12,5"));
	}

	@Test
	void moneyIsLongerThanACount() {
		assertThat(NumberText.money("12.345.678.901.234")).isEqualByComparingTo("12345678901234");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> NumberText.count("12.345.678.901.234"));
	}

}
