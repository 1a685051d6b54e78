package unionbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the house that the compiler cannot check. */
@AnalyzeClasses(packages = "unionbook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule entitiesStayInTheirModule = classes().that()
		.areAnnotatedWith(Entity.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule entitiesHaveVerbsAndNoSetters = noMethods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameMatching("set[A-Z].*");

	@ArchTest
	static final ArchRule controllersStayInTheirModule = classes().that()
		.areAnnotatedWith(Controller.class)
		.or()
		.areAnnotatedWith(ControllerAdvice.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule repositoriesStayInTheirModule = classes().that()
		.areAssignableTo(Repository.class)
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule controllersOpenNoTransactions = noClasses().that()
		.areAnnotatedWith(Controller.class)
		.should()
		.beAnnotatedWith(Transactional.class);

	@ArchTest
	static final ArchRule handlersOpenNoTransactions = noMethods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Controller.class)
		.should()
		.beAnnotatedWith(Transactional.class);

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule onlyThePlatformReadsTheClock = noClasses().that()
		.resideOutsideOfPackages("unionbook.platform", "unionbook.shared")
		.should()
		.callMethod(java.time.LocalDate.class, "now")
		.orShould()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(java.time.LocalDateTime.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

	@ArchTest
	static final ArchRule whatPagesHandleKnowsNoPersistence = noClasses().that()
		.haveSimpleNameEndingWith("Form")
		.or()
		.haveSimpleNameEndingWith("Row")
		.or()
		.haveSimpleNameEndingWith("Filter")
		.or()
		.haveSimpleNameEndingWith("Controller")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("jakarta.persistence..");

	@ArchTest
	static void theRulesSeeTheHouse(JavaClasses house) {
		assertThat(house).hasSizeGreaterThan(50);
		methods().should().beDeclaredInClassesThat().resideInAPackage("unionbook..").check(house);
	}

	@Test
	void noClassIsLongerThanThreeHundredLines() throws IOException {
		try (Stream<Path> sources = Stream.concat(Files.walk(Path.of("src/main/java")),
				Files.walk(Path.of("src/demo/java")))) {
			List<String> tooLong = sources.filter((path) -> path.toString().endsWith(".java"))
				.filter((path) -> lines(path) > 300)
				.map(Path::toString)
				.toList();
			assertThat(tooLong).isEmpty();
		}
	}

	private static long lines(Path path) {
		try (Stream<String> lines = Files.lines(path)) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
