package unionbook.member;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unionbook.platform.RuleViolation;
import unionbook.shared.Gender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdentityNumberTests {

	private static final LocalDate BORN_1985 = LocalDate.of(1985, 2, 5);

	@ParameterizedTest
	@ValueSource(strings = { "001085012345", " 001 085 012345 ", "００１０８５０１２３４５", "001\u00a0085\u2009012345" })
	void blanksAndFullWidthDigitsAreRead(String typed) {
		assertThat(IdentityNumber.of(typed).digits()).isEqualTo("001085012345");
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678901", "0123456789012", "001085OI2345", "001-085-012345", "٠٠١٠٨٥٠١٢٣٤٥", "" })
	void everythingElseIsRefused(String typed) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> IdentityNumber.of(typed));
	}

	@Test
	void aNumberThatFitsIsNotRemarkedOn() {
		assertThat(new IdentityNumber("001185012345").findings(Gender.FEMALE, BORN_1985, true)).isEmpty();
		assertThat(new IdentityNumber("096205012345").findings(Gender.MALE, LocalDate.of(2005, 1, 1), true)).isEmpty();
	}

	@Test
	void contradictionsAreToldOneByOne() {
		assertThat(new IdentityNumber("001085012345").findings(Gender.FEMALE, BORN_1985, true))
			.containsExactly("member.identity.gender");
		assertThat(new IdentityNumber("001186012345").findings(Gender.FEMALE, BORN_1985, true))
			.containsExactly("member.identity.year");
		assertThat(new IdentityNumber("001385012345").findings(Gender.FEMALE, BORN_1985, true))
			.containsExactly("member.identity.year");
		assertThat(new IdentityNumber("000185012345").findings(Gender.FEMALE, BORN_1985, true))
			.containsExactly("member.identity.province");
		assertThat(new IdentityNumber("097185012345").findings(Gender.FEMALE, BORN_1985, false)).isEmpty();
	}

	@Test
	void anOldNumberIsTakenWithItsTag() {
		assertThat(new IdentityNumber("012345678").findings(Gender.FEMALE, BORN_1985, true))
			.containsExactly("member.identity.old");
	}

}
