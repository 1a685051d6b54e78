package unionbook.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;

/** What this module adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class ReportNavigation {

	@Bean
	NavigationItem homeItem() {
		return new NavigationItem(10, "platform.nav.home", "/", (actor) -> true);
	}

}
