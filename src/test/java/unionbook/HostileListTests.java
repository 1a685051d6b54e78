package unionbook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No case of the list is forgotten: each is tested or waits for something. */
class HostileListTests {

	private final HostileInputs list = new HostileInputs();

	@Test
	void everyCaseIsTestedOrWaits() {
		Set<String> ids = this.list.cases()
			.stream()
			.map(HostileInputs.Case::id)
			.collect(Collectors.toCollection(TreeSet::new));
		Map<String, Object> waiting = this.list.waiting();
		Map<String, List<String>> tested = tested();

		assertThat(ids).as("ids are given once").hasSameSizeAs(this.list.cases());
		assertThat(ids).as("cases that tests and the waiting list name")
			.containsAll(tested.keySet())
			.containsAll(waiting.keySet());
		assertThat(tested.keySet()).as("tested, so they wait no longer").doesNotContainAnyElementsOf(waiting.keySet());
		Set<String> forgotten = new TreeSet<>(ids);
		forgotten.removeAll(tested.keySet());
		forgotten.removeAll(waiting.keySet());
		assertThat(forgotten).as("neither tested nor waiting").isEmpty();
		tested.forEach((id, by) -> System.out.println("hostile case " + id + " tested by " + String.join(", ", by)));
		System.out.printf("hostile cases: %d of %d tested, %d waiting%n", tested.size(), ids.size(), waiting.size());
	}

	private static Map<String, List<String>> tested() {
		Map<String, List<String>> tested = new TreeMap<>();
		HostileInputTests.sent()
			.forEach((id) -> tested.computeIfAbsent(id, (key) -> new java.util.ArrayList<>()).add("HostileInputTests"));
		new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
			.importPackages("unionbook")
			.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(HostileCase.class))
			.forEach((method) -> {
				for (String id : method.getAnnotationOfType(HostileCase.class).value()) {
					tested.computeIfAbsent(id, (key) -> new java.util.ArrayList<>())
						.add(method.getOwner().getSimpleName() + "." + method.getName());
				}
			});
		return tested;
	}

}
