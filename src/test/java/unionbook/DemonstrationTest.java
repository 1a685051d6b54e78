package unionbook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the whole application with the two demonstration ministries loaded, before
 * one of them enters a third.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=given-by-the-test-database", "unionbook.demo.merger=false" })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import({ TestDatabaseConfiguration.class, Officers.class })
public @interface DemonstrationTest {

}
