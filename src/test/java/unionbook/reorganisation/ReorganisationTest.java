package unionbook.reorganisation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import unionbook.TestDatabase;
import unionbook.TestDatabaseConfiguration;
import unionbook.UnionBookApplication;

/** The whole application on a real database, with ministries to be reorganised. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = UnionBookApplication.class)
@AutoConfigureMockMvc
@Import({ TestDatabaseConfiguration.class, ReorganisationExamples.class })
@TestPropertySource(properties = "spring.flyway.placeholders.app_role=" + TestDatabase.APPLICATION)
@interface ReorganisationTest {

}
