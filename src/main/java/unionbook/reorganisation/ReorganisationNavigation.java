package unionbook.reorganisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;
import unionbook.platform.Right;

/** What reorganisations add to the main navigation. */
@Configuration(proxyBeanMethods = false)
class ReorganisationNavigation {

	@Bean
	NavigationItem reorganisationsItem() {
		return new NavigationItem(25, "reorganisation.nav", "/reorganisations",
				(actor) -> actor.may(Right.WRITE_UNITS));
	}

}
