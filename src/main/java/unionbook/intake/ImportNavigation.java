package unionbook.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import unionbook.platform.NavigationItem;
import unionbook.platform.Right;

/** What imports add to the main navigation. */
@Configuration(proxyBeanMethods = false)
class ImportNavigation {

	@Bean
	NavigationItem importsItem() {
		return new NavigationItem(60, "imports.nav", "/imports", (actor) -> actor.may(Right.WRITE_MEMBERS));
	}

}
