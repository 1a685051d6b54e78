package unionbook.shared;

import java.text.Normalizer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import unionbook.HostileCase;

import static org.assertj.core.api.Assertions.assertThat;

/** Text has one form: what was cleaned or folded once stays as it is. */
class VietnameseTextTests {

	@Property
	void cleaningTwiceIsCleaningOnce(@ForAll("texts") String text) {
		String once = VietnameseText.normalize(text);
		assertThat(VietnameseText.normalize(once)).isEqualTo(once);
		assertThat(once).doesNotContainPattern("[\\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|  |^ | $");
		String lines = VietnameseText.normalizeLines(text);
		assertThat(VietnameseText.normalizeLines(lines)).isEqualTo(lines);
	}

	@Property
	void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
		String once = VietnameseText.fold(text);
		assertThat(VietnameseText.fold(once)).isEqualTo(once);
	}

	@Property
	void howLettersWereComposedMakesNoDifference(@ForAll("names") String name) {
		String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
		assertThat(VietnameseText.normalize(apart)).isEqualTo(VietnameseText.normalize(name));
		assertThat(VietnameseText.fold(apart)).isEqualTo(VietnameseText.fold(name));
	}

	@Example
	@HostileCase("MEM-04")
	void invisibleLettersAreTakenOut() {
		assertThat(VietnameseText.normalize(" Nguye\u0302\u0303n\u00ad  Thi\u0323\u200d \u202e\u0041\u0301nh "))
			.isEqualTo("Nguyễn Thị Ánh");
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(40), names());
	}

	@Provide
	Arbitrary<String> names() {
		return Arbitraries.strings()
			.withChars("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
			.withChars("ĐÂÊÔƠƯÁÀ \t\n\u00ad\u200b\u200d\u202e\u00a0\u0323\u0301\u0302")
			.ofMaxLength(40);
	}

}
