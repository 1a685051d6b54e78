package unionbook.roster;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;

/** What the rosters add to the main navigation. */
@Configuration(proxyBeanMethods = false)
class RosterNavigation {

	@Bean
	NavigationItem membersItem() {
		return new NavigationItem(30, "platform.nav.members", "/members", (actor) -> actor.home().isPresent());
	}

}
