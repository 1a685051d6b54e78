package unionbook.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import unionbook.DemonstrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static unionbook.intake.ImportOffice.OFFICER;

/**
 * Whatever stands in a roster: what goes out comes in unchanged, and the ledger closes.
 */
@DemonstrationTest
@Import(ImportOffice.class)
class ImportPropertyTests {

	private static final int TRIES = 4;

	private static final List<String> HEADINGS = List.of("Họ và tên", "Giới tính", "Ngày sinh", "Phòng, ban", "Chức vụ",
			"Trình độ");

	private static final String COLUMNS = "cols=name&cols=gender&cols=birth&cols=department&cols=position"
			+ "&cols=union_position&cols=education&cols=party&cols=joined";

	@Autowired
	private ImportOffice office;

	@Test
	void anExportImportsBackWithoutAChangeAndTheLedgerClosesAfterEveryStep() {
		UUID unit = this.office.unit("KHDT", "N08");
		JqwikSession.run(() -> {
			List<UUID> written = new ArrayList<>();
			for (int i = 0; i < TRIES; i++) {
				List<List<String>> people = people().list().ofMinSize(1).ofMaxSize(25).sample();
				UUID run = this.office.send(unit, list(people));
				this.office.confirm(OFFICER, run, "VALID", Arbitraries.of("1/3/2024", "15/9/2025").sample());
				written.add(run);
				assertThat(this.office.differences()).as("after %s", people).isZero();
				if (Arbitraries.of(true, false).sample()) {
					this.office.undo(OFFICER, written.removeLast());
					assertThat(this.office.differences()).as("after undoing %s", people).isZero();
				}
				for (String ending : List.of("xlsx", "csv")) {
					byte[] export = ImportOffice.body(this.office.officers()
						.get(OFFICER, "/units/" + unit + "/members." + ending + "?" + COLUMNS));
					UUID back = this.office.send(OFFICER, unit, "roster." + ending, export);
					assertThat(this.office.verdicts(back)).as("%s of %s", ending, people)
						.doesNotContainKeys("NEW", "CHANGED", "DUPLICATE", "ERROR")
						.containsEntry("SAME", (int) this.office.people(unit));
				}
			}
		});
	}

	private static byte[] list(List<List<String>> people) {
		List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
		Set<String> named = new HashSet<>();
		people.stream().filter((person) -> named.add(person.getFirst())).forEach(rows::add);
		return ImportOffice.workbook(rows.toArray(List[]::new));
	}

	/**
	 * Names with hyphens, apostrophes and in both Unicode forms; birth dates known in
	 * part.
	 */
	private static Arbitrary<List<String>> people() {
		Arbitrary<String> names = Combinators
			.combine(Arbitraries.of("Nguyễn", "Trần", "Đỗ", "Y", "H’"),
					Arbitraries.of("Thị", "Văn", "Hoà", "Ái-Liên", ""),
					Arbitraries.of("Hương", "Thuý", "An", "K'Brơi", "Đức", "Niê Kdăm"))
			.as((surname, middle, given) -> (surname + " " + middle + " " + given).replace("  ", " "));
		return Combinators
			.combine(names, Arbitraries.of("Nam", "Nữ", "nữ"),
					Arbitraries.of("05/02/1990", "7/3/1985", "02/1979", "1968", "31/12/1999"),
					Arbitraries.of("", "Phòng =1+1", "Tổ \"Một\"; Hai", "Phòng Tổng hợp"),
					Arbitraries.of("", "Chuyên viên", "Trưởng phòng"), Arbitraries.of("", "Thạc sĩ", "Đại học"))
			.as((name, gender, birth, department, position, education) -> List.of(name, gender, birth, department,
					position, education));
	}

}
