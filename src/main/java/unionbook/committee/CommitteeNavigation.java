package unionbook.committee;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;

/** What this module adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class CommitteeNavigation {

	@Bean
	NavigationItem committeesItem() {
		return new NavigationItem(35, "committee.nav", "/committees", (actor) -> actor.home().isPresent());
	}

}
