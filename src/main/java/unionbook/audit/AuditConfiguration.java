package unionbook.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;
import unionbook.platform.Right;

/** What the log adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	NavigationItem auditItem() {
		return new NavigationItem(90, "audit.title", AuditPages.PATH, (actor) -> actor.may(Right.READ_AUDIT));
	}

}
