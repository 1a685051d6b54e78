package unionbook.unit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;

/** What this module adds to the main navigation. */
@Configuration(proxyBeanMethods = false)
class UnitNavigation {

	@Bean
	NavigationItem unitsItem() {
		return new NavigationItem(20, "platform.nav.units", "/units", (actor) -> actor.home().isPresent());
	}

}
