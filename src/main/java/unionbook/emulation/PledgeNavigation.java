package unionbook.emulation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;

/** What this module adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class PledgeNavigation {

	@Bean
	NavigationItem pledgesItem() {
		return new NavigationItem(50, "platform.nav.pledges", "/pledges", (actor) -> actor.home().isPresent());
	}

}
