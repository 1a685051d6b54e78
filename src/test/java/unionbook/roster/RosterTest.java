package unionbook.roster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import unionbook.TestDatabaseConfiguration;

/**
 * The whole application on a database of its own; requests are made on the thread of the
 * test, as the actor the test chose, so the filters that find the actor are left out.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc(addFilters = false)
@Import(TestDatabaseConfiguration.class)
@interface RosterTest {

}
