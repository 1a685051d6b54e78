package unionbook.statistics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import unionbook.platform.NavigationItem;

/**
 * What this module adds to the main navigation, and the clockwork of its nightly check.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StatisticsConfiguration {

	@Bean
	NavigationItem genderItem() {
		return new NavigationItem(40, "platform.nav.gender", GenderQuery.PATH, (actor) -> actor.home().isPresent());
	}

}
