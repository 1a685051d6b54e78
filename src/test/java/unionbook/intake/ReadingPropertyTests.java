package unionbook.intake;

import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import unionbook.document.SheetCell;
import unionbook.shared.VietnameseText;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every cell. */
class ReadingPropertyTests {

	@Property(tries = 1000)
	void aDayWrittenInAnyStyleIsThatDay(@ForAll("days") LocalDate day, @ForAll("styles") String style) {
		String text = style.formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());

		assertThat(DayText.read(text(text), text, false, Drafts.TODAY))
			.isEqualTo(Reading.of("%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())));
	}

	@Property(tries = 1000)
	void anyTextIsADayOrRefused(@ForAll("scribbles") String text) {
		Reading reading = DayText.read(text(text), text, true, Drafts.TODAY);

		assertThat(reading.failed() || reading.value().matches("(\\d{2}/)?(\\d{2}/)?\\d{4}")).isTrue();
	}

	@Property(tries = 1000)
	void anyTextIsANumberOfANewOrOldCardOrRefused(@ForAll("scribbles") String text, @ForAll boolean plainText) {
		Reading reading = IdentityText.read(text(text), text, plainText, "MALE", 1985);

		assertThat(reading.failed() || reading.value().matches("\\d{12}|\\d{9}")).isTrue();
	}

	@Property(tries = 1000)
	void aZeroIsPutBackOnlyWhereGenderAndYearAgree(@ForAll @IntRange(min = 1, max = 96) int province,
			@ForAll @IntRange(min = 0, max = 9) int sign, @ForAll @IntRange(min = 0, max = 99) int year,
			@ForAll @IntRange(max = 999_999) int rest, @ForAll boolean woman) {
		String whole = "%03d%d%02d%06d".formatted(province, sign, year, rest);
		String lost = whole.replaceFirst("^0+", "");
		int birth = (19 + sign / 2) * 100 + year;

		Reading reading = IdentityText.read(text(lost), lost, true, woman ? "FEMALE" : "MALE", birth);

		assertThat(reading.value().equals(whole)).isEqualTo((sign % 2 == 1) == woman);
	}

	@Property(tries = 1000)
	void cleaningAndFoldingTwiceChangesNothing(@ForAll String text) {
		String clean = VietnameseText.normalize(text);
		String key = Words.key(text);

		assertThat(VietnameseText.normalize(clean)).isEqualTo(clean);
		assertThat(VietnameseText.fold(VietnameseText.fold(text))).isEqualTo(VietnameseText.fold(text));
		assertThat(Words.key(key)).isEqualTo(key);
	}

	@Provide
	Arbitrary<LocalDate> days() {
		return Arbitraries.integers().between(0, 46_000).map((count) -> LocalDate.of(1900, 1, 1).plusDays(count));
	}

	@Provide
	Arbitrary<String> styles() {
		return Arbitraries.of(List.of("%d/%d/%d", "%02d/%02d/%d", "%02d-%02d-%d", "%d.%d.%d", "%d / %d / %d"));
	}

	@Provide
	Arbitrary<String> scribbles() {
		return Arbitraries.strings().withChars("0123456789/.- :TEe+０１９x").ofMaxLength(20);
	}

	private static SheetCell text(String text) {
		return new SheetCell(0, SheetCell.Kind.TEXT, text, null, null, false);
	}

}
