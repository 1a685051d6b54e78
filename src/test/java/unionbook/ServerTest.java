package unionbook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the demonstration on a real port, for what happens before a handler is
 * reached. Only the patience with slow requests is shorter than in service.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=given-by-the-test-database", "management.server.port=0",
				"unionbook.demo.merger=false", "unionbook.hosts=localhost,127.0.0.1",
				"unionbook.limits.pages-a-minute=300", "server.tomcat.connection-timeout=3s" })
@ActiveProfiles("demo")
@Import({ TestDatabaseConfiguration.class, Visitors.class })
public @interface ServerTest {

}
