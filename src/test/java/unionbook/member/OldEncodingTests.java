package unionbook.member;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OldEncodingTests {

	@ParameterizedTest
	@ValueSource(strings = { "NguyÔn ThÞ ¸nh", "TrÇn V¨n An", "Nguyeãn Thò AÙnh", "Traàn Vaên An", "Leâ Thò Hoàng" })
	void textOfOldFontsIsNoticed(String text) {
		assertThat(OldEncoding.suspected(text)).isTrue();
	}

	@Test
	void namesInUseAreNot() throws IOException {
		assertThat(Stream.of("Nguyễn Thị Ánh", "Hoà", "Thuý", "Loè", "Đặng Quỳnh Hoa", "Xuân Huệ", "Y Phôn Niê",
				"H'Bơ Khăp", "Ksor Kpă", "Lý Ý", "Ðặng"))
			.filteredOn(OldEncoding::suspected)
			.containsOnly("Ðặng");
	}

}
